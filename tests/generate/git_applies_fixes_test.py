"""What `--diff` prints is what `--fix` does: git applies it to generated projects, and both give the same files.

    GENERATE_PROJECT=... SMTPLINT_BINARY=... python3 tests/generate/git_applies_fixes_test.py [SEED...]
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SEEDS = range(16)
CHECK = ("check", "--subscription", "pay-as-you-go", "--fail-on", "never")


def run(*words: str | Path, folder: Path, **options) -> str:
    environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=False, **options)
    if done.returncode:
        raise AssertionError(f"{words}: {done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout.decode()


def smtplint(*words: str, folder: Path) -> str:
    return run(Path(os.environ["SMTPLINT_BINARY"]).resolve(), *CHECK, *words, folder=folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}


def rewritten(folder: Path, style: str) -> None:
    """The same project with other line ends, or without the last of each file."""
    for path in folder.rglob("*"):
        if not path.is_file() or ".git" in path.parts:
            continue
        text = path.read_bytes()
        if style == "crlf":
            path.write_bytes(text.replace(b"\n", b"\r\n"))
        elif style == "mark":
            path.write_bytes(b"\xef\xbb\xbf" + text)
        elif style == "no last line end":
            path.write_bytes(text.rstrip(b"\n"))


class GitAppliesFixes(unittest.TestCase):
    seeds = SEEDS

    def project(self, seed: int, folder: Path) -> Path:
        run(Path(os.environ["GENERATE_PROJECT"]).resolve(), str(seed), str(folder), "repairable", folder=folder.parent)
        rewritten(folder, ["as it is", "crlf", "mark", "no last line end"][seed % 4])
        run("git", "init", "-q", ".", folder=folder)
        return folder

    def test_diff_and_fix_agree(self):
        changed = 0
        for seed in self.seeds:
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as scratch:
                shown, fixed = (self.project(seed, Path(scratch) / name) for name in ("shown", "fixed"))
                before = files(shown)
                diff = smtplint("--diff", folder=shown)
                self.assertEqual(files(shown), before, "a diff changes nothing")
                if diff:
                    changed += 1
                    run("git", "apply", "-", folder=shown, input=diff.encode())
                smtplint("--fix", folder=fixed)
                self.assertEqual(files(shown), files(fixed))
                self.assertEqual(files(fixed) == before, not diff)
                self.assertEqual(smtplint("--diff", folder=fixed), "", "a second run changes nothing")
        if self.seeds == SEEDS:
            self.assertGreater(changed, len(SEEDS) // 2, "too few fixes to prove anything")


if __name__ == "__main__":
    GitAppliesFixes.seeds = [int(word) for word in sys.argv[1:]] or SEEDS
    unittest.main(argv=sys.argv[:1])
