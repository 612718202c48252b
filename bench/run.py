"""Benchmarks, as ratios measured in one run: `./dev bench`.

    python3 bench/run.py SMTPLINT STAGES

SMTPLINT is the program, STAGES the program built from bench/stages.cpp. SMTPLINT_BENCH_FOLDER names a checkout to be
measured besides the generated one. Times are CPU times (user + system), the best of several runs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import templates

HERE = Path(__file__).resolve().parent
SUFFIXES = (".tf", ".tfvars", ".tf.json", ".tfvars.json")
SMALL = 'resource "azurerm_resource_group" "a" {\n  name     = "a"\n  location = "westeurope"\n}\n'


@dataclass
class Row:
    what: str
    ours: float
    theirs: float | None
    against: str
    megabytes: float = 0

    def text(self) -> str:
        rate = f"{self.megabytes / self.ours:7.1f} MB/s" if self.megabytes and self.ours else " " * 12
        ratio = f"{self.ours / self.theirs:6.2f} x {self.against}" if self.theirs else f"     - {self.against}"
        return f"{self.what:<34} {self.ours * 1000:9.1f} ms {rate}  {ratio}"


def cpu_seconds(command: list[str], folder: Path, times: int) -> float:
    """The least CPU time of several runs."""
    best = float("inf")
    for _ in range(times):
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        best = min(best, usage.ru_utime + usage.ru_stime)
    return best


def wall_of_many(command: list[str], folder: Path, times: int) -> float:
    """Seconds for one start, from many in a row: single starts are shorter than the clock's grain."""
    best = float("inf")
    for _ in range(5):
        before = os.times()
        for _ in range(times):
            subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=False)
        best = min(best, (os.times().elapsed - before.elapsed) / times)
    return best


def nothing(folder: Path) -> str:
    """A static program that does nothing: the price of starting any program here."""
    source, program = folder / "nothing.c", folder / "nothing"
    source.write_text("int main(void) { return 0; }\n")
    subprocess.run(["gcc", "-O2", "-static", "-o", program, source], check=True)
    return str(program)


def start_up(program: str, folder: Path) -> list[Row]:
    small = folder / "small"
    (small / ".git").mkdir(parents=True)
    (small / "main.tf").write_text(SMALL)
    base = wall_of_many([nothing(folder)], small, 100)
    return [Row("start: --version", wall_of_many([program, "--version"], small, 100), base, "nothing (at most 4)"),
            Row("start: one small file", wall_of_many([program, "check", "main.tf"], small, 100), base,
                "nothing (at most 8)")]


def size_of(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.name.endswith(SUFFIXES) and path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


def repository(name: str, program: str, stages: str, folder: Path) -> list[Row]:
    megabytes = size_of(folder)
    terraform = shutil.which("terraform")
    against = "terraform fmt -check -recursive"
    theirs = cpu_seconds([terraform, "fmt", "-check", "-recursive"], folder, 3) if terraform else None
    rows = [Row(f"{name}: {stage}", cpu_seconds([stages, stage, str(folder)], folder, 3), theirs, against, megabytes)
            for stage in ("parse", "evaluate")]
    whole = cpu_seconds([program, "check", "--fail-on", "never", "."], folder, 3)
    rows.append(Row(f"{name}: whole run", whole, theirs, against, megabytes))
    return rows


def large_plan(program: str, folder: Path) -> list[Row]:
    """A plan of 200 MB: at most 20 seconds and 400 MB resident."""
    plan = folder / "plan"
    (plan / ".git").mkdir(parents=True)
    subprocess.run([sys.executable, HERE / "plan.py", plan / "plan.json", "200"], check=True)
    command = [program, "check", "--subscription", "pay-as-you-go", "--fail-on", "never", "."]
    child = subprocess.Popen(command, cwd=plan, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    resident = usage.ru_maxrss * 1024 / 1e6
    size = (plan / "plan.json").stat().st_size / 1e6
    return [Row("plan: whole run", usage.ru_utime + usage.ru_stime, None,
                f"at most 20,000 ms; {resident:.0f} MB resident (at most 400)", size)]


def hard_templates(program: str, folder: Path) -> list[Row]:
    """Each in less than a second; what is broken takes at most 20 times as long as what is clean."""
    rows, clean = [], None
    for what, home in templates.write(folder / "templates"):
        command = [program, "check", "--subscription", "pay-as-you-go", "--fail-on", "never", "."]
        seconds = cpu_seconds(command, home, 3)
        clean = seconds if what.endswith("clean") else clean
        broken = clean is not None and not what.endswith("clean")
        rows.append(Row(what, seconds, clean if broken else None, "the clean one (at most 20)" if broken else "at most 1,000 ms",
                        sum(path.stat().st_size for path in home.glob("*.*") if path.is_file()) / 1e6))
    return rows


def main() -> None:
    program, stages = (str(Path(word).resolve()) for word in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = start_up(program, folder)
        generated = folder / "generated"
        subprocess.run([sys.executable, HERE / "corpus.py", generated, "150"], check=True)
        rows += repository("generated", program, stages, generated)
        if named := os.environ.get("SMTPLINT_BENCH_FOLDER"):
            rows += repository(Path(named).name, program, stages, Path(named).resolve())
        rows += large_plan(program, folder) + hard_templates(program, folder)
        print("\n".join(row.text() for row in rows))


if __name__ == "__main__":
    main()
