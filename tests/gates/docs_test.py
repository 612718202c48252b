"""Documents tell the truth: their commands exist, their examples print what they show, their links lead somewhere.

SMTPLINT_UPDATE=1 writes what the program prints now into the documents; review the difference.
"""

import difflib
import os
import re
import tempfile
import unittest
from pathlib import Path

import console

ROOT = Path(__file__).resolve().parents[2]
UPDATE = os.environ.get("SMTPLINT_UPDATE") == "1"
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "fixtures").glob("*/README.md"))]


def dead_links(document: Path, text: str) -> list[str]:
    return [link for link in LINK.findall(text) if not (document.parent / link).exists()]


def replayed(document: Path, page: str, runs: list[console.Block], binary: Path) -> list[tuple[console.Block, str]]:
    """Beside the document in fixtures, in the files that the page itself shows, else from the root."""
    if console.has_files(page):
        with tempfile.TemporaryDirectory() as workspace:
            console.lay_out(page, Path(workspace))
            return [(block, console.replay(binary, block.body, Path(workspace))) for block in runs]
    folder = document.parent if "fixtures" in document.parts else ROOT
    return [(block, console.replay(binary, block.body, folder)) for block in runs]


class Documents(unittest.TestCase):
    def test_readme_shows_the_two_commands(self):
        readme = (ROOT / "README.md").read_text()
        for command in ("./dev demo", "./dev test"):
            self.assertIn(command, readme)

    def test_verbs_that_documents_name_exist(self):
        verbs = set(re.findall(r"^([a-z]+)_?\(\) \{ # ", (ROOT / "dev").read_text(), re.M))
        self.assertIn("test", verbs)
        for document in documents():
            with self.subTest(document.name):
                self.assertEqual(set(re.findall(r"\./dev ([a-z]+)", document.read_text())) - verbs, set())

    def test_links_lead_somewhere(self):
        for document in documents():
            with self.subTest(document.name):
                self.assertEqual(dead_links(document, document.read_text()), [])
        self.assertEqual(dead_links(ROOT / "README.md", "[a](docs/no-such-page.md)"), ["docs/no-such-page.md"])

    def test_folders_that_the_architecture_names_exist(self):
        named = re.findall(r"`([\w./-]+/[\w./-]*)`", (ROOT / "docs/architecture.md").read_text())
        self.assertGreater(len(named), 20)
        places = [ROOT, ROOT / "src"]
        self.assertEqual([path for path in named if not any((place / path).exists() for place in places)], [])

    def test_coverage_names_every_limit(self):
        limits = re.findall(r"^([a-z-]+): (\d+)$", (ROOT / "rules/platform/limits.yaml").read_text(), re.M)
        self.assertTrue(limits)
        rows = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", (ROOT / "docs/coverage.md").read_text(), re.M)
        self.assertEqual(sorted(limits), sorted(rows))

    def test_examples_print_what_they_show(self):
        binary = console.program()
        examples = 0
        for document in documents():
            page = document.read_text()
            runs = [block for block in console.blocks(page)
                    if block.language == "console" and any(c.startswith("smtplint") for c in console.commands(block.body))]
            examples += len(runs)
            now = console.replace_bodies(page, replayed(document, page, runs, binary))
            if UPDATE and now != page:
                document.write_text(now)
                continue
            with self.subTest(document.relative_to(ROOT).as_posix()):
                self.assertEqual("".join(difflib.unified_diff(
                    page.splitlines(True), now.splitlines(True), "document", "printed", n=2)), "")
        self.assertGreater(examples, 0)


if __name__ == "__main__":
    unittest.main()
