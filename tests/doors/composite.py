"""Runs a composite Action as GitHub's runner does, as far as ours needs it: expressions of `inputs`, `steps` and `github`,
conditions, the files of outputs and the summary, and the very command line of `shell: bash`.

Refused, because the runner would do something else or something dangerous: an expression inside `run`, an input that the
Action does not have, another shell, a summary of more than 1 MiB.
"""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SUMMARY_BYTES = 1 << 20


class Refused(Exception):
    pass


@dataclass
class Outcome:
    code: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    used: list[dict] = field(default_factory=list)  # steps that call other Actions, with their inputs


class Run:
    def __init__(self, action: Path, workspace: Path, temporary: Path, inputs: dict[str, str], environment: dict[str, str]):
        self.action = yaml.safe_load((action / "action.yml").read_text())
        unknown = inputs.keys() - self.action["inputs"].keys()
        if unknown:
            raise Refused(f"no such input: {sorted(unknown)}")
        self.inputs = {name: inputs.get(name, str(row.get("default", ""))) for name, row in self.action["inputs"].items()}
        self.workspace, self.temporary = workspace, temporary
        self.environment = environment | {
            "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(workspace), "GITHUB_ACTION_PATH": str(action),
            "RUNNER_TEMP": str(temporary),
        }
        self.steps: dict[str, dict[str, str]] = {}
        self.outcome = Outcome()

    def value(self, expression: str) -> str:
        words = expression.split(".")
        if words[0] == "inputs" and len(words) == 2:
            return self.inputs[words[1]]
        if words[0] == "steps" and len(words) == 4 and words[2] == "outputs":
            return self.steps.get(words[1], {}).get(words[3], "")
        raise Refused(f"expression `{expression}`")

    def filled(self, text) -> str:
        return EXPRESSION.sub(lambda match: self.value(match[1]), str(text))

    def holds(self, condition: str | None) -> bool:
        """`a == 'x' && always() && ...`; a step without `always()` wants that none has failed."""
        parts = [part.strip() for part in (condition or "").split("&&") if part.strip()]
        if "always()" not in parts and self.outcome.code != 0:
            return False
        return all(self.compares(part) for part in parts if part != "always()")

    def compares(self, part: str) -> bool:
        match = re.fullmatch(r"(\S+) (==|!=) '(.*)'", part)
        if match is None:
            raise Refused(f"condition `{part}`")
        return (self.value(match[1]) == match[3]) == (match[2] == "==")

    def run(self) -> Outcome:
        for number, step in enumerate(self.action["runs"]["steps"]):
            if not self.holds(step.get("if")):
                continue
            if "uses" in step:
                self.outcome.used.append({"uses": step["uses"], **{k: self.filled(v) for k, v in step["with"].items()}})
            else:
                self.run_step(step, self.temporary / f"step-{number}")
        self.outcome.outputs = {name: self.filled(row["value"]) for name, row in self.action["outputs"].items()}
        return self.outcome

    def run_step(self, step: dict, files: Path) -> None:
        if step["shell"] != "bash" or EXPRESSION.search(step["run"]):
            raise Refused(f"step `{step['run']}`")
        files.mkdir()
        script, output, summary = files / "script.sh", files / "output", files / "summary"
        script.write_text(step["run"])
        output.touch()
        summary.touch()
        environment = self.environment | {name: self.filled(value) for name, value in step.get("env", {}).items()}
        environment |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
        done = subprocess.run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)], cwd=self.workspace,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.outcome.log += done.stdout.decode()
        self.outcome.code = self.outcome.code or done.returncode
        if summary.stat().st_size > SUMMARY_BYTES:
            raise Refused("the summary is larger than the runner takes")
        self.outcome.summary += summary.read_text()
        lines = output.read_text().splitlines()
        self.steps[step.get("id", str(files))] = dict(line.split("=", 1) for line in lines)


def commands(log: str) -> list[str]:
    """What the runner would obey: `::x::` at the start of a line and `##[x]` anywhere, but for stopped ones."""
    found, token = [], None
    for line in log.splitlines():
        stripped = line.strip()
        if token:
            token = None if stripped == f"::{token}::" else token
        elif stop := re.match(r"::stop-commands::(.+)", stripped):
            token = stop[1]
        elif re.match(r"::[a-z-]+.*?::", stripped) or re.search(r"##\[[a-z]", line):
            found.append(line)
    return found
