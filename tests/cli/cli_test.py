#!/usr/bin/env python3
"""Runs the program as users do: exit codes, what goes to stdout and what to stderr, one-line errors.

usage: cli_test.py BINARY
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

BINARY = ""
BLOCKED = """
resource "azurerm_linux_virtual_machine" "mailer" {
  name        = "mailer"
  size        = "Standard_B1s"
  custom_data = base64encode("#cloud-config\\n")
  tags        = {}
}

resource "azurerm_linux_web_app" "shop" {
  name                      = "shop"
  virtual_network_subnet_id = "/subscriptions/0/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v/subnets/s"
  site_config {
    vnet_route_all_enabled = true
  }
  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }
}
"""
QUIET = BLOCKED.replace('"25"', '"587"').replace(
    'SMTP_PORT', 'SMTP_USER = "apikey"\n    SMTP_PASSWORD = var.password\n    SMTP_STARTTLS = "true"\n    SMTP_PORT'
) + '\nvariable "password" {}\n'


REPAIRABLE = """resource "azurerm_container_group" "mailer" {
  container {
    environment_variables = {
      EMAIL_HOST          = "smtp.sendgrid.net"
      EMAIL_PORT          = var.port
      EMAIL_USE_TLS       = "true"
      EMAIL_HOST_USER     = "apikey"
      EMAIL_HOST_PASSWORD = "@Microsoft.KeyVault(SecretUri=https://vault/secrets/key)"
    }
  }
}

variable "port" {}
"""


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def run_program(self, *arguments, folder=".", environment=None, **options):
        return subprocess.run([BINARY, *arguments], capture_output=True, text=True, cwd=self.folder / folder,
                              env={"PATH": os.environ["PATH"], **(environment or {})}, **options)

    def expect_error(self, *arguments, says):
        run = self.run_program(*arguments)
        self.assertEqual((run.returncode, run.stdout), (2, ""), run.stderr)
        self.assertEqual(run.stderr.count("\n"), 1, run.stderr)
        self.assertTrue(run.stderr.startswith("smtplint: "), run.stderr)
        self.assertIn(says, run.stderr)

    def check_json(self, *arguments, **options):
        run = self.run_program("check", "--format", "json", *arguments, **options)
        self.assertIn(run.returncode, (0, 1), run.stderr)
        return json.loads(run.stdout)


class Usage(CliTest):
    def test_version_is_one_line(self):
        run = self.run_program("--version")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertRegex(run.stdout, r"\Asmtplint \d+\.\d+\.\d+[^\n]*\n\Z")

    def test_help_goes_to_stdout(self):
        for command in ([], ["check"], ["inventory"], ["explain"], ["rules"], ["subscriptions"], ["debug"]):
            run = self.run_program(*command, "--help")
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertIn("--help", run.stdout)

    def test_wrong_usage_is_one_line(self):
        self.write("infra/main.tf", QUIET)
        self.expect_error(says="no command given")
        self.expect_error("chek", says="did you mean `check`?")
        self.expect_error("check", "--subscripton", "ea", says="did you mean `--subscription`?")
        self.expect_error("check", "infa", says="did you mean `infra`?")
        self.expect_error("check", "infra/mian.tf", says="did you mean `infra/main.tf`?")
        self.expect_error("check", "--format", "jsn", says="did you mean `json`?")
        self.expect_error("check", "--subscription", "pay-as-you-og", says="did you mean `pay-as-you-go`?")
        self.expect_error("check", "--subscription", "", says="unknown subscription type")
        self.expect_error("check", "--subscription-created", "2024-02-30", says="YYYY-MM-DD")
        self.expect_error("check", "--as-of", "2001-01-01", says="before the first edition")
        self.expect_error("check", "--policy-edition", "E99", says="unknown policy edition `E99`")
        self.expect_error("check", "--var-file", "none.tfvars", says="no file or folder `none.tfvars`")
        self.expect_error("check", "--subscription-info", "none.json", says="none.json")
        self.expect_error("check", "--rules", "none", says="there is no folder `none`")
        self.expect_error("check", "--select", "SMPT001", says="did you mean `SMTP001`?")
        self.expect_error("explain", "SMTP0001", says="did you mean `SMTP001`?")
        self.expect_error("check", "--format", "json=none/report.json", says="cannot be written")
        self.expect_error("debug", "tre", ".", says="did you mean `tree`?")

    def test_options_that_do_not_exist_are_refused(self):
        for option in ("--baseline", "--unsafe-fixes"):
            self.expect_error("check", option, says=f"unknown option `{option.split('=')[0]}`")

    def test_words_of_users_stay_on_one_line(self):
        self.expect_error("check", "a\nb", says="a")
        self.expect_error("check", "--subscription", "ea\n\x1b[2J", says="unknown subscription type")

    def test_broken_rule_files_are_one_line_each(self):
        self.write("rules/providers/a.yaml", "id: [\n")
        self.write("rules/providers/b.yaml", "id: b\nnaem: B\n")
        run = self.run_program("check", "--rules", "rules")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        lines = run.stderr.splitlines()
        self.assertGreaterEqual(len(lines), 2)
        for line in lines:
            self.assertRegex(line, r"^smtplint: rules/providers/[ab]\.yaml:\d+:\d+: .")
        self.assertTrue(any("b.yaml:2:" in line and "`naem`" in line for line in lines), run.stderr)

    def test_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "w") as full:
            run = subprocess.run([BINARY, "rules"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual((run.returncode, run.stderr), (2, "smtplint: stdout cannot be written\n"))


class Knowledge(CliTest):
    def test_explain_takes_id_and_name(self):
        by_id, by_name = self.run_program("explain", "smtp001"), self.run_program("explain", "direct-port-25-blocked")
        self.assertEqual((by_id.returncode, by_id.stderr), (0, ""))
        self.assertEqual(by_id.stdout, by_name.stdout)
        self.assertTrue(by_id.stdout.startswith("SMTP001 direct-port-25-blocked (error)\n"))
        self.assertIn("References:", by_id.stdout)

    def test_rules_are_a_table(self):
        run = self.run_program("rules")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        lines = run.stdout.splitlines()
        self.assertTrue(lines[0].startswith("RULE"))
        column = lines[0].index("SEVERITY")
        self.assertTrue(all(re.match("error|warning|note", line[column:]) for line in lines[1:]), run.stdout)

    def test_the_rules_of_the_program_are_the_rules_of_its_folder(self):
        rules = pathlib.Path(__file__).resolve().parents[2] / "rules"
        self.write("main.tf", BLOCKED)
        for command in (("rules",), ("subscriptions",), ("explain", "SMTP001"),
                        ("check", "--subscription", "payg"), ("check", "--format", "json")):
            built_in, read = self.run_program(*command), self.run_program(*command, "--rules", str(rules))
            self.assertEqual((read.returncode, read.stdout), (built_in.returncode, built_in.stdout), command)
            self.assertEqual(read.stderr.count("replaced by a rule file"), len(list(rules.glob("*/*.yaml"))), command)

    def test_subscriptions_follow_the_edition(self):
        def verdict(*arguments):
            run = self.run_program("subscriptions", *arguments)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            return re.search(r"^pay-as-you-go +(\S+)", run.stdout, re.MULTILINE)[1]

        self.assertEqual(verdict(), "blocked")
        self.assertNotEqual(verdict("--policy-edition", "E1"), "blocked")
        self.assertEqual(verdict("--as-of", "2018-12-01"), verdict("--policy-edition", "E1"))


class Check(CliTest):
    def test_without_findings_stdout_is_empty(self):
        self.write("main.tf", QUIET)
        run = self.run_program("check", "--subscription", "pay-as-you-go")
        self.assertEqual((run.returncode, run.stdout), (0, ""), run.stderr)
        self.assertIn("0 errors", run.stderr)

    def test_findings_go_to_stdout_and_fail(self):
        self.write("main.tf", BLOCKED)
        run = self.run_program("check", "--subscription", "payg")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("error[SMTP001]", run.stdout)
        self.assertIn("1 error", run.stderr)
        self.assertNotIn("1 error,", run.stdout)

    def test_fail_on_decides_the_exit_code(self):
        self.write("main.tf", BLOCKED)
        for word, code in (("error", 1), ("note", 1), ("never", 0)):
            run = self.run_program("check", "--subscription", "payg", "--fail-on", word)
            self.assertEqual(run.returncode, code)
        run = self.run_program("check", "--subscription", "payg", "--ignore", "SMTP001", "--fail-on", "error")
        self.assertEqual(run.returncode, 0, run.stdout)

    def test_several_formats_of_one_analysis(self):
        self.write("main.tf", BLOCKED)
        run = self.run_program("check", "--subscription", "payg", "--format", "json=a.json", "--format",
                               "sarif=b.sarif", "--format", "concise", "--color", "always")
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stdout, r"\Amain\.tf:\d+:\d+: error\[SMTP001\]")
        report = json.loads((self.folder / "a.json").read_text())
        log = json.loads((self.folder / "b.sarif").read_text())
        finding, result = report["findings"][0], log["runs"][0]["results"][0]
        region = result["locations"][0]["physicalLocation"]["region"]
        self.assertEqual((finding["location"]["line"], finding["rule"]), (region["startLine"], result["ruleId"]))

    def test_documents_are_whole_when_empty(self):
        self.write("main.tf", QUIET)
        report = self.check_json()
        self.assertEqual(list(report), ["version", "tool", "findings", "senders", "analysed", "notAnalysed"])
        self.assertEqual(report["findings"], [])
        run = self.run_program("check", "--format", "sarif")
        self.assertEqual(json.loads(run.stdout)["runs"][0]["results"], [])

    def test_location_is_the_literal(self):
        self.write("main.tf", BLOCKED)
        location = self.check_json("--subscription", "payg")["findings"][0]["location"]
        line = BLOCKED.split("\n")[location["line"] - 1]
        self.assertEqual(line[location["column"] - 1:location["endColumn"] - 1], "25")

    def test_start_folder_does_not_matter(self):
        self.write("repository/.git/HEAD", "")
        self.write("repository/infra/main.tf", BLOCKED)
        (self.folder / "repository/docs").mkdir()
        seen = {}
        for folder, path in (("repository", "infra"), ("repository/docs", "../infra"), ("repository/infra", "."),
                             (".", "repository")):
            report = self.check_json(path, "--subscription", "payg", folder=folder)
            location = report["findings"][0]["location"]
            real = (self.folder / folder / location.pop("path")).resolve()
            self.assertEqual(real, self.folder / "repository/infra/main.tf")
            seen[folder] = (location, report["findings"][0]["rule"])
        self.assertEqual(len({str(entry) for entry in seen.values()}), 1, seen)

    def test_workspaces_apart_are_joined(self):
        self.write("one/.git/HEAD", "")
        self.write("one/main.tf", BLOCKED)
        self.write("two/.git/HEAD", "")
        self.write("two/main.tf", BLOCKED)
        (self.folder / "here").mkdir()
        report = self.check_json("../one", "../two", "--subscription", "payg", folder="here")
        paths = {finding["location"]["path"] for finding in report["findings"]}
        self.assertEqual({os.path.normpath(path) for path in paths}, {"../one/main.tf", "../two/main.tf"})

    def test_two_runs_print_the_same(self):
        self.write("main.tf", BLOCKED)
        for form in ("text", "json", "sarif", "concise", "inventory"):
            runs = [self.run_program("check", "--format", form).stdout for _ in range(2)]
            self.assertEqual(runs[0], runs[1])

    def test_colour_only_where_it_is_wanted(self):
        self.write("main.tf", BLOCKED)
        arguments = ("check", "--subscription", "payg")
        self.assertNotIn("\x1b", self.run_program(*arguments).stdout)
        self.assertIn("\x1b", self.run_program(*arguments, "--color", "always").stdout)
        self.assertIn("\x1b", self.run_program(*arguments, environment={"FORCE_COLOR": "1"}).stdout)
        self.assertNotIn("\x1b", self.run_program(
            *arguments, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout)

    def test_inventory_lists_senders_and_never_fails(self):
        self.write("main.tf", BLOCKED)
        run = self.run_program("inventory", "--subscription", "payg")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue(run.stdout.startswith("VERDICT"), run.stdout)
        self.assertIn("azurerm_linux_web_app.shop", run.stdout)

    def test_configuration_counts_from_wherever_the_program_starts(self):
        self.write(".git/HEAD", "")
        self.write(".smtplint.yaml", "subscription: [{path: infra/prod, type: pay-as-you-go}]\n")
        self.write("infra/prod/main.tf", BLOCKED)
        outputs = set()
        for folder, path in ((".", "."), ("infra", "prod"), ("infra/prod", ".")):
            run = self.run_program("check", "--format", "json", path, folder=folder)
            self.assertEqual(run.returncode, 1, run.stderr)
            finding = json.loads(run.stdout)["findings"][0]
            outputs.add((finding["rule"], finding["fingerprint"], finding["subscription"]["source"]))
        self.assertEqual({(rule, source) for rule, _, source in outputs}, {("SMTP001", "configuration")})
        self.assertEqual(len(outputs), 1)

    def test_a_file_is_repaired_in_its_encoding_with_its_mode_and_behind_its_link(self):
        self.write("main.tf", REPAIRABLE)
        real = self.folder / "values/real.tfvars"
        real.parent.mkdir()
        real.write_bytes('port = "25" # größer\r\n'.encode("utf-16"))
        real.chmod(0o640)
        link = self.folder / "terraform.tfvars"
        link.symlink_to("values/real.tfvars")
        run = self.run_program("check", "--fix")
        self.assertEqual((run.returncode, run.stdout), (0, ""), run.stderr)
        self.assertIn("repaired 1 file\n", run.stderr)
        self.assertTrue(link.is_symlink())
        self.assertEqual(real.read_bytes(), 'port = "587" # größer\r\n'.encode("utf-16"))
        self.assertEqual(real.stat().st_mode & 0o777, 0o640)
        self.assertEqual(sorted(path.name for path in self.folder.rglob("*.tfvars*")), ["real.tfvars", "terraform.tfvars"])
        self.assertEqual(self.run_program("check", "--diff").stdout, "")

    def test_a_folder_that_a_link_leads_to_is_read_once(self):
        self.write("shared/.env", "SMTP_HOST=smtp.sendgrid.net\nSMTP_PORT=25\n")
        (self.folder / "app").symlink_to("shared")
        for named in ([], ["shared"], ["app"], ["app/.env"]):
            run = self.run_program("check", "--subscription", "pay-as-you-go", "--format", "json", *named)
            report = json.loads(run.stdout)
            self.assertEqual([finding["location"]["path"] for finding in report["findings"]], ["shared/.env"], named)

    def test_a_file_that_a_link_leads_to_is_said_once(self):
        self.write("shop/appsettings.json", '{"Smtp": {"Host": "smtp.sendgrid.net", "Port": 25}}')
        (self.folder / "jobs").mkdir()
        (self.folder / "jobs/appsettings.json").symlink_to("../shop/appsettings.json")
        self.write("mail/settings.txt", "SMTP_HOST=mail.contoso.com\nSMTP_PORT=25\n")
        (self.folder / "mail/.env").symlink_to("settings.txt")
        run = self.run_program("check", "--subscription", "pay-as-you-go", "--format", "json")
        places = [finding["location"]["path"] for finding in json.loads(run.stdout)["findings"]]
        self.assertEqual(places, ["mail/.env", "shop/appsettings.json"])

    def test_what_git_takes_for_binary_is_not_in_the_diff(self):
        self.write("main.tf", REPAIRABLE)
        (self.folder / "terraform.tfvars").write_bytes("port = 25\n".encode("utf-16"))
        run = self.run_program("check", "--diff")
        self.assertEqual((run.returncode, run.stdout), (1, ""), run.stderr)
        self.assertIn("not in the diff: terraform.tfvars", run.stderr)

    def test_a_link_is_not_in_the_diff(self):
        self.write("main.tf", REPAIRABLE)
        self.write("values/real.txt", 'port = "25"\n')
        (self.folder / "terraform.tfvars").symlink_to("values/real.txt")
        run = self.run_program("check", "--diff")
        self.assertEqual((run.returncode, run.stdout), (1, ""), run.stderr)
        self.assertIn("not in the diff: terraform.tfvars: it is a link", run.stderr)

    def test_graphviz_draws_the_path(self):
        self.write("main.tf", BLOCKED)
        run = self.run_program("graph", "--subscription", "pay-as-you-go", "--format", "svg")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        drawing = ElementTree.fromstring(run.stdout)
        self.assertEqual(drawing.tag, "{http://www.w3.org/2000/svg}svg")
        self.assertIn("azurerm_linux_web_app.shop", "".join(drawing.itertext()))
        without = self.run_program("graph", "--format", "svg", environment={"PATH": "/nowhere"})
        self.assertEqual((without.returncode, without.stdout), (2, ""))
        self.assertIn("needs Graphviz", without.stderr)

    def test_debug_shows_every_stage(self):
        self.write("main.tf", BLOCKED)
        for stage in ("tree", "eval", "resources", "model"):
            run = self.run_program("debug", stage, "main.tf")
            self.assertEqual((run.returncode, run.stderr), (0, ""), stage)
            self.assertIn("shop", run.stdout)


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main()
