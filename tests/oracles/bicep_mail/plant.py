#!/usr/bin/env python3
"""The same mail in a template in Bicep and in the JSON that was compiled from it: both must give the same findings.

    python3 tests/oracles/bicep_mail/plant.py FOLDER [COUNT [SMTPLINT]]

FOLDER is a checkout with compiled templates beside their sources, of which nothing is kept here. Into COUNT of them (200)
one sender is written: into settings that are there in both, as settings of a site, or as a sender of its own, whose port is a
literal, a parameter's default or a variable. Findings about a sender are compared by rule, severity, verdict, sender, destination and
by what is marked, which has to be the port.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = re.compile(r"^(?P<indent>[ ]*)(?P<name>appSettings|environmentVariables): \[[ ]*\n", re.M)
JSON_SETTINGS = re.compile(r'"(?P<name>appSettings|environmentVariables)": \[\s*\n')
FIELDS = ("rule", "severity", "verdict", "sender", "destination")


def pairs(corpus: Path) -> list[tuple[Path, Path]]:
    found = []
    for source in sorted(corpus.rglob("*.bicep")):
        names = [source.with_suffix(".json")] + [source.with_name("azuredeploy.json")] * (source.stem == "main")
        compiled = next((path for path in names if path.exists()), None)
        if compiled and b'"_generator"' in compiled.read_bytes()[:2000]:
            found.append((source, compiled))
    return found


def settings(port: str, quote: str, separator: str) -> str:
    entries = [("SMTP_HOST", f"{quote}smtp.sendgrid.net{quote}"), ("SMTP_PORT", port)]
    name = "name" if quote == "'" else '"name"'
    value = "value" if quote == "'" else '"value"'
    return "".join("{ %s: %s%s%s%s %s: %s }%s\n" % (name, quote, key, quote, "," if quote == '"' else ",", value, text, separator)
                   for key, text in entries)


class Planted:
    """One pair with a sender in both."""

    def __init__(self, source: str, compiled: dict, chance: random.Random):
        self.source, self.compiled, self.chance = source, compiled, chance
        self.way = chance.choice(["literal", "parameter", "variable", "output of a variable"])

    def port(self, template: dict) -> tuple[str, str]:
        """The port as an expression of each language, with its declaration in both."""
        if self.way == "literal":
            return "'25'", "25"
        if self.way == "parameter":
            self.source += "\nparam plantedPort string = '25'\n"
            template.setdefault("parameters", {})["plantedPort"] = {"type": "string", "defaultValue": "25"}
            return "plantedPort", "[parameters('plantedPort')]"
        self.source += "\nvar plantedPort = 25\n"
        template.setdefault("variables", {})["plantedPort"] = 25
        return ("string(plantedPort)", "[string(variables('plantedPort'))]") if self.way == "variable" else (
            "'${plantedPort}'", "[format('{0}', variables('plantedPort'))]")

    def into_settings(self) -> bool:
        """Into a list of settings that stands once in both."""
        here = list(SETTINGS.finditer(self.source))
        there = [one for one in lists_in(self.compiled) if isinstance(one, list)]
        if len(here) != 1 or len(there) != 1:
            return False
        bicep, template = self.port(self.compiled)
        at = SETTINGS.search(self.source).end()
        self.source = self.source[:at] + settings(bicep, "'", "") + self.source[at:]
        there[0][:0] = [{"name": "SMTP_HOST", "value": "smtp.sendgrid.net"}, {"name": "SMTP_PORT", "value": template}]
        self.where = "in its settings"
        return True

    def as_settings_of_a_site(self) -> bool:
        """As a resource of its own that holds the settings of the one site that is there in both."""
        here = re.findall(r"^resource (\w+) 'Microsoft\.Web/sites@[^']*' = \{", self.source, re.M)
        resources = self.compiled.get("resources", [])
        all_resources = list(resources.values() if isinstance(resources, dict) else resources)
        there = [one for one in all_resources if one["type"] == "Microsoft.Web/sites" and "copy" not in one]
        has_some = "appsettings'" in self.source.lower()
        if len(here) != 1 or len(there) != 1 or "existing" in there[0] or has_some:
            return False
        bicep, template = self.port(self.compiled)
        self.source += """
resource plantedSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: %s
  name: 'appsettings'
  properties: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: %s }
}
""" % (here[0], bicep)
        name = there[0]["name"]
        name = f"[format('{{0}}/appsettings', {name[1:-1]})]" if name.startswith("[") else f"{name}/appsettings"
        planted = {"type": "Microsoft.Web/sites/config", "apiVersion": "2023-12-01", "name": name,
                   "properties": {"SMTP_HOST": "smtp.sendgrid.net", "SMTP_PORT": template}}
        if isinstance(resources, dict):
            resources["plantedSettings"] = planted
        else:
            resources.insert(self.chance.randrange(len(resources) + 1), planted)
        self.where = "as settings of a site"
        return True

    def as_new_sender(self) -> None:
        bicep, template = self.port(self.compiled)
        self.source += """
resource plantedSender 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = {
  name: 'planted'
  location: 'westeurope'
  properties: { osType: 'Linux', containers: [ { name: 'app', properties: { image: 'shop', environmentVariables: [
    %s  ] } } ] }
}
""" % settings(bicep, "'", "")
        sender = {"type": "Microsoft.ContainerInstance/containerGroups", "apiVersion": "2023-05-01", "name": "planted",
                  "location": "westeurope", "properties": {"osType": "Linux", "containers": [{"name": "app", "properties": {
                      "image": "shop", "environmentVariables": [{"name": "SMTP_HOST", "value": "smtp.sendgrid.net"},
                                                                {"name": "SMTP_PORT", "value": template}]}}]}}
        resources = self.compiled.setdefault("resources", [])
        if isinstance(resources, dict):
            resources["plantedSender"] = sender
        else:
            resources.insert(self.chance.randrange(len(resources) + 1), sender)
        self.where = "as a new sender"


def lists_in(node):
    """The settings lists of a template, not of those nested in it."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in ("appSettings", "environmentVariables"):
                yield value
            elif name != "template":
                yield from lists_in(value)
    elif isinstance(node, list):
        for item in node:
            yield from lists_in(item)


def findings(program: Path, folder: Path, path: str) -> list:
    done = subprocess.run([program, "check", "--format", "json", "--subscription", "pay-as-you-go", "--fail-on", "never", path],
                          cwd=folder, capture_output=True, text=True, check=True)
    found = []
    for one in json.loads(done.stdout)["findings"]:
        if one["sender"] is None or one["rule"] == "SMTP091":
            continue
        place = one["location"]
        text = (folder / place["path"]).read_text(encoding="utf-8-sig").splitlines()[place["line"] - 1]
        marked = text[place["column"] - 1:place["endColumn"] - 1] if place["line"] == place["endLine"] else "..."
        fields = {name: one[name] for name in FIELDS}
        fields["sender"] = fields["sender"] and {"kind": fields["sender"]["kind"]}
        found.append(json.dumps([fields, marked], sort_keys=True))
    return sorted(found)


def compare(program: Path, corpus: Path, pair: tuple[Path, Path], seed: int) -> tuple[str, str]:
    source, compiled = pair
    try:
        template = json.loads(compiled.read_text(encoding="utf-8-sig"))
    except ValueError:
        return "not read", ""
    planted = Planted(source.read_text(encoding="utf-8-sig"), template, random.Random(seed))
    if not planted.into_settings() and not planted.as_settings_of_a_site():
        planted.as_new_sender()
    template.get("metadata", {}).pop("_generator", None)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / ".git").mkdir()
        # Modules are found where they are; the workspace holds all that the source may name.
        subprocess.run(["cp", "-r", f"{source.parent}/.", folder], check=True)
        for rest in list(folder.rglob("*.json")) + list(folder.rglob("*.bicepparam")):
            if rest.parent == folder:
                rest.unlink()
        (folder / source.name).write_text(planted.source)
        ours = findings(program, folder, source.name)
        for rest in folder.rglob("*.bicep"):
            rest.unlink()
        (folder / compiled.name).write_text(json.dumps(template, indent=2))
        theirs = findings(program, folder, compiled.name)
    way = f"{planted.way}, {planted.where}"
    if ours == theirs and any('"SMTP00' in one for one in ours):
        return "same", way
    return "different" if ours != theirs else "nothing found", f"{way}: {source.relative_to(corpus)}\n    Bicep {ours}\n    JSON  {theirs}"


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    corpus = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    program = Path(sys.argv[3] if len(sys.argv) > 3 else ROOT / "build/release/smtplint").resolve()
    all_pairs = pairs(corpus)
    # Those with apps first: their settings are where mail is in earnest.
    random.Random(25).shuffle(all_pairs)
    all_pairs.sort(key=lambda pair: b"'Microsoft.Web/sites@" not in pair[0].read_bytes())
    chosen = all_pairs[:count]
    outcomes = Counter()
    for seed, pair in enumerate(chosen):
        outcome, story = compare(program, corpus, pair, seed)
        outcomes[outcome] += 1
        if outcome == "same":
            outcomes["  " + story] += 1
        else:
            print(f"{outcome}: {story}")
    for outcome, number in outcomes.items():
        print(f"{number:5} {outcome}")
    return 1 if outcomes["different"] or not outcomes["same"] else 0


if __name__ == "__main__":
    sys.exit(main())
