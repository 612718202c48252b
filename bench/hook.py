"""The program's own run in the hook for one changed file of a repository of 2,000, beside `git status` there.

    python3 bench/hook.py build/release/smtplint
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = 2000
ROUNDS = 15

MODULE = """variable "smtp_port" {{ default = 587 }}

resource "azurerm_linux_web_app" "app" {{
  name = "app-{0}"
  app_settings = {{
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = var.smtp_port
  }}
}}
"""


WORKFLOW = """on: push
jobs:
  deploy:
    steps:
      - uses: azure/webapps-deploy@v3
        with: {{app-name: app-{0}, package: programs/{0}}}
"""


def programs(folder: Path) -> None:
    """Programs with configuration, and workflows that say which app runs each of them."""
    for number in range(0, FILES, 40):
        for path, text in ((f"programs/{number}/appsettings.json", '{"Smtp": {"Host": "smtp.sendgrid.net", "Port": 587}}'),
                           (f".github/workflows/{number}.yml", WORKFLOW.format(number))):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)


def repository(folder: Path) -> None:
    for number in range(FILES):
        file = folder / f"team-{number % 40}/service-{number}/main.tf"
        file.parent.mkdir(parents=True)
        file.write_text(MODULE.format(number))
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=folder, check=True)


def milliseconds(command: list[str], folder: Path) -> float:
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def main():
    binary = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        repository(folder)
        changed = folder / "team-7/service-7/main.tf"
        changed.write_text(changed.read_text().replace("587", "25"))
        subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
        path = str(changed.relative_to(folder))
        print(f"hook, one changed file of {FILES}: {milliseconds([binary, 'check', '--git-index', path], folder):.0f} ms")
        programs(folder)
        subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
        print(f"the same with {FILES // 40} programs: {milliseconds([binary, 'check', '--git-index', path], folder):.0f} ms")
        print(f"all of it: {milliseconds([binary, 'check', '--git-index', '.'], folder):.0f} ms")
        print(f"git status there: {milliseconds(['git', 'status'], folder):.0f} ms")


if __name__ == "__main__":
    main()
