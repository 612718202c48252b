#!/usr/bin/env python3
"""The command line, the hook, the Action and the server find the same in one project.

usage: same_findings_test.py BINARY
"""

import json
import os
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote, urlparse

import composite
from project import ROOT, Repository

sys.path.insert(0, str(ROOT / "tests/editors"))
from wire import Client  # noqa: E402

BINARY = ""
HOOKS = """repos:
  - repo: local
    hooks:
      - id: smtplint
        name: smtplint
        language: system
        entry: sh -c 'exec "$SMTPLINT_BINARY" check --git-index "$@"' smtplint
        args: [--format, json=%s]
        require_serial: true
"""


class SameFindings(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name).resolve()
        self.repository = Repository(self.folder / "shop")
        self.repository.copy(ROOT / "fixtures/demo-shop")
        self.repository.write(".smtplint.yaml", "subscription: pay-as-you-go\n")
        self.repository.commit()
        self.repository.environment["SMTPLINT_BINARY"] = BINARY

    def of_json(self, text: str) -> set:
        return {(found["rule"], found["location"]["path"], found["location"]["line"], found["location"]["column"])
                for found in json.loads(text)["findings"]}

    def from_command_line(self) -> set:
        return self.of_json(self.repository.run(BINARY, "check", "--format", "json").stdout)

    def from_hook(self) -> set:
        report = self.folder / "hook.json"
        config = self.folder / "hooks.yaml"
        config.write_text(HOOKS % report)
        done = self.repository.run("pre-commit", "run", "--all-files", "--config", str(config))
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        return self.of_json(report.read_text())

    def from_action(self) -> set:
        temporary = self.folder / "runner"
        temporary.mkdir()
        outcome = composite.Run(ROOT, self.repository.folder, temporary, {}, self.repository.environment).run()
        results = json.loads(Path(outcome.outputs["sarif-file"]).read_text())["runs"][0]["results"]
        self.assertEqual(outcome.outputs["findings"], str(len(results)))
        places = [(result["ruleId"], result["locations"][0]["physicalLocation"]) for result in results]
        return {(rule, place["artifactLocation"]["uri"], place["region"]["startLine"], place["region"]["startColumn"])
                for rule, place in places}

    def from_server(self, files: set[str]) -> set:
        """What an editor shows in which these files are open."""
        shown: dict[str, set] = {}
        with Client(BINARY) as client:
            client.ask("initialize", {"processId": None, "rootUri": self.repository.folder.as_uri(), "capabilities": {
                "general": {"positionEncodings": ["utf-32"]}, "textDocument": {"publishDiagnostics": {}}}})
            client.notify("initialized")
            for path in sorted(files):
                file = self.repository.folder / path
                client.notify("textDocument/didOpen", {"textDocument": {
                    "uri": file.as_uri(), "languageId": "terraform", "version": 1, "text": file.read_text()}})
            while {path for path, found in shown.items() if found} != files:
                published = client.wait_for(lambda message: message.get("method") == "textDocument/publishDiagnostics")["params"]
                path = Path(unquote(urlparse(published["uri"]).path)).relative_to(self.repository.folder).as_posix()
                starts = [(one["code"], one["range"]["start"]) for one in published["diagnostics"]]
                shown[path] = {(rule, path, start["line"] + 1, start["character"] + 1) for rule, start in starts}
        return set().union(*shown.values())

    def test_all_doors(self):
        wanted = self.from_command_line()
        self.assertGreaterEqual(len(wanted), 3)
        self.assertEqual(self.from_hook(), wanted)
        self.assertEqual(self.from_action(), wanted)
        self.assertEqual(self.from_server({path for _, path, _, _ in wanted}), wanted)


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main()
