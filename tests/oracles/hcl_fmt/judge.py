"""What `terraform fmt` takes and refuses. Usage: judge.py [--check]

`snippets.txt` holds texts, each under a line with the verdict:

    --- accepted
    --- refused: Attribute redefined

A carriage return is written as U+240D, a form feed as U+240C; U+241A at the very end says that the text has no
newline there. Without option the verdicts are asked for again and written; with `--check` they are compared. Exit 77: terraform is
not installed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SNIPPETS = Path(__file__).with_name("snippets.txt")
HEADER = re.compile(r"^--- (accepted|refused: .*)$", re.M)
REFUSAL = re.compile(r"Error: ([^\n]*)\n.*?\bon \S*?(\d{4})\.tf line", re.S)
SIGNS = {"\u240d": "\r", "\u240c": "\f"}
NO_NEWLINE = "\u241a\n"
SKIPPED = 77


def written(text: str) -> str:
    for sign, meaning in SIGNS.items():
        text = text.replace(sign, meaning)
    return text[: -len(NO_NEWLINE)] if text.endswith(NO_NEWLINE) else text


def load() -> list[tuple[str, str]]:
    """Verdict and text of each snippet."""
    fields = HEADER.split(SNIPPETS.read_text())[1:]
    return [(verdict, text.removeprefix("\n")) for verdict, text in zip(fields[::2], fields[1::2])]


def judge(texts: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number:04}.tf").write_text(written(text), newline="")
        done = subprocess.run(
            ["terraform", "fmt", "-check", "-list=false", "-no-color", folder], text=True, capture_output=True, check=False,
            env=os.environ | {"CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": "/dev/null"})
    refused: dict[int, str] = {}
    for block in re.split(r"(?=Error: )", done.stderr):
        if match := REFUSAL.match(block):
            refused.setdefault(int(match[2]), match[1])
    return [f"refused: {refused[number]}" if number in refused else "accepted" for number in range(len(texts))]


def main() -> int:
    if shutil.which("terraform") is None:
        print("skipped: terraform is not installed")
        return SKIPPED
    snippets = load()
    verdicts = judge([text for _, text in snippets])
    if "--check" not in sys.argv[1:]:
        pages = (f"--- {verdict}\n{text}" for verdict, (_, text) in zip(verdicts, snippets))
        SNIPPETS.write_text("".join(pages))
        return 0
    wrong = [(recorded, given, text) for given, (recorded, text) in zip(verdicts, snippets) if given != recorded]
    for recorded, given, text in wrong:
        print(f"recorded {recorded!r}, now {given!r}:\n{text}")
    print(f"{len(snippets)} snippets judged, {len(wrong)} verdicts differ")
    return 1 if wrong or len(snippets) < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
