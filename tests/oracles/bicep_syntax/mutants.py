#!/usr/bin/env python3
"""What one wrong brace costs: statements that are lost where a `{`, `}`, `[` or `]` is deleted or inserted.

    python3 tests/oracles/bicep_syntax/mutants.py FOLDER [FILES [MUTANTS [SMTPLINT]]]

FOLDER is a checkout with Bicep files, FILES (50) of which are mutated MUTANTS (40) times each. In 95 of 100 mutants at most
2 statements may be lost, in none more than 5.
"""

import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
USUAL, MOST, SHARE = 2, 5, 95
STATEMENT = re.compile(r"^([a-z-]+ \S+) \[\d", re.M)


def statements(program: Path, texts: list[str]) -> list[Counter]:
    """Kinds and names of the statements of each text."""
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / ".git").mkdir()
        for number, text in enumerate(texts):
            (Path(scratch) / f"{number:05}.bicep").write_text(text)
        shown = subprocess.run([program, "debug", "tree"], cwd=scratch, capture_output=True, text=True, check=True).stdout
    return [Counter(STATEMENT.findall(part)) for part in re.split(r"^# \d{5}\.bicep$", shown, flags=re.M)[1:]]


def mutant(text: str, chance: random.Random) -> tuple[str, str]:
    places = [found.start() for found in re.finditer(r"[{}\[\]]", text)]
    at = chance.choice(places)
    line = text.count("\n", 0, at) + 1
    if chance.random() < 0.5:
        return text[:at] + text[at + 1:], f"without `{text[at]}` in line {line}"
    brace = chance.choice("{}[]")
    return text[:at] + brace + text[at:], f"with another `{brace}` in line {line}"


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    corpus = Path(sys.argv[1]).resolve()
    files, each = (int(word) for word in (sys.argv[2:4] + ["50", "40"][len(sys.argv[2:4]):]))
    program = Path(sys.argv[4] if len(sys.argv) > 4 else ROOT / "build/release/smtplint").resolve()
    chance = random.Random(25)
    paths = sorted(path for path in corpus.rglob("*.bicep") if path.stat().st_size > 5000)
    lost, worst = Counter(), []
    for path in chance.sample(paths, min(files, len(paths))):
        text = path.read_text(encoding="utf-8-sig")
        mutants = [mutant(text, chance) for _ in range(each)]
        whole, *broken = statements(program, [text] + [changed for changed, _ in mutants])
        for (_, how), left in zip(mutants, broken):
            count = sum((whole - left).values())
            lost[count] += 1
            if count > USUAL:
                worst.append((count, f"{path.relative_to(corpus)} {how}"))
    total = sum(lost.values())
    usual = sum(count for number, count in lost.items() if number <= USUAL)
    for count, story in sorted(worst, reverse=True)[:10]:
        print(f"{count} lost: {story}")
    print(f"{total} mutants: at most {USUAL} statements lost in {usual} ({100 * usual / total:.1f} of 100), "
          f"{max(lost)} in the worst; {dict(sorted(lost.items()))}")
    return 0 if 100 * usual >= SHARE * total and max(lost) <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
