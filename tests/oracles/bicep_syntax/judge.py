#!/usr/bin/env python3
"""Our trees of Bicep against those that the compiler wrote down of its own samples.

    python3 tests/oracles/bicep_syntax/judge.py BICEP [SMTPLINT]

BICEP is a checkout of Azure/bicep, of which nothing is copied here. Compared are kind and place of declarations and of all
expressions; types have no tree of ours. Of valid files every node has to agree. Of broken ones we keep whole statements,
where the compiler keeps the parts that it can: the share of its nodes that we have is printed, and has to be 93 of 100.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = "src/Bicep.Core.Samples/Files"
LEAST_OF_BROKEN = 93
KINDS = {
    "ObjectSyntax": "object", "ArraySyntax": "array", "ForSyntax": "loop", "StringSyntax": "string",
    "VariableAccessSyntax": "variable", "VariableDeclarationSyntax": "variable", "FunctionCallSyntax": "call", "InstanceFunctionCallSyntax": "method",
    "ArrayAccessSyntax": "index", "PropertyAccessSyntax": "access", "ResourceAccessSyntax": "nested",
    "BinaryOperationSyntax": "binary", "UnaryOperationSyntax": "unary", "TernaryOperationSyntax": "conditional",
    "LambdaSyntax": "lambda", "TypedLambdaSyntax": "lambda", "ParenthesizedExpressionSyntax": "parentheses",
    "IntegerLiteralSyntax": "number", "BooleanLiteralSyntax": "boolean", "NullLiteralSyntax": "null",
    "IfConditionSyntax": "condition", "NonNullAssertionSyntax": "non-null", "SpreadExpressionSyntax": "spread",
}
# What stands below these are types, or words that we keep as such.
OPAQUE = re.compile(r"^(?!TypeDeclaration).*Type|SkippedTrivia|ImportedSymbolsListItem")
NODE = re.compile(r"^//@\[(\d+):(\d+)\) ([| ├└─]*)(\w+Syntax)$")
OURS = re.compile(r"^ *([a-z-]+)(?: .*)? \[(\d+), (\d+)\)$")


def compilers(dump: str, source: str) -> Counter:
    """Kind, begin and end of the compiler's nodes, in UTF-16 units."""
    lines, nodes, starts, at = source.split("\n"), Counter(), [], 0
    for line in lines:
        starts.append(at)
        at += len(line.encode("utf-16-le")) // 2 + 1
    number, opaque, keys = -1, None, {}
    for written in dump.split("\n"):
        found = NODE.match(written.rstrip("\r"))
        if not found:
            number += 0 if written.startswith("//@") else 1
            continue
        begin, end, depth = int(found[1]), int(found[2]), len(found[3])
        start = starts[min(number, len(starts) - 1)] + begin
        if opaque is not None and depth > opaque:
            continue
        opaque = depth if OPAQUE.search(found[4]) and found[4] not in KINDS else None
        name = found[4]
        if name == "ObjectPropertySyntax":
            keys[depth + 2] = start
        kind = KINDS.get(name)
        if name == "IdentifierSyntax" and keys.get(depth) == start:
            kind = "string"
        if kind:
            nodes[kind, start, start + end - begin] += 1
    return nodes


def ours(program: Path, source: bytes, suffix: str) -> Counter:
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / ".git").mkdir()
        (Path(scratch) / f"main{suffix}").write_bytes(source)
        shown = subprocess.run([program, "debug", "tree"], cwd=scratch, capture_output=True, text=True, check=True).stdout
    text = source.decode("utf-8-sig").encode()
    units = {0: 0}
    for at, unit in positions(text):
        units[at] = unit
    nodes = Counter()
    for line in shown.splitlines():
        found = OURS.match(line)
        if found and found[1] in set(KINDS.values()):
            nodes[found[1], units[int(found[2])], units[int(found[3])]] += 1
    return nodes


def positions(text: bytes):
    at = unit = 0
    for letter in text.decode():
        at += len(letter.encode())
        unit += len(letter.encode("utf-16-le")) // 2
        yield at, unit


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    program = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "build/release/smtplint").resolve()
    totals, failed = {}, False
    dumps = sorted(Path(sys.argv[1], SAMPLES).glob("baselines*/*/*.syntax.bicep*"))
    for dump in dumps:
        source = dump.with_name(dump.name.replace(".syntax.", "."))
        theirs = compilers(dump.read_bytes().decode("utf-8-sig"), source.read_bytes().decode("utf-8-sig"))
        mine = ours(program, source.read_bytes(), source.suffix)
        broken = "Invalid" in dump.parent.name
        agreed = sum((theirs & mine).values())
        total = totals.setdefault(("broken" if broken else "valid", source.suffix), Counter())
        total.update(agreed=agreed, theirs=sum(theirs.values()), mine=sum(mine.values()))
        if not broken and theirs != mine:
            failed = True
            print(f"{dump.parent.name}: only the compiler has {list((theirs - mine).items())[:3]}, "
                  f"only we have {list((mine - theirs).items())[:3]}")
    for (what, suffix), total in sorted(totals.items()):
        share = 100 * total["agreed"] / max(total["theirs"], 1)
        failed = failed or (what == "broken" and suffix == ".bicep" and share < LEAST_OF_BROKEN)
        print(f"{what} *{suffix}: {total['agreed']} of {total['theirs']} nodes of the compiler agree ({share:.1f} of 100); "
              f"we have {total['mine']}")
    return 1 if failed or not dumps else 0


if __name__ == "__main__":
    sys.exit(main())
