#!/usr/bin/env python3
"""`--git-index` on real repositories made by git: what is staged counts, and nothing else exists.

usage: git_index_test.py BINARY
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BINARY = ""
PORT = "environment_variables = { SMTP_HOST = \"mail.contoso.com\", SMTP_PORT = %s }"
SENDER = """
resource "azurerm_container_group" "mail" {
  os_type = "Linux"
  container {
    name = "sender"
    %s
  }
}
""" % PORT
LEAKS = f"print_suppressions=0:suppressions={pathlib.Path(__file__).resolve().parent / 'leaks.supp'}"
BAD, GOOD = SENDER % 25, SENDER % 2525
GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "a",
       "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}


class GitIndex(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve() / "repository"
        self.folder.mkdir()
        self.environment = {"PATH": os.environ["PATH"], "HOME": folder.name, "LSAN_OPTIONS": LEAKS} | GIT

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, check=True, capture_output=True)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def check(self, *arguments):
        """The report of `check --git-index`, and its lines on stderr before the summary."""
        done = subprocess.run([BINARY, "check", "--git-index", "--format", "json", *arguments], cwd=self.folder,
                              env=self.environment, capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return json.loads(done.stdout), done.stderr.splitlines()[:-1]

    def found(self, *arguments):
        report, said = self.check(*arguments)
        self.assertEqual(said, [])
        return [finding["location"]["path"] for finding in report["findings"]]

    def test_what_is_staged_counts(self):
        self.git("init", "-q")
        self.write("main.tf", BAD)
        self.git("add", "main.tf")
        self.write("main.tf", GOOD)
        self.assertEqual(self.found(), ["main.tf"])
        self.git("add", "main.tf")
        self.write("main.tf", BAD)
        self.assertEqual(self.found(), [])

    def test_what_is_not_tracked_does_not_exist(self):
        self.git("init", "-q")
        self.write("main.tf", GOOD)
        self.write("new.tf", BAD)
        self.git("add", "main.tf")
        self.git("add", "--intent-to-add", "new.tf")
        self.write("newer.tf", BAD)
        report, _ = self.check()
        self.assertEqual([file["path"] for file in report["analysed"]], ["main.tf"])

    def test_a_deleted_file_that_is_still_staged_counts(self):
        self.git("init", "-q")
        self.write("infra/main.tf", BAD)
        self.git("add", ".")
        (self.folder / "infra/main.tf").unlink()
        self.assertEqual(self.found(), ["infra/main.tf"])

    def test_the_index_of_a_partial_commit_is_the_one_that_git_names(self):
        self.git("init", "-q")
        self.write("main.tf", GOOD)
        self.git("add", "main.tf")
        self.git("commit", "-q", "-m", "one")
        self.environment["GIT_INDEX_FILE"] = str(self.folder / "partial-index")
        self.write("main.tf", BAD)
        self.git("add", "main.tf")
        self.assertEqual(self.found(), ["main.tf"])
        self.environment["GIT_INDEX_FILE"] = "partial-index"
        self.assertEqual(self.found(), ["main.tf"])
        del self.environment["GIT_INDEX_FILE"]
        self.assertEqual(self.found(), [])

    def test_links_are_followed_inside_the_workspace_only(self):
        self.git("init", "-q")
        self.write("shared/mail.tf", BAD)
        self.write("../outside/mail.tf", BAD)
        (self.folder / "app").symlink_to("shared")
        (self.folder / "away").symlink_to("../outside")
        (self.folder / "one").symlink_to("two")
        (self.folder / "two").symlink_to("one")
        self.git("add", ".")
        report, said = self.check()
        self.assertEqual([finding["location"]["path"] for finding in report["findings"]], ["shared/mail.tf"],
                         "a folder that a link leads to is read once")
        self.assertEqual({file["path"]: file["reason"] for file in report["notAnalysed"]},
                         {"away": "a link out of the workspace", "one": "a link to nothing", "two": "a link to nothing"})
        self.assertEqual(len(said), 3)

    def test_submodules_and_conflicts_are_said(self):
        self.git("init", "-q")
        self.write("main.tf", GOOD)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "one")
        self.git("checkout", "-q", "-b", "other")
        self.write("main.tf", BAD)
        self.git("commit", "-q", "-a", "-m", "two")
        self.git("checkout", "-q", "-")
        self.write("main.tf", SENDER % 587)
        self.git("commit", "-q", "-a", "-m", "three")
        subprocess.run(["git", "merge", "-q", "other"], cwd=self.folder, env=self.environment, check=False,
                       capture_output=True)
        head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=self.folder, env=self.environment, check=True,
                              capture_output=True, text=True).stdout.strip()
        self.git("update-index", "--add", "--cacheinfo", f"160000,{head},module")
        report, _ = self.check()
        self.assertEqual({file["path"] for file in report["notAnalysed"]}, {"main.tf", "module"})

    def test_folders_beside_files_of_nearly_the_same_name(self):
        self.git("init", "-q")
        for path in ("a-b.tf", "a.tf", "a/x/main.tf", "a0.tf"):
            self.write(path, BAD)
        self.git("add", ".")
        self.assertEqual(sorted(self.found()), ["a-b.tf", "a.tf", "a/x/main.tf", "a0.tf"])

    def test_where_the_index_cannot_be_read_the_disk_is(self):
        for arguments in (["init", "-q", "--object-format=sha256"], ["init", "-q"]):
            with self.subTest(arguments):
                subprocess.run(["rm", "-rf", self.folder / ".git"], check=True)
                self.git(*arguments)
                self.write("main.tf", BAD)
                self.git("add", ".")
                if "--object-format=sha256" not in arguments:
                    self.git("update-index", "--split-index")
                report, said = self.check()
                self.assertEqual([finding["location"]["path"] for finding in report["findings"]], ["main.tf"])
                self.assertEqual(len(said), 1, said)
                self.assertIn("git's index cannot be read (", said[0])

    def test_a_folder_without_repository_is_read_from_disk(self):
        self.write("main.tf", BAD)
        report, said = self.check()
        self.assertEqual(len(report["findings"]), 1)
        self.assertEqual(len(said), 1, said)


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main()
