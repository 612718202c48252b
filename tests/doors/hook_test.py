#!/usr/bin/env python3
"""The hook under the real pre-commit, with no network: the manifest at a tag, the wheel, and a real `git commit`.

usage: hook_test.py BINARY          SMTPLINT_UPDATE=1 writes the log that docs/pre-commit.md shows
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

from project import MAIN, ROOT, Repository, variables

BINARY = ""
UPDATE = os.environ.get("SMTPLINT_UPDATE") == "1"
WHEELS = "/usr/share/python-wheels"
LITERAL = MAIN.replace("var.smtp_port", "25").replace("var.smtp_host", '"smtp.sendgrid.net"')
LOG = re.compile(r"(?<=<!-- a stopped commit -->\n```text\n).*?(?=```\n)", re.S)
MADE_FOR_USERS = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE")


def version() -> str:
    return subprocess.run([BINARY, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]


class Versions(unittest.TestCase):
    def test_the_program_the_package_and_its_dependency_are_one_version(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
        self.assertEqual(project["version"], version())
        self.assertEqual(project["dependencies"], [f"smtplint-bin == {version()}"])

    def test_a_tag_on_what_is_checked_out_is_that_version(self):
        done = subprocess.run(["git", "tag", "--points-at", "HEAD", "v[0-9]*"], cwd=ROOT, capture_output=True, text=True,
                              check=False)
        self.assertIn(done.stdout.split(), ([], [f"v{version()}"]))


class Doors(unittest.TestCase):
    """A repository with the hook installed, as `pre-commit install` does it."""

    hook = "smtplint"

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = Path(cls.temporary.name).resolve()
        subprocess.run([ROOT / "packaging/make_wheel", BINARY, cls.folder / "wheels"], check=True, capture_output=True)
        cls.published = Repository(cls.folder / "smtplint")
        for name in MADE_FOR_USERS:
            shutil.copy(ROOT / name, cls.published.folder / name)
        cls.published.commit()
        cls.published.git("tag", f"v{version()}")

    def setUp(self):
        self.repository = Repository(Path(tempfile.mkdtemp(dir=self.folder)) / "project")
        self.repository.environment |= {
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": f"{self.folder / 'wheels'} {WHEELS}",
            "PRE_COMMIT_HOME": str(self.folder / "pre-commit"), "PRE_COMMIT_COLOR": "never",
        }
        self.configure([])
        self.repository.write("main.tf", MAIN)
        self.repository.write("variables.tf", variables())
        self.repository.write(".smtplint.yaml", "subscription: pay-as-you-go\n")
        self.repository.commit()
        installed = self.repository.run("pre-commit", "install")
        self.assertEqual(installed.returncode, 0, installed.stdout + installed.stderr)

    def configure(self, arguments: list[str]):
        self.repository.write(".pre-commit-config.yaml", json.dumps({"repos": [{
            "repo": str(self.published.folder), "rev": f"v{version()}", "hooks": [{"id": self.hook, "args": arguments}]}]}))

    def commit(self, *arguments: str) -> tuple[bool, str]:
        """Did git take it, and what was printed."""
        self.repository.git("add", "--all")
        done = self.repository.run("git", "commit", "--message", "change", *arguments)
        return done.returncode == 0, done.stdout + done.stderr


class Commits(Doors):
    def test_a_bad_file_stops_the_commit_and_shows_the_finding(self):
        self.repository.write("variables.tf", variables(port=25))
        taken, log = self.commit()
        self.assertFalse(taken, log)
        self.assertIn("--> variables.tf:6:13", log)
        self.show(log)

    def show(self, log: str):
        """The page shows this log."""
        page = ROOT / "docs/pre-commit.md"
        text = page.read_text()
        # What pre-commit says of its own work once; the rest is ours and git's.
        wanted = "$ git commit --message change\n" + re.sub(r"^\[INFO\].*\n", "", log, flags=re.M)
        now = LOG.sub(lambda _: wanted, text, count=1)
        if UPDATE:
            page.write_text(now)
        self.assertEqual(now, page.read_text())

    def test_a_good_file_passes(self):
        self.repository.write("variables.tf", variables(port=465))
        taken, log = self.commit()
        self.assertTrue(taken, log)
        self.assertIn("Passed", log)

    def test_a_host_that_becomes_public_breaks_mail_in_a_file_that_did_not_change(self):
        self.repository.write("variables.tf", variables(host="mail.corp", port=25).replace('"mail.corp"', '"10.0.0.4"'))
        self.repository.commit()
        self.repository.write("variables.tf", variables(port=25))
        taken, log = self.commit()
        self.assertFalse(taken, log)
        self.assertIn("main.tf:1:1", log)

    def test_an_old_finding_elsewhere_stops_nothing(self):
        self.repository.write("old/main.tf", MAIN)
        self.repository.write("old/variables.tf", variables(port=25))
        self.repository.commit()
        self.repository.write("variables.tf", variables(port=465))
        taken, log = self.commit()
        self.assertTrue(taken, log)

    def test_what_is_staged_counts_and_untracked_files_do_not_exist(self):
        self.repository.write("variables.tf", variables(port=25))
        self.repository.git("add", "variables.tf")
        self.repository.write("variables.tf", variables(port=587))
        self.repository.write("other.tf", MAIN.replace('"mail"', '"other"').replace("var.smtp_port", "25"))
        done = self.repository.run("git", "commit", "--message", "change")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("variables.tf:6:13", done.stdout + done.stderr)
        self.assertNotIn("other", done.stdout + done.stderr)

    def test_files_of_no_language_do_not_start_the_hook(self):
        self.repository.write("notes.txt", "smtp 25")
        self.repository.write(".terraform/x/main.tf", MAIN)
        taken, log = self.commit()
        self.assertTrue(taken, log)
        self.assertIn("(no files to check)Skipped", log)

    def test_a_list_in_several_pieces_has_the_findings_of_one(self):
        long_name = "a-name-of-a-folder-that-is-as-long-as-such-names-are-in-large-repositories"
        for number in range(1, 1500):
            self.repository.write(f"{long_name}/{number:04}/main.tf", "# no mail here\n")
        for number in (3, 700, 1499):
            self.repository.write(f"{long_name}/{number:04}/main.tf", LITERAL)
        self.configure(["--format", "concise"])
        self.repository.git("add", "--all")
        whole = self.repository.run(BINARY, "check", "--git-index", "--format", "concise")
        log = self.repository.run("pre-commit", "run", "--all-files").stdout
        found = re.findall(r"^\S+main\.tf:\d+:\d+: error.*$", log, re.M)
        self.assertEqual(sorted(found), sorted(line for line in whole.stdout.splitlines() if "error" in line))
        self.assertEqual(len(found), 3)
        self.assertGreater(log.count("files analysed"), 1)


class InstalledProgram(Doors):
    hook = "smtplint-system"

    def test_the_program_is_the_one_that_the_environment_names(self):
        self.repository.environment["SMTPLINT_BINARY"] = BINARY
        self.repository.write("variables.tf", variables(port=25))
        taken, log = self.commit()
        self.assertFalse(taken, log)
        self.assertIn("--> variables.tf:6:13", log)


class Pattern(unittest.TestCase):
    """What the hook is started for is what the program may read."""

    NAMES = ("main.tf", "a/b.tf.json", "x.tofu", "prod.tfvars", "prod.tfvars.json", "plan.json", "A.JSON", ".env", ".env.local",
             "x.env", "values.yaml", "v.yml", "application.properties", "Web.config", "app.ini", "a.cfg", "a.conf",
             "a.env.template", "main.bicep", "prod.bicepparam", "a.jsonc")
    OTHERS = ("main.tf~", "#main.tf#", ".main.tf", "README.md", "env", "a.yaml.bak", "x.tfstate", "json", "MAIN.TF")

    def test_names(self):
        pattern = self.files()
        self.assertEqual([name for name in self.NAMES if not pattern.search(name)], [])
        self.assertEqual([name for name in self.OTHERS if pattern.search(name)], [])

    def test_the_program_reads_no_file_of_another_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in self.NAMES + self.OTHERS:
                file = Path(folder) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("smtp_port = 25\n" if "tf" in name else "{}")
            done = subprocess.run([BINARY, "check", "--platform", "azure", "--format", "json"], cwd=folder, check=False,
                                  capture_output=True, text=True)
            report = json.loads(done.stdout)
        pattern = self.files()
        read = {file["path"] for key in ("analysed", "notAnalysed") for file in report[key]}
        self.assertIn("main.tf", read)
        self.assertEqual([path for path in read if not pattern.search(path)], [])

    @staticmethod
    def files() -> re.Pattern:
        text = (ROOT / ".pre-commit-hooks.yaml").read_text()
        return re.compile(re.search(r"files: \|\n(.*?\)\$)\n", text, re.S)[1].strip())


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main()
