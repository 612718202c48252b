"""Repositories for the tests of the doors: made by git, away from the settings of who runs the tests."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PATH = "/usr/bin:/bin"  # Debian's pre-commit and Python

MAIN = """resource "azurerm_container_group" "mail" {
  name    = "mail"
  os_type = "Linux"

  container {
    name = "sender"
    environment_variables = {
      SMTP_HOST = var.smtp_host
      SMTP_PORT = var.smtp_port
    }
  }
}
"""

VARIABLES = """variable "smtp_host" {
  default = "%s"
}

variable "smtp_port" {
  default = %d
}
"""


def variables(host: str = "smtp.sendgrid.net", port: int = 587) -> str:
    return VARIABLES % (host, port)


class Repository:
    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.folder.mkdir(parents=True)
        home = self.folder.parent / "home"
        home.mkdir(exist_ok=True)
        self.environment = {
            "PATH": SYSTEM_PATH, "HOME": str(home), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@example.com",
        } | {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        self.git("init", "--quiet", "--initial-branch=main")

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(command, cwd=self.folder, env=self.environment | environment, capture_output=True,
                              text=True, check=False)

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        if done.returncode != 0:
            raise AssertionError(f"git {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def commit(self, message: str = "change") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", message)

    def copy(self, project: Path) -> None:
        shutil.copytree(project, self.folder, dirs_exist_ok=True)
