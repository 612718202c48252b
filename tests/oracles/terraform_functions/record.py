#!/usr/bin/env python3
"""Records what Terraform makes of expressions.

Each line of a table holds an expression, its outcome (`value`, `unknown` or `error`) and, for a value, its JSON,
separated by tabs. `record.py FILE.tsv...` evaluates the first column of every line and writes the other two;
to add a vector, add a line with the expression alone. `--check` writes nothing and fails where a table is not what
Terraform says; `--sample N` takes every Nth line only.
"""

import argparse
import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
BATCH = 100
RECORDED_WITH = "1.11"
SKIPPED = 77
ANSWER = re.compile(r'^\s*"?(e\d+)"? = (.*)$')


def console(expression: str) -> subprocess.CompletedProcess:
    environment = dict(os.environ, CHECKPOINT_DISABLE="1", TF_CLI_CONFIG_FILE=os.devnull)
    return subprocess.run(["terraform", "console"], input=expression, capture_output=True, text=True,
                          cwd=FOLDER / "files", env=environment, check=False)


def outcome_of(printed: str) -> tuple[str, str]:
    if "known after apply" in printed or printed == "(unknown)":
        return "unknown", ""
    encoded = json.loads(printed)
    if encoded == "!":
        return "error", ""
    return "value", base64.b64decode(encoded).decode()


def evaluate(expressions: list[str]) -> list[tuple[str, str]]:
    """Many at once; a batch that Terraform refuses as a whole (a wrong number of arguments) is halved."""
    if not expressions:
        return []
    parts = [f'e{i} = nonsensitive(try(base64encode(jsonencode({expression})), "!"))'
             for i, expression in enumerate(expressions)]
    run = console("{" + ", ".join(parts) + "}")
    if run.returncode != 0:
        if len(expressions) == 1:
            return [("error", "")]
        middle = len(expressions) // 2
        return evaluate(expressions[:middle]) + evaluate(expressions[middle:])
    answers = {}
    for line in run.stdout.split("\n"):
        if match := ANSWER.match(line):
            answers[match.group(1)] = outcome_of(match.group(2))
    return [answers[f"e{i}"] for i in range(len(expressions))]


def installed_version() -> str:
    """`1.11`; empty without Terraform."""
    try:
        run = subprocess.run(["terraform", "version", "-json"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return ".".join(json.loads(run.stdout)["terraform_version"].split(".")[:2])


def record(lines: list[str]) -> list[str]:
    places = [i for i, line in enumerate(lines) if line and not line.startswith("#")]
    result = list(lines)
    for start in range(0, len(places), BATCH):
        batch = places[start:start + BATCH]
        expressions = [lines[i].split("\t")[0] for i in batch]
        for i, expression, (outcome, value) in zip(batch, expressions, evaluate(expressions)):
            result[i] = f"{expression}\t{outcome}" + (f"\t{value}" if outcome == "value" else "")
    return result


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tables", nargs="*", type=Path)
    options.add_argument("--check", action="store_true")
    options.add_argument("--sample", type=int, default=1)
    arguments = options.parse_args()
    if arguments.sample > 1 and not arguments.check:
        options.error("--sample would drop lines of the tables; it goes with --check")
    if arguments.check and installed_version() != RECORDED_WITH:
        print(f"skipped: the tables are recorded with Terraform {RECORDED_WITH}, which is not installed")
        return SKIPPED
    differences = 0
    for table in arguments.tables or sorted(FOLDER.glob("*.tsv")):
        before = table.read_text(encoding="utf-8").rstrip("\n").split("\n")[::arguments.sample]
        after = record(before)
        if not arguments.check:
            table.write_text("\n".join(after) + "\n", encoding="utf-8")
            continue
        for old, new in zip(before, after):
            if old != new:
                print(f"{table.name}: recorded `{old}`, Terraform says `{new}`")
                differences += 1
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
