"""Every C++ file is written as `.clang-format` says."""

import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMATTER = shutil.which("clang-format-14")
SKIPPED = 77


def sources() -> list[Path]:
    return sorted(path for folder in ("src", "tests", "bench") for ending in ("*.h", "*.cpp")
                  for path in (ROOT / folder).rglob(ending) if "node_modules" not in path.parts)


def complaints(paths: list[Path]) -> list[str]:
    """The first line of each file that would be written otherwise."""
    run = subprocess.run([FORMATTER, "--dry-run", "--ferror-limit=1", *map(str, paths)], capture_output=True, text=True)
    return [line for line in run.stderr.splitlines() if "warning:" in line or "error:" in line]


class Format(unittest.TestCase):
    def test_every_source_is_formatted(self):
        paths = sources()
        self.assertGreater(len(paths), 1000)
        self.assertEqual(complaints(paths), [], "run `./dev format`")


if __name__ == "__main__":
    if FORMATTER is None:
        print("clang-format-14 is not installed")
        sys.exit(SKIPPED)
    unittest.main()
