"""Random expressions of a given type over the names that are in scope."""

import random

WORDS = ["smtp", "relay", "mail", "hub", "spoke", "prod", "test", "a-b", "x.y", "25", "üb", "q\\\"q"]
KEYS = ["a", "b", "web", "api", "k-1", "z_9"]


class Names:
    """What can be referred to, by type: text, number, flag, texts, numbers, map, object."""

    def __init__(self):
        self.of_type = {}

    def add(self, kind: str, reference: str) -> None:
        self.of_type.setdefault(kind, []).append(reference)

    def copy(self) -> "Names":
        other = Names()
        other.of_type = {kind: list(names) for kind, names in self.of_type.items()}
        return other


class Expressions:
    def __init__(self, source: random.Random, names: Names):
        self.source, self.names = source, names

    def pick(self, items):
        return items[self.source.randrange(len(items))]

    def of(self, kind: str, depth: int = 0) -> str:
        known = self.names.of_type.get(kind, [])
        if known and self.source.random() < 0.4:
            return self.pick(known)
        if depth > 2:
            return self.literal(kind)
        return self.pick([self.literal, getattr(self, kind)])(kind, depth) if self.source.random() < 0.8 \
            else self.any(kind, depth)

    def literal(self, kind: str, depth: int = 0) -> str:
        text = f'"{self.pick(WORDS)}"'
        return {
            "text": text,
            "number": self.pick(["25", "587", "0", "-3", "2.5", "1e2"]),
            "flag": self.pick(["true", "false"]),
            "texts": f'["{self.pick(WORDS)}", {text}]',
            "numbers": "[25, 587]",
            "map": f'{{ {self.pick(KEYS).replace(".", "_")} = {text}, other = "{self.pick(WORDS)}" }}',
            "object": f'{{ host = {text}, port = {self.pick(["25", "587"])}, tags = ["t"] }}',
        }[kind]

    def any(self, kind: str, depth: int) -> str:
        """Forms that hand on a value of any type."""
        one, other = self.of(kind, depth + 1), self.of(kind, depth + 1)
        return self.pick([
            f"({self.of('flag', depth + 1)} ? {one} : {other})",
            f"try({one}, {other})",
            f"try({self.of('object', depth + 1)}.missing, {one})",
            f"element([{one}, {other}], {self.source.randrange(4)})",
            f"{{ k = {one} }}.k",
            f"[{one}][0]",
            f"coalescelist([{one}], [{other}])[0]",
        ])

    def text(self, kind: str, depth: int) -> str:
        one, other = self.of("text", depth + 1), self.of("text", depth + 1)
        return self.pick([
            f'"${{{one}}}-${{{self.of("number", depth + 1)}}}"',
            f"format(\"%s:%v\", {one}, {self.of('number', depth + 1)})",
            f"join(\",\", {self.of('texts', depth + 1)})",
            f"upper({one})",
            f"replace({one}, \"a\", {other})",
            f"lookup({self.of('map', depth + 1)}, \"a\", {one})",
            f"{self.of('object', depth + 1)}.host",
            f"\"%{{ if {self.of('flag', depth + 1)} }}${{{one}}}%{{ else }}no%{{ endif }}\"",
            f"\"%{{ for t in {self.of('texts', depth + 1)} }}[${{t}}]%{{ endfor }}\"",
            f"jsonencode({self.of(self.pick(['map', 'object', 'texts', 'number']), depth + 1)})",
        ])

    def number(self, kind: str, depth: int) -> str:
        one = self.of("number", depth + 1)
        return self.pick([
            f"({one} + {self.of('number', depth + 1)})",
            f"({one} * 2 - 1)",
            f"length({self.of('texts', depth + 1)})",
            f"max({one}, {self.of('number', depth + 1)})",
            f"tonumber(\"{self.source.randrange(1000)}\")",
            f"{self.of('object', depth + 1)}.port",
            f"(-7 - {one})",
            f"(7 % {self.source.randrange(1, 5)})",
        ])

    def flag(self, kind: str, depth: int) -> str:
        return self.pick([
            f"({self.of('number', depth + 1)} > {self.of('number', depth + 1)})",
            f"({self.of('text', depth + 1)} == {self.of('text', depth + 1)})",
            f"!{self.of('flag', depth + 1)}",
            f"({self.of('flag', depth + 1)} && {self.of('flag', depth + 1)})",
            f"({self.of('flag', depth + 1)} || {self.of('flag', depth + 1)})",
            f"contains({self.of('texts', depth + 1)}, {self.of('text', depth + 1)})",
            f"can({self.of('object', depth + 1)}.port)",
        ])

    def texts(self, kind: str, depth: int) -> str:
        one = self.of("texts", depth + 1)
        return self.pick([
            f"[for t in {one} : upper(t)]",
            f"[for i, t in {one} : \"${{i}}-${{t}}\" if t != {self.of('text', depth + 1)}]",
            f"concat({one}, {self.of('texts', depth + 1)})",
            f"[for k, v in {self.of('map', depth + 1)} : \"${{k}}=${{v}}\"]",
            f"[{self.of('object', depth + 1)}, {self.of('object', depth + 1)}][*].host",
            f"flatten([{one}, [{self.of('text', depth + 1)}]])",
            f"sort([for t in {one} : \"${{t}}\"])",
            f"keys({self.of('map', depth + 1)})",
        ])

    def numbers(self, kind: str, depth: int) -> str:
        return self.pick([
            f"[{self.of('number', depth + 1)}, {self.of('number', depth + 1)}]",
            f"range({self.source.randrange(4)})",
            f"[for o in [{self.of('object', depth + 1)}] : o.port]",
        ])

    def map(self, kind: str, depth: int) -> str:
        one = self.of("map", depth + 1)
        return self.pick([
            f"merge({one}, {{ merged = {self.of('text', depth + 1)} }})",
            f"{{ for k, v in {one} : upper(k) => \"${{v}}!\" }}",
            f"{{ for k, v in {one} : k => v if k != \"a\" }}",
            f"{{ (\"k${{{self.source.randrange(9)}}}\") = {self.of('text', depth + 1)} }}",
            f"tomap({one})",
        ])

    def object(self, kind: str, depth: int) -> str:
        return (f"{{ host = {self.of('text', depth + 1)}, port = {self.of('number', depth + 1)}, "
                f"tags = {self.of('texts', depth + 1)} }}")
