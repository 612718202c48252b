"""Templates that are hard to read, for the benchmarks: `python3 bench/templates.py FOLDER` writes each in a folder of its own.

All of them have a mail setting, so that nothing is left out because its bytes show none.
"""

import json
import random
import sys
from pathlib import Path

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
BICEP = """param port{n} string = '25'

@description('The application {n}.')
resource app{n} 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = if (contains(['a', 'b'], 'a')) {{
  name: 'app-${{uniqueString(resourceGroup().id)}}-{n}'
  location: resourceGroup().location
  properties: {{
    osType: 'Linux'
    containers: [for (item, i) in ['first', 'second']: {{
      name: '${{item}}-${{i}}'
      properties: {{ image: 'shop:{n}', environmentVariables: [ {{ name: 'SMTP_PORT', value: port{n} }} ] }}
    }}]
  }}
}}

"""


def template(resources: list, **sections) -> dict:
    return {"$schema": SCHEMA, "contentVersion": "1.0.0.0", **sections, "resources": resources}


def sender(name: str, port: str) -> dict:
    variables = [{"name": "SMTP_HOST", "value": "smtp.sendgrid.net"}, {"name": "SMTP_PORT", "value": port}]
    return {"type": "Microsoft.ContainerInstance/containerGroups", "apiVersion": "2023-05-01", "name": name,
            "properties": {"containers": [{"name": "app", "properties": {"environmentVariables": variables}}]}}


def nested(depth: int) -> str:
    """Deployments in deployments, each of which hands the port on."""
    inner = template([sender("deep", "[parameters('port')]")], parameters={"port": {"type": "string"}})
    for level in range(depth):
        inner = template([{"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": f"level{level}",
                           "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"},
                                          "parameters": {"port": {"value": "[parameters('port')]"}}, "template": inner}}],
                         parameters={"port": {"type": "string", "defaultValue": "25"}})
    return json.dumps(inner)


def long_expression(letters: int) -> str:
    rows = ", ".join(f"string(add({n}, 1))" for n in range(letters // 20))
    return json.dumps(template([sender("long", f"[concat({rows})]")]))


def many(count: int) -> str:
    return json.dumps(template([sender(f"app{n}", "[variables('port')]") for n in range(count)], variables={"port": "25"}),
                      indent=2)


def no_template(count: int) -> str:
    rows = [{"id": n, "name": f"row {n}", "SMTP_PORT": 25, "tags": ["a", "b"]} for n in range(count)]
    return json.dumps({"rows": rows}, indent=1)


def noise(letters: int) -> str:
    chance = random.Random(25)
    return "".join(chance.choice("{}[]()'$,:=\n aport25smtp") for _ in range(letters))


def cases() -> dict[str, tuple[str, str]]:
    """What it is: the file's name and text."""
    clean = "".join(BICEP.format(n=n) for n in range(380))
    return {
        "nested deployments, 31 deep": ("main.json", nested(30)),
        "expression of 51,000 letters": ("main.json", long_expression(51_000)),
        "3.9 MB of Bicep": ("main.bicep", "".join(BICEP.format(n=n) for n in range(7_300))),
        "3.9 MB of a template": ("main.json", many(6_600)),
        "3.7 MB of JSON, no template": ("rows.json", no_template(33_000)),
        "200 KB of Bicep, clean": ("main.bicep", clean),
        "200 KB of Bicep, all `{` twice": ("main.bicep", clean.replace("{", "{{")[:200_000]),
        "200 KB of Bicep, no `}`": ("main.bicep", clean.replace("}", "")[:200_000]),
        "200 KB of Bicep, quotes open": ("main.bicep", clean.replace("'\n", "\n")[:200_000]),
        "200 KB of noise as Bicep": ("main.bicep", noise(200_000)),
        "200 KB of `[`": ("main.bicep", "var a = " + "[" * 200_000),
        "200 KB of `'${`": ("main.bicep", "var a = " + "'${" * 66_000),
        "200 KB of a template, no `}`": ("main.json", many(400)[:200_000].replace("}", "")),
        "200 KB of noise as JSON": ("main.json", '{"$schema": "' + SCHEMA + '"' + noise(200_000)),
    }


def write(folder: Path) -> list[tuple[str, Path]]:
    written = []
    for number, (what, (name, text)) in enumerate(cases().items()):
        home = folder / f"template{number}"
        (home / ".git").mkdir(parents=True)
        (home / name).write_text(text)
        written.append((what, home))
    return written


if __name__ == "__main__":
    for what, home in write(Path(sys.argv[1])):
        print(home, what)
