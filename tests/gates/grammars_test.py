"""Generated parsers belong to the grammars beside them. Usage: grammars_test.py [--generate]

Everywhere: the hash kept beside a parser is that of its `grammar.js`. With `--generate`, where the tree-sitter tool
is installed: generating again gives the same files (exit 77 where it is not).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GRAMMARS = Path(__file__).resolve().parents[2] / "grammars"
NAMES = ("hcl", "json", "arm-expression", "bicep")
GENERATED = ("parser.c", "{}_symbols.h", "grammar.js.sha256", "tree_sitter/parser.h")
VERSION = "tree-sitter 0.25.10"
SKIPPED = 77


def stale_hashes() -> list[str]:
    stale = []
    for name in NAMES:
        digest = hashlib.sha256((GRAMMARS / name / "grammar.js").read_bytes()).hexdigest()
        kept = (GRAMMARS / name / "src" / "grammar.js.sha256").read_text().split()[0]
        if digest != kept:
            stale.append(f"grammars/{name}/src/parser.c is older than grammar.js: run ./dev grammar")
    return stale


def differing_files(environment: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([GRAMMARS / "generate.sh", folder], env=environment, check=True, stdout=subprocess.DEVNULL)
        return [
            f"grammars/{name}/src/{file} differs from what the tool generates"
            for name in NAMES
            for file in (pattern.format(name.replace("-", "_")) for pattern in GENERATED)
            if (Path(folder) / name / "src" / file).read_bytes() != (GRAMMARS / name / "src" / file).read_bytes()
        ]


def main() -> int:
    faults = stale_hashes()
    if "--generate" in sys.argv[1:]:
        path = os.pathsep.join((os.environ["PATH"], str(Path.home() / ".cargo" / "bin")))
        tool = shutil.which("tree-sitter", path=path)
        version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout if tool else ""
        if not version.startswith(VERSION):
            print(f"skipped: {VERSION} is not installed")
            return SKIPPED
        faults += differing_files(os.environ | {"PATH": path})
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
