"""The server under real clients: Neovim, Emacs with eglot, and VS Code's own protocol library."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
import project  # noqa: E402

BINARY = str(Path(sys.argv.pop(1)).resolve())
PAGE = ROOT / "docs/editors.md"
ELISP = Path("/usr/share/emacs/site-lisp/elpa-src")


class Clients(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.folder = self.home / "project"
        self.folder.mkdir()
        self.folder = project.make(self.folder)

    def run_client(self, *command: str, **environment: str):
        variables = {**os.environ, "HOME": str(self.home), "SMTPLINT": BINARY, "LC_ALL": "C.UTF-8", **environment}
        ended = subprocess.run(command, cwd=self.folder, env=variables, capture_output=True, text=True, timeout=60)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)

    def neovim(self, **environment: str):
        self.run_client("nvim", "--headless", "--clean", "-n", "-c", f"luafile {HERE / 'neovim.lua'}",
                        CONFIGURATION=str(ROOT / "editors/neovim/smtplint.lua"), **environment)

    @unittest.skipUnless(shutil.which("nvim"), "Neovim is not installed")
    def test_neovim(self):
        self.neovim()

    @unittest.skipUnless(shutil.which("nvim"), "Neovim is not installed")
    def test_the_screen_in_the_documents_is_what_neovim_shows(self):
        screen = self.home / "screen.txt"
        self.neovim(SCREEN=str(screen))
        shown = "\n".join(line for line in screen.read_text().splitlines() if line not in ("", "~")).rstrip() + "\n"
        page = PAGE.read_text()
        begin = page.index("```text\n", page.index("## What it looks like")) + len("```text\n")
        end = page.index("```", begin)
        if os.environ.get("SMTPLINT_UPDATE"):
            PAGE.write_text(page[:begin] + shown + page[end:])
        else:
            self.assertEqual(page[begin:end], shown, "SMTPLINT_UPDATE=1 writes it again")

    @unittest.skipUnless(shutil.which("emacs"), "Emacs is not installed")
    def test_emacs(self):
        folders = [argument for folder in sorted(ELISP.glob("*/")) for argument in ("-L", str(folder))]
        self.run_client("emacs", "--batch", "-Q", *folders, "-l", str(HERE / "eglot.el"), "-f",
                        "ert-run-tests-batch-and-exit", PROJECT=f"{self.folder}/",
                        CONFIGURATION=str(ROOT / "editors/emacs/smtplint.el"))

    def test_vscode(self):
        self.run_client("node", str(HERE / "vscode.mjs"), BINARY, str(self.folder))

    def test_the_extension_of_vscode_compiles(self):
        out = self.home / "out"
        compiler = ROOT / "editors/node_modules/typescript/bin/tsc"
        self.run_client("node", str(compiler), "-p", str(ROOT / "editors/vscode"), "--outDir", str(out))
        self.assertTrue((out / "extension.js").is_file())


if __name__ == "__main__":
    unittest.main()
