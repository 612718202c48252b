"""Pages whose examples run: fenced input files, and console blocks whose commands and output are compared.

    ```hcl path=main.tf          a file of the page's workspace
    ```console                   commands and what they print
    $ smtplint check --format concise
    main.tf:3:10: error ...
    [exit 1]

A command's stderr is shown where it fails as a usage error (exit 2) or where the line ends in `2>&1`.
"""

import os
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

FENCE = re.compile(r"^(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=mark)$", re.M | re.S)
KEPT_VARIABLES = ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")
TIMES = re.compile(r"\b\d+(\.\d+)? ?m?s\b")
SECONDS = 120


def program() -> Path:
    """The program to run: named by the environment, else that of the release build."""
    named = os.environ.get("SMTPLINT_BINARY")
    return Path(named).resolve() if named else Path(__file__).resolve().parents[2] / "build/release/smtplint"


@dataclass
class Block:
    start: int  # offsets of the body in the page
    end: int
    body: str
    language: str
    options: dict[str, str] = field(default_factory=dict)


def blocks(page: str) -> list[Block]:
    found = []
    for match in FENCE.finditer(page):
        words = match["info"].split()
        options = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        found.append(Block(*match.span("body"), match["body"], words[0] if words else "", options))
    return found


def has_files(page: str) -> bool:
    return any("path" in block.options for block in blocks(page))


def lay_out(page: str, workspace: Path) -> None:
    """The files that a page shows, in a workspace of their own."""
    (workspace / ".git").mkdir()
    for block in blocks(page):
        if path := block.options.get("path"):
            target = workspace / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body)


def commands(body: str) -> list[str]:
    return [line[2:] for line in body.splitlines() if line.startswith("$ ")]


def run(binary: Path, command: str, folder: Path) -> str:
    """What a person sees of one command."""
    words = shlex.split(command)
    if words[0] != "smtplint":
        raise ValueError(f"not a command of this program: {command}")
    everything = words[-1] == "2>&1"
    if everything:
        words.pop()
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    environment |= {"HOME": str(folder), "LANG": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run([binary, *words[1:]], cwd=folder, env=environment, text=True, timeout=SECONDS,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1, 2):
        return f"crashed with {done.returncode}\n{done.stderr}"
    shown = done.stdout
    if everything or done.returncode == 2:
        shown += TIMES.sub("N ms", done.stderr)
    if shown and not shown.endswith("\n"):
        shown += "\n[no newline at the end]\n"
    return shown + (f"[exit {done.returncode}]\n" if done.returncode else "")


def replay(binary: Path, body: str, folder: Path) -> str:
    """The body as it should read: each command followed by what it prints now."""
    return "".join(f"$ {command}\n{run(binary, command, folder)}" for command in commands(body))


def replace_bodies(page: str, bodies: list[tuple[Block, str]]) -> str:
    for block, body in sorted(bodies, key=lambda pair: -pair[0].start):
        page = page[: block.start] + body + page[block.end :]
    return page
