#!/usr/bin/env python3
"""Validates JSON and SARIF reports: by schema, and SARIF by Microsoft's multitool too.

usage: validate.py [BINARY]

Without a program it validates the golden files of the report layer, with one also what the program prints for the
fixtures. The validators come from npm (`npm ci` in tests/).
"""
import json
import os
import pathlib
import stat
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
MODULES = TESTS / "node_modules"
MULTITOOL = MODULES / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
REPORT_SCHEMA = ROOT / "docs/schema/report.schema.json"
SARIF_SCHEMA = MODULES / "@microsoft/sarif-multitool-linux/sarif-2.1.0.json"
# Notes about choices that are ours: messages without ids, no embedded repository or file contents; and help links,
# which rules without a source on the web cannot have.
EXPECTED_NOTES = {"SARIF2002", "SARIF2003", "SARIF2012", "SARIF2013"}


def ajv(schema, files):
    command = ["node", str(MODULES / "ajv-cli/dist/index.js"), "validate", "--spec=draft2020", "--strict=false",
               "-c", str(MODULES / "ajv-formats/dist/index.js"), "-s", str(schema)]
    for file in files:
        command += ["-d", str(file)]
    return subprocess.run(command, capture_output=True, text=True, cwd=TESTS)


def multitool(files, folder):
    """The results of the multitool; its exit code says nothing."""
    MULTITOOL.chmod(MULTITOOL.stat().st_mode | stat.S_IXUSR)
    log = folder / "multitool.json"
    command = [str(MULTITOOL), "validate", *map(str, files), "--config", str(TESTS / "outputs/multitool-offline.xml"),
               "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--output", str(log),
               "--log", "ForceOverwrite"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    if not log.exists():
        raise SystemExit(f"the multitool wrote no log:\n{run.stdout}{run.stderr}")
    return [result for part in json.loads(log.read_text("utf-8-sig"))["runs"] for result in part.get("results", [])]


def is_problem(result):
    return result.get("level", "warning") in ("error", "warning") or result["ruleId"] not in EXPECTED_NOTES


def describe(result):
    location = result["locations"][0]["physicalLocation"]
    line = location.get("region", {}).get("startLine", 0)
    return f"{location['artifactLocation']['uri']}:{line}: {result['ruleId']} {result['message']}"


def expect_valid(schema, files):
    run = ajv(schema, files)
    if run.returncode != 0:
        raise SystemExit(run.stdout + run.stderr)


def expect_validators_awake(folder):
    """A validator that accepts everything would make this test worthless."""
    golden = json.loads((TESTS / "unit/report/golden/canonical.sarif.json").read_text())
    golden["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 900000
    broken = folder / "broken.sarif.json"
    broken.write_text(json.dumps(golden))
    if not any(is_problem(result) for result in multitool([broken], folder)):
        raise SystemExit("the multitool does not see a region that ends before it begins")
    report = json.loads((TESTS / "unit/report/golden/canonical.json").read_text())
    report["findings"][0]["severity"] = "fatal"
    wrong = folder / "wrong.json"
    wrong.write_text(json.dumps(report))
    if ajv(REPORT_SCHEMA, [wrong]).returncode == 0:
        raise SystemExit("the schema accepts a severity that does not exist")


def outputs_of(binary, folder):
    """Runs the program on every fixture and gives the JSON and SARIF files that it wrote."""
    reports, logs = [], []
    for fixture in sorted(path for path in (ROOT / "fixtures").iterdir() if path.is_dir()):
        report, log = folder / f"{fixture.name}.json", folder / f"{fixture.name}.sarif.json"
        run = subprocess.run([binary, "check", str(fixture), "--format", f"json={report}", "--format", f"sarif={log}",
                              "--fail-on", "never"], capture_output=True, text=True, cwd=ROOT)
        if run.returncode != 0 or run.stdout:
            raise SystemExit(f"{fixture.name}: exit code {run.returncode}\n{run.stdout}{run.stderr}")
        reports.append(report)
        logs.append(log)
    if not reports:
        raise SystemExit("there are no fixtures")
    return reports, logs


def main():
    if not MULTITOOL.exists():
        raise SystemExit("the validators are missing; run `npm ci` in tests/")
    golden = TESTS / "unit/report/golden"
    logs = sorted(golden.glob("*.sarif.json"))
    reports = sorted(set(golden.glob("*.json")) - set(logs))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        expect_validators_awake(folder)
        if len(sys.argv) > 1:
            reports, logs = outputs_of(os.path.abspath(sys.argv[1]), folder)
        expect_valid(REPORT_SCHEMA, reports)
        expect_valid(SARIF_SCHEMA, logs)
        problems = [describe(result) for result in multitool(logs, folder) if is_problem(result)]
    if problems:
        raise SystemExit("\n".join(problems))
    print(f"{len(reports)} JSON and {len(logs)} SARIF reports are valid")


if __name__ == "__main__":
    main()
