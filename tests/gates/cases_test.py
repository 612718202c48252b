"""Runs tests/cases/<topic>/<name>.md: one page is a sentence of intent, input files and console blocks.

    python3 tests/gates/cases_test.py [PAGE...]

SMTPLINT_UPDATE=1 writes what the program prints now into the pages; review the difference.
"""

import difflib
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

import console

CASES = Path(__file__).resolve().parents[1] / "cases"
UPDATE = os.environ.get("SMTPLINT_UPDATE") == "1"


def intent(page: str) -> str:
    """The sentence between the title and the first block."""
    match = re.match(r"# [^\n]+\n\n((?!```).+?\.)\n\n", page, re.S)
    return match[1] if match else ""


def faults(page: str) -> list[str]:
    blocks = console.blocks(page)
    runs = [block for block in blocks if block.language == "console"]
    found = []
    if len(intent(page).split()) < 5:
        found.append("no sentence under the title says what the case is about")
    if not runs or not all(console.commands(block.body) for block in runs):
        found.append("there is no console block with a `$ smtplint ...` line")
    for block in blocks:
        path = block.options.get("path", "")
        if block.language != "console" and (not path or path.startswith("/") or ".." in path.split("/")):
            found.append(f"a {block.language} block has no path=, or one that leaves the workspace")
    return found


def replayed(page: str, binary: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        console.lay_out(page, workspace)
        runs = [block for block in console.blocks(page) if block.language == "console"]
        return console.replace_bodies(page, [(block, console.replay(binary, block.body, workspace)) for block in runs])


class Cases(unittest.TestCase):
    pages: list[Path] = []

    def test_pages(self):
        self.assertTrue(self.pages, "no case found")
        for path in self.pages:
            with self.subTest(str(path)):
                page = path.read_text()
                self.assertEqual(faults(page), [])
                now = replayed(page, console.program())
                if UPDATE and now != page:
                    path.write_text(now)
                elif now != page:
                    self.fail("\n" + "".join(difflib.unified_diff(
                        page.splitlines(True), now.splitlines(True), "expected", "printed", n=2)))
        print(f"{len(self.pages)} pages")


class Runner(unittest.TestCase):
    PAGE = "# Title\n\nA relay on port 587 is never reported.\n\n```hcl path=a/main.tf\nx = 1\n```\n\n```console\n$ smtplint check\nold\n```\n"

    def test_a_good_page_has_no_fault(self):
        self.assertEqual(faults(self.PAGE), [])

    def test_a_page_needs_its_intent(self):
        self.assertEqual(len(faults(self.PAGE.replace("A relay on port 587 is never reported.\n\n", ""))), 1)

    def test_a_page_needs_a_command(self):
        self.assertEqual(len(faults(self.PAGE.replace("$ smtplint check", "nothing"))), 1)

    def test_inputs_stay_in_the_workspace(self):
        self.assertEqual(len(faults(self.PAGE.replace("a/main.tf", "../main.tf"))), 1)

    def test_output_is_replaced_by_what_the_program_prints(self):
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "program"
            program.write_text("#!/bin/sh\ncat a/main.tf; echo said >&2; exit $((${#1} - 4))\n")
            program.chmod(0o755)
            self.assertIn("$ smtplint check\nx = 1\n[exit 1]\n```", replayed(self.PAGE, program))
            usage = self.PAGE.replace("check", "checks")
            self.assertIn("x = 1\nsaid\n[exit 2]\n```", replayed(usage, program))


if __name__ == "__main__":
    Cases.pages = [Path(name) for name in sys.argv[1:]] or sorted(CASES.glob("*/*.md"))
    unittest.main(argv=sys.argv[:1])
