#!/usr/bin/env python3
"""Generates trees of Terraform modules and records which instances `terraform plan` makes of them.

`record.py` writes `expansions.jsonl` anew: one project a line, with its files and the planned instances. Every project
is made of its seed alone. `--check N` plans every Nth project again and fails where Terraform says something else;
without terraform it ends with 77.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from expressions import Expressions, Names

TABLE = Path(__file__).parent / "expansions.jsonl"
PROJECTS = 300
TYPES = {"text": "string", "number": "number", "flag": "bool", "texts": "list(string)", "numbers": "list(number)",
         "map": "map(string)", "object": "object({ host = string, port = number, tags = list(string) })"}


class Project:
    """One tree of modules; every choice comes from the seed."""

    def __init__(self, seed: int):
        self.source = random.Random(seed)
        self.files: dict[str, str] = {}
        self.modules = 0
        self.tfvars: list[str] = []
        self.write_module("", 0, [])

    def chance(self, probability: float) -> bool:
        return self.source.random() < probability

    def kind(self) -> str:
        return self.source.choice(list(TYPES))

    def variables(self, folder: str, given: list[tuple[str, str]], names: Names) -> str:
        text = ""
        for name, kind in given:
            annotation = f"  type = {TYPES[kind]}\n" if self.chance(0.7) else ""
            text += f'variable "{name}" {{\n{annotation}}}\n'
            names.add(kind, f"var.{name}")
        for i in range(self.source.randrange(3)):
            kind = self.kind()
            plain = Expressions(self.source, Names())
            annotation = f"  type = {TYPES[kind]}\n" if self.chance(0.7) else ""
            text += f'variable "own{i}" {{\n{annotation}  default = {plain.literal(kind)}\n}}\n'
            if folder == "" and self.chance(0.5):
                self.tfvars.append(f"own{i} = {plain.literal(kind)}")
            names.add(kind, f"var.own{i}")
        return text

    def locals(self, names: Names) -> str:
        text = "locals {\n"
        for i in range(self.source.randrange(1, 4)):
            kind = self.kind()
            text += f"  l{i} = {Expressions(self.source, names).of(kind)}\n"
            names.add(kind, f"local.l{i}")
        return text + "}\n"

    def expansion(self, names: Names) -> tuple[str, str, Names]:
        """The meta-argument, the index of one instance, and the names inside of it."""
        inner, write = names.copy(), Expressions(self.source, names)
        form = self.source.randrange(6)
        if form == 0:
            inner.add("number", "count.index")
            return f"  count = {self.source.choice(['2', '1 + 1', '0', 'true ? 1 : 0', 'length([1, 2])'])}\n", "", inner
        if form == 1:
            inner.add("text", "each.key")
            inner.add("text", "each.value")
            return f"  for_each = toset({write.of('texts', 2)})\n", "", inner
        if form == 2:
            inner.add("text", "each.key")
            inner.add("object", "each.value")
            return f"  for_each = {{ one = {write.of('object', 1)}, two = {write.of('object', 2)} }}\n", '["one"]', inner
        if form == 3:
            inner.add("text", "each.key")
            inner.add("text", "each.value")
            return f"  for_each = {write.of('map', 1)}\n", "", inner
        return "", "single", inner

    def resources(self, names: Names) -> str:
        text = ""
        for i in range(self.source.randrange(1, 4)):
            meta, index, inner = self.expansion(names)
            kind = self.kind()
            value = Expressions(self.source, inner).of(kind)
            text += f'resource "terraform_data" "r{i}" {{\n{meta}  input = {value}\n}}\n'
            if index:
                names.add(kind, f"terraform_data.r{i}{'' if index == 'single' else index}.input")
            else:
                names.add("number", f"length(terraform_data.r{i})")
        return text

    def calls(self, folder: str, depth: int, names: Names) -> str:
        text = ""
        for i in range(self.source.randrange(1, 3) if depth < 2 else 0):
            self.modules += 1
            path = f"{folder}m{self.modules}"
            given = [(f"g{n}", self.kind()) for n in range(self.source.randrange(1, 4))]
            outputs = self.write_module(path + "/", depth + 1, given)
            meta, index, inner = self.expansion(names)
            write = Expressions(self.source, inner)
            arguments = "".join(f"  {name} = {write.of(kind)}\n" for name, kind in given)
            text += f'module "c{i}" {{\n  source = "./m{self.modules_of(path)}"\n{meta}{arguments}}}\n'
            for name, kind in outputs:
                if index == "single":
                    names.add(kind, f"module.c{i}.{name}")
                elif index:
                    names.add(kind, f"module.c{i}{index}.{name}")
                elif "for_each" in meta:
                    names.add("numbers", f"[for k, m in module.c{i} : length(k)]")
                elif kind == "text":
                    names.add("texts", f"module.c{i}[*].{name}")
        return text

    @staticmethod
    def modules_of(path: str) -> str:
        return path.rsplit("m", 1)[1]

    def write_module(self, folder: str, depth: int, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
        names = Names()
        text = self.variables(folder, given, names) + self.locals(names)
        text += self.calls(folder, depth, names) + self.resources(names)
        outputs = []
        for i in range(self.source.randrange(1, 3)):
            kind = self.kind()
            text += f'output "o{i}" {{\n  value = {Expressions(self.source, names).of(kind)}\n}}\n'
            outputs.append((f"o{i}", kind))
        if folder == "" and self.tfvars:
            self.files["terraform.tfvars"] = "\n".join(self.tfvars) + "\n"
        self.files[folder + "main.tf"] = text
        return outputs


def terraform(folder: Path, *arguments: str) -> str | None:
    environment = dict(os.environ, CHECKPOINT_DISABLE="1", TF_CLI_CONFIG_FILE=os.devnull)
    run = subprocess.run(["terraform", *arguments], cwd=folder, env=environment, capture_output=True, text=True,
                         check=False)
    return run.stdout if run.returncode == 0 else None


def instances_in(module: dict) -> dict[str, object]:
    found = {one["address"]: one["values"].get("input") for one in module.get("resources", [])}
    for child in module.get("child_modules", []):
        found.update(instances_in(child))
    return found


def planned(files: dict[str, str]) -> dict | None:
    """The planned instances with their inputs and what of these is unknown; nothing where Terraform refuses."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        if terraform(folder, "init", "-input=false") is None or \
                terraform(folder, "plan", "-input=false", "-refresh=false", "-out=plan") is None:
            return None
        shown = json.loads(terraform(folder, "show", "-json", "plan") or "{}")
    unknown = {change["address"]: change["change"]["after_unknown"].get("input", False)
               for change in shown.get("resource_changes", [])}
    inputs = instances_in(shown["planned_values"]["root_module"])
    return {address: {"input": value, "unknown": unknown.get(address, False)} if unknown.get(address)
            else {"input": value} for address, value in sorted(inputs.items())}


def record() -> None:
    def attempt(seed: int):
        files = Project(seed).files
        return seed, files, planned(files)

    lines, refused, first = [], 0, 1
    with ThreadPoolExecutor(2) as pool:
        while len(lines) < PROJECTS:
            for seed, files, plan in pool.map(attempt, range(first, first + 20)):
                if plan is None:
                    refused += 1
                elif plan:
                    lines.append(json.dumps({"seed": seed, "files": files, "instances": plan}, ensure_ascii=False))
            first += 20
    del lines[PROJECTS:]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} projects recorded, {refused} refused by terraform")


def check(step: int) -> int:
    wrong = 0
    for line in TABLE.read_text(encoding="utf-8").splitlines()[::step]:
        project = json.loads(line)
        if Project(project["seed"]).files != project["files"]:
            print(f"seed {project['seed']}: the generator makes other files", file=sys.stderr)
            wrong += 1
        elif planned(project["files"]) != project["instances"]:
            print(f"seed {project['seed']}: terraform plans other instances", file=sys.stderr)
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
