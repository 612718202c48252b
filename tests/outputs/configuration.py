#!/usr/bin/env python3
"""The schema of `.smtplint.yaml` and the program's reader agree: both take a configuration, or both refuse it.

usage: configuration.py BINARY
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from validate import ROOT, ajv

SCHEMA = ROOT / "docs/schema/configuration.schema.json"
TAKEN = [
    {},
    {"subscription": "pay-as-you-go"},
    {"subscription": "ea"},
    {"subscription": []},
    {"subscription": [{"type": "csp", "path": "infra", "environment": "prod*", "provider": "hub",
                       "created": "2020-01-31", "exempt": {"evidence": "request 1", "date": "2024-05-07"}}]},
    {"private-domains": ["contoso.com"], "private-addresses": ["10.0.0.0/8"], "relays": ["smtp-*.contoso.com"]},
    {"severity": {"SMTP003": "note", "direct-port-25-blocked": "off"}} | {"exclude": ["old", "**/*.tfvars"]},
    {"ignore": [{"rule": "SMTP003", "reason": "accepted", "path": "a", "address": "b", "until": "2030-01-01"}]},
    {"policy-edition": "E8", "as-of": "2023-02-01", "platform": "azure"},
]
REFUSED = [
    [],
    {"subscriptions": "pay-as-you-go"},
    {"subscription": "paygo"},
    {"subscription": [{"path": "infra"}]},
    {"subscription": [{"type": "csp", "exempt": {"evidence": "request 1"}}]},
    {"subscription": [{"type": "csp", "created": "January"}]},
    {"subscription": ["csp"]},
    {"private-domains": "contoso.com"},
    {"severity": {"smtp1": "note"}},
    {"severity": {"SMTP001": "warn"}},
    {"severity": ["SMTP001"]},
    {"exclude": [""]},
    {"ignore": [{"rule": "SMTP003"}]},
    {"ignore": [{"rule": "SMTP003", "reason": "accepted", "file": "a"}]},
    {"policy-edition": "E99"},
    {"as-of": "31.12.2024"},
    {"platform": "aws"},
    {"apps": [{"path": "shop"}]},
]


def taken_by_program(binary, configuration):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / ".smtplint.yaml").write_text(json.dumps(configuration))
        done = subprocess.run([binary, "check"], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 0


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    expected = [(configuration, True) for configuration in TAKEN] + [(configuration, False) for configuration in REFUSED]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, (configuration, _) in enumerate(expected):
            files.append(pathlib.Path(folder) / f"{number}.json")
            files[-1].write_text(json.dumps(configuration))
        said = ajv(SCHEMA, files)
        lines = set((said.stdout + said.stderr).splitlines())
    wrong = []
    for file, (configuration, taken) in zip(files, expected):
        by_schema, refused = f"{file} valid" in lines, f"{file} invalid" in lines
        if by_schema == refused:
            raise SystemExit(f"the validator says nothing of {configuration}:\n{said.stdout}{said.stderr}")
        if by_schema != taken:
            wrong.append(f"the schema should {'take' if taken else 'refuse'} {configuration}")
        if taken_by_program(binary, configuration) != taken:
            wrong.append(f"the program should {'take' if taken else 'refuse'} {configuration}")
    if wrong:
        raise SystemExit("\n".join(wrong))
    print(f"{len(expected)} configurations")


if __name__ == "__main__":
    main()
