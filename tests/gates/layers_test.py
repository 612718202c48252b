"""The layers of src/: every `#include "..."` must follow an edge that src/CMakeLists.txt states."""

import re
import tempfile
import unittest
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"
LAYER = re.compile(r"^layer\(([^)]*)\)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
# Each of these folders holds one language; it never sees the others.
SEPARATE = {"frontend"}
# What two of them share has a folder of its own, which sees none of them.
SHARED = {"frontend": {"deployment"}}


def read_layers(cmake: str) -> dict[str, set[str]]:
    layers = {}
    for call in LAYER.findall(cmake):
        name, *rest = call.split()
        uses = rest[rest.index("USES") + 1 :] if "USES" in rest else []
        if "LIBRARIES" in uses:
            uses = uses[: uses.index("LIBRARIES")]
        layers[name] = set(uses)
    return layers


def violations(src: Path) -> list[str]:
    layers = read_layers((src / "CMakeLists.txt").read_text())
    found = [f"src/{path.name}/ has no layer line" for path in src.iterdir() if path.is_dir() and path.name not in layers]
    for path in sorted([*src.rglob("*.h"), *src.rglob("*.cpp")]):
        here = path.relative_to(src).parts
        for target in INCLUDE.findall(path.read_text()):
            problem = refused(layers, here, tuple(target.split("/")))
            if problem:
                found.append(f"{'/'.join(here)}: includes {target}: {problem}")
    return found


def refused(layers: dict[str, set[str]], here: tuple[str, ...], there: tuple[str, ...]) -> str:
    if len(there) < 2:
        return "paths start at src/"
    if there[0] not in layers:
        return "no such layer"
    if there[0] != here[0]:
        return "" if there[0] in layers.get(here[0], set()) else f"{here[0]} may not use {there[0]}"
    siblings = here[0] in SEPARATE and len(here) > 2 and len(there) > 2 and here[1] != there[1]
    siblings = siblings and there[1] not in SHARED.get(here[0], set())
    return f"{here[1]} may not see {there[1]}" if siblings else ""


def cycle(layers: dict[str, set[str]]) -> set[str]:
    """What is left when layers that use nothing left are taken away again and again."""
    left = dict(layers)
    while free := [name for name, uses in left.items() if not uses & left.keys()]:
        for name in free:
            del left[name]
    return set(left)


class Layers(unittest.TestCase):
    def test_includes_follow_the_stated_edges(self):
        self.assertEqual(violations(SRC), [])

    def test_edges_have_one_direction(self):
        layers = read_layers((SRC / "CMakeLists.txt").read_text())
        self.assertGreater(len(layers), 10)
        self.assertEqual(cycle(layers), set())
        self.assertEqual({use for uses in layers.values() for use in uses} - layers.keys(), set())


class PlantedViolations(unittest.TestCase):
    CMAKE = "layer(base)\nlayer(value USES base LIBRARIES lib::x)\nlayer(frontend USES base)\n"

    def check(self, path: str, text: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            src = Path(folder)
            (src / "CMakeLists.txt").write_text(self.CMAKE)
            (src / path).parent.mkdir(parents=True)
            (src / path).write_text(text)
            return violations(src)

    def test_stated_edge_passes(self):
        self.assertEqual(self.check("value/a.cpp", '#include "base/b.h"\n#include "value/a.h"\n'), [])

    def test_upward_edge_fails(self):
        self.assertEqual(len(self.check("base/a.h", '#include "value/a.h"\n')), 1)

    def test_library_is_no_edge(self):
        self.assertEqual(len(self.check("value/a.h", '#include "lib::x/a.h"\n')), 1)

    def test_sibling_frontend_fails(self):
        self.assertEqual(len(self.check("frontend/arm/a.h", '#include "frontend/bicep/b.h"\n')), 1)
        self.assertEqual(self.check("frontend/arm/a.h", '#include "frontend/frontends.h"\n'), [])

    def test_shared_folder_is_seen_and_sees_no_sibling(self):
        self.assertEqual(self.check("frontend/arm/a.h", '#include "frontend/deployment/b.h"\n'), [])
        self.assertEqual(len(self.check("frontend/deployment/a.h", '#include "frontend/arm/b.h"\n')), 1)

    def test_relative_include_fails(self):
        self.assertEqual(len(self.check("base/a.h", '#include "b.h"\n')), 1)

    def test_unknown_folder_fails(self):
        self.assertEqual(len(self.check("stray/a.h", "")), 1)

    def test_cycle_is_found(self):
        self.assertEqual(cycle({"a": {"b"}, "b": {"a"}, "c": set()}), {"a", "b"})


if __name__ == "__main__":
    unittest.main()
