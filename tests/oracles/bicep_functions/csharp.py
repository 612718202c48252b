"""As much of C# as test expectations are written in: strings, numbers, arrays, `JToken`s."""

import json
import re

STRING = re.compile(r'\$?("""[\s\S]*?"""|@"(?:[^"]|"")*"|"(?:[^"\\]|\\.)*")')


def text_of(literal: str, context: dict[str, str] | None = None) -> str:
    filled = literal.startswith("$")
    literal = literal.lstrip("$")
    if literal.startswith('"""'):
        lines = literal[3:-3].split("\n")
        if len(lines) == 1:
            return lines[0]
        indent = len(lines[-1])
        return "\n".join(line[indent:] for line in lines[1:-1])
    if literal.startswith("@"):
        return literal[2:-1].replace('""', '"')
    text = json.loads(re.sub(r"\\(.)", lambda sign: sign[0] if sign[1] in '\\"/bfnrtu' else sign[1], literal))
    return re.sub(r"\{([\w.]+)\}", lambda name: context[name[1]], text) if filled and context else text


def strings_of(text: str, before: str) -> list[tuple[re.Match, str]]:
    """The string literals behind a pattern, with its match."""
    found = []
    for literal in STRING.finditer(text):
        match = re.search(before, text[max(0, literal.start() - 200):literal.start()])
        if match:
            found.append((match, text_of(literal[0])))
    return found


class Values:
    """Reads values one behind the other."""

    def __init__(self, text: str, at: int, context: dict[str, str] | None = None):
        self.text, self.at, self.context = text, at, context

    def take(self, pattern: str) -> re.Match | None:
        found = re.compile(r"\s*(?://[^\n]*\n\s*)*(?:" + pattern + ")").match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def until(self, end: str) -> list:
        values = []
        while not self.take(re.escape(end)):
            values.append(self.value())
            self.take(",")
        return values

    def value(self):
        if self.take(r"null\b|JValue\.CreateNull\(\)"):
            return None
        if found := self.take(r"(true|false)\b"):
            return found[1] == "true"
        if found := self.take(r"-?\d+"):
            return int(found[0].strip())
        if self.take(r"new JValue\("):
            return self.until(")")[0]
        if self.take(r"JToken\.Parse\("):
            return json.loads(self.until(")")[0])
        if self.take(r"Array\.Empty<\w+>\(\)"):
            return []
        if self.take(r"new JObject\s*\{"):
            return self.entries()
        if self.take(r"new\s*(?:JArray|object\[\]|\[\])\s*\{"):
            return self.until("}")
        if found := self.take(STRING.pattern):
            return text_of(found[0].strip(), self.context)
        raise ValueError(f"no value: {self.text[self.at:self.at + 80]!r}")

    def entries(self) -> dict:
        entries = {}
        while not self.take(r"\}"):
            name = self.take(r'\["([^"]*)"\]\s*=')
            entries[name[1]] = self.value()
            self.take(",")
        return entries


def value_of(text: str, at: int, context: dict[str, str]):
    return Values(text, at, context).value()
