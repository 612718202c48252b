#!/usr/bin/env python3
"""Records plans as Terraform shows them, of the generated trees of modules of `terraform_expansion`.

`record.py` writes `plans.jsonl` anew: one project a line, with its files and what `terraform show -json` says of its
plan. `--check N` plans every Nth project again and fails where Terraform says something else; without terraform it ends
with 77.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "terraform_expansion"))

from record import Project, terraform  # noqa: E402

TABLE = HERE / "plans.jsonl"
PROJECTS = 30
LARGEST = 24_000
OF_THE_RUN = ("timestamp", "terraform_version")


def shown(files: dict[str, str]) -> dict | None:
    """The plan without what changes from run to run; nothing where Terraform refuses."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        if terraform(folder, "init", "-input=false") is None or \
                terraform(folder, "plan", "-input=false", "-refresh=false", "-out=plan") is None:
            return None
        plan = json.loads(terraform(folder, "show", "-json", "plan") or "{}")
    return {key: value for key, value in plan.items() if key not in OF_THE_RUN}


def record() -> None:
    lines, seed = [], 1000
    while len(lines) < PROJECTS:
        seed += 1
        files = Project(seed).files
        plan = shown(files)
        line = json.dumps({"seed": seed, "files": files, "plan": plan}, ensure_ascii=False, separators=(",", ":"))
        if plan and plan.get("resource_changes") and len(line) <= LARGEST:
            lines.append(line)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} plans recorded, {sum(map(len, lines))} bytes")


def ordered(part):
    """With modules and attributes sorted: Terraform lists them in no order of its own."""
    if isinstance(part, dict):
        return {key: ordered(value) for key, value in part.items()}
    if isinstance(part, list):
        items = [ordered(item) for item in part]
        named = all(isinstance(item, dict) and {"address", "resource"} & item.keys() for item in items)
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) if named else items
    return part


def check(step: int) -> int:
    wrong = 0
    for line in TABLE.read_text(encoding="utf-8").splitlines()[::step]:
        project = json.loads(line)
        if ordered(shown(project["files"])) != ordered(project["plan"]):
            print(f"seed {project['seed']}: terraform shows another plan", file=sys.stderr)
            wrong += 1
    return 1 if wrong else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", type=int, metavar="N", help="plan every Nth recorded project again")
    options = parser.parse_args()
    if shutil.which("terraform") is None:
        print("terraform is not installed")
        return 77
    if options.check:
        return check(options.check)
    record()
    return 0


if __name__ == "__main__":
    sys.exit(main())
