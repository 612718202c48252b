"""Prints the ten slowest tests of the builds whose folders are named, from ctest's logs of their last run."""

import re
import sys
from pathlib import Path

# Of a GoogleTest program its single tests count, of any other program the whole run.
GTEST = re.compile(r"^\[ +(?:OK|FAILED) +\] (\S+?)(?:, where .*)? \((\d+) ms\)$", re.M)
SECONDS = re.compile(r"^Test time = +([\d.]+) sec$", re.M)


def tests_of(build: Path) -> list[tuple[float, str]]:
    log = (build / "Testing/Temporary/LastTest.log").read_text(errors="replace")
    found = []
    for name, text in re.findall(r"^\d+/\d+ Testing: (\S+)\n(.*?)(?=^\d+/\d+ Testing: |\Z)", log, re.M | re.S):
        single = [(int(ms) / 1000, f"{build.name}: {name}: {test}") for test, ms in GTEST.findall(text)]
        whole = [(float(seconds), f"{build.name}: {name}") for seconds in SECONDS.findall(text)]
        found += single or whole
    return found


def main() -> None:
    tests = [test for folder in sys.argv[1:] for test in tests_of(Path(folder))]
    print(f"\nThe slowest of {len(tests)} tests:")
    for seconds, name in sorted(tests, reverse=True)[:10]:
        print(f"{seconds:8.2f} s  {name}")


main()
