#!/usr/bin/env python3
"""Values that the Bicep compiler's own tests expect, against ours.

    python3 tests/oracles/bicep_functions/judge.py BICEP [SMTPLINT]

BICEP is a checkout of Azure/bicep, of which nothing is copied here: the expectations are read out of its tests of
functions and of evaluation, and out of its parameter files that are compiled to JSON. SMTPLINT is the program, else
the one of the release build. What we say is not known, and why, is listed; a different value is a failure.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from csharp import Values, strings_of, value_of

ROOT = Path(__file__).resolve().parents[3]
FUNCTIONS = "src/Bicep.Core.UnitTests/TypeSystem/FunctionResolverTests.cs"
EVALUATION = ["EvaluationTests.cs", "UserDefinedFunctionTests.cs", "ScenarioTests.cs"]
PARAMETERS = "src/Bicep.Core.Samples/Files/baselines_bicepparam"
# What a deployment is called in the tests, and here.
CONTEXT = {"testSubscriptionId": "${subscription().subscriptionId}", "testRgName": "${resourceGroup().name}",
           "Guid.Empty": "${subscription().subscriptionId}"}
GROUP = "DummyResourceGroup"  # written out in some tests
RESOURCE = "resource seen 'Test.Values/all@2020-01-01' = {\n  name: 'seen'\n  properties: {\n%s  }\n}\n"


def id_meant_by(ours: object) -> str | None:
    """The id that a symbol of ours stands for: that of a resource of the deployment's own group."""
    symbol = ours.get("reference", "") if isinstance(ours, dict) else ""
    if not re.fullmatch(r"[\w.]+/\w+/[^.]*\.id", symbol):
        return None
    group = f"/subscriptions/{CONTEXT['testSubscriptionId']}/resourceGroups/{CONTEXT['testRgName']}"
    return f"{group}/providers/{symbol.removesuffix('.id')}"


@dataclass
class Vector:
    where: str
    wanted: object
    ours: object

    def verdict(self) -> str:
        if self.ours == self.wanted or id_meant_by(self.ours) == self.wanted:
            return "agrees"
        ours = json.dumps(self.ours)
        return "not known" if any(sign in ours for sign in ('"unknown"', '"reference"', "${")) else "differs"


def properties_of(program: Path, folder: Path) -> dict:
    """The properties of the resource `seen` of the workspace in a folder."""
    (folder / ".git").mkdir()
    shown = subprocess.run([program, "debug", "resources"], cwd=folder, capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Test\.Values/all/seen .*\n(?:  .*\n)*?  properties = (.*)$", shown, re.M)
    return json.loads(found[1]) if found else {}


def evaluated(program: Path, files: dict[str, str], copied: Path | None = None) -> dict:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "case"
        shutil.copytree(copied, folder) if copied else folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        return properties_of(program, folder)


def literal(value: object) -> str:
    """As Bicep writes it."""
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("${", "\\${") + "'"
    return json.dumps(value)


def calls_of_functions(program: Path, bicep: Path) -> list[Vector]:
    text = (bicep / FUNCTIONS).read_text(encoding="utf-8-sig")
    begin = text.index("object[] CreateRow(object? returnedLiteral")
    rows = text[begin:text.index("GetDisplayName", begin)]
    vectors, lines = [], ""
    for found in re.finditer(r"^\s*CreateRow\(", rows, re.M):
        wanted, name, *arguments = Values(rows, found.end()).until(")")
        # A single array in an array stands for itself: C# would take it apart.
        arguments = [one[0] if isinstance(one, list) and len(one) == 1 and isinstance(one[0], list) else one
                     for one in arguments]
        lines += f"    row{len(vectors)}: {name}({', '.join(map(literal, arguments))})\n"
        vectors.append(Vector(f"{name}{tuple(arguments)}", wanted, None))
    ours = evaluated(program, {"main.bicep": RESOURCE % lines})
    for number, vector in enumerate(vectors):
        vector.ours = ours.get(f"row{number}")
    return vectors


def parameter_files(program: Path, bicep: Path) -> list[Vector]:
    vectors = []
    for compiled in sorted((bicep / PARAMETERS).glob("[!I]*/parameters.json")):
        wanted = json.loads(compiled.read_text(encoding="utf-8-sig"))["parameters"]
        names = {name: one["value"] for name, one in wanted.items() if "value" in one}
        declared = "".join(f"param {name} object\n" for name in names)
        shown = RESOURCE % "".join(f"    {name}: {name}\n" for name in names)
        if not names:
            continue
        ours = evaluated(program, {"main.bicep": declared + shown}, compiled.parent)
        for name, value in names.items():
            # An object of many expressions is as many vectors.
            parts = value.items() if isinstance(value, dict) and name == "myObject" else [("", value)]
            for key, part in parts:
                one = ours.get(name)
                one = one.get(key) if key and isinstance(one, dict) else one
                vectors.append(Vector(f"{compiled.parent.name}: {name}{'.' + key if key else ''}", part, one))
    return vectors


@dataclass
class Test:
    """One test method that evaluates a template: its files, and what it expects at which path."""
    name: str
    files: dict[str, str]
    expected: list[tuple[str, object]]


def tests_in(text: str) -> list[Test]:
    tests = []
    for body in re.split(r"\[(?:DataTestMethod|TestMethod)\]", text)[1:]:
        name = re.search(r"public (?:async )?\w+ (\w+)\(", body)
        named = {found[1]: value for found, value in strings_of(body, r"var (\w+) = $")}
        files = {found[1]: value for found, value in strings_of(body, r'\("([\w.-]+)",\s*$')}
        files |= {path: named[word] for path, word in re.findall(r'\("([\w.-]+)",\s*(\w+)\)', body) if word in named}
        for found, value in strings_of(body, r"\.Compile\(\s*$"):
            files.setdefault("main.bicep", value)
        expected = []
        pattern = r"evaluated\.Should\(\)\.Have(?:Value|Json)AtPath\(\s*\"\$\.(outputs|variables)(?:\['(\w+)'\]|\.(\w+))(?:\.value)?((?:\.\w+)*)\",\s*"
        for found in re.finditer(pattern, body):
            try:
                value = value_of(body, found.end(), CONTEXT)
            except ValueError:  # computed by the test
                continue
            if isinstance(value, str):
                value = value.replace(GROUP, CONTEXT["testRgName"])
            if "HaveJson" in found[0]:
                value = json.loads(value)
            expected.append((f"{found[1]}.{found[2] or found[3]}{found[4]}", value))
        if name and expected and "main.bicep" in files and "OnReferenceFunc" not in body:
            tests.append(Test(name[1], files, expected))
    return tests


def evaluations(program: Path, bicep: Path) -> list[Vector]:
    vectors = []
    for path in EVALUATION:
        text = (bicep / "src/Bicep.Core.IntegrationTests" / path).read_text(encoding="utf-8-sig")
        for test in tests_in(text):
            files = dict(test.files)
            names = sorted({path.split(".")[1] for path, _ in test.expected})
            of_variables = {path.split(".")[1] for path, _ in test.expected if path.startswith("variables")}
            files["main.bicep"] += "".join(f"\noutput {name} object = {name}\n" for name in sorted(of_variables))
            given = next((text for name, text in files.items() if name.endswith(".bicepparam")), "")
            files = {name: text for name, text in files.items() if not name.endswith(".bicepparam")}
            given = re.sub(r"^using .*$", "", re.sub(r"^param ", "var ", given, flags=re.M), flags=re.M)
            handed = "".join(f"    {name}: {name}\n" for name in re.findall(r"^var (\w+)", given, re.M))
            files["root.bicep"] = (given + "\nmodule used 'main.bicep' = {\n  name: 'used'\n  params: {\n" + handed +
                                   "  }\n}\n" + RESOURCE % "".join(f"    {name}: used.outputs.{name}\n" for name in names))
            ours = evaluated(program, files)
            for path, wanted in test.expected:
                one = ours
                for key in path.split(".")[1:]:
                    one = one.get(key) if isinstance(one, dict) else None
                vectors.append(Vector(f"{test.name}: {path}", wanted, one))
    return vectors


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    bicep = Path(sys.argv[1]).resolve()
    program = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "build/release/smtplint").resolve()
    failed = False
    for what, judge in [("functions", calls_of_functions), ("parameter files", parameter_files),
                        ("evaluations", evaluations)]:
        vectors = judge(program, bicep)
        counts = Counter(vector.verdict() for vector in vectors)
        failed = failed or counts["differs"] > 0 or not vectors
        print(f"{what}: {len(vectors)} values, {', '.join(f'{count} {word}' for word, count in sorted(counts.items()))}")
        for vector in vectors:
            if vector.verdict() != "agrees":
                print(f"  {vector.verdict()}: {vector.where}: the compiler says {json.dumps(vector.wanted)[:200]}, "
                      f"we say {json.dumps(vector.ours)[:200]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
