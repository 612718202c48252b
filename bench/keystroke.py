"""From a keystroke to its diagnostics: the server on a module of 2,000 lines, beside the cold analysis of it.

    python3 bench/keystroke.py build/release/smtplint
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests/editors"))
from wire import Client  # noqa: E402

LINES = 2000
KEYSTROKES = 200
PAUSE = 0.16  # each keystroke on its own, as the server sees it

APP = """resource "azurerm_linux_web_app" "app_{0}" {{
  name = "app-{0}"
  app_settings = {{
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = var.smtp_port_{1}
  }}
}}
"""


def module() -> str:
    variables = "".join(f'variable "smtp_port_{i}" {{ default = {25 if i % 20 == 0 else 587} }}\n' for i in range(100))
    text = variables
    while text.count("\n") + APP.count("\n") <= LINES:
        number = text.count("resource")
        text += APP.format(number, number % 100)
    return text + "#\n" * (LINES - text.count("\n"))


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def cpu_of_children() -> float:
    """Of those that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    binary = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
        text = module()
        (folder / "main.tf").write_text(text)
        tree = []
        for _ in range(20):
            begin = time.perf_counter()
            subprocess.run([binary, "debug", "tree"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
            tree.append(time.perf_counter() - begin)
        times = []
        before = cpu_of_children()
        with Client(binary) as client:
            client.initialize(folder, options={"subscription": "pay-as-you-go"},
                              capabilities={"textDocument": {"publishDiagnostics": {"relatedInformation": True}}})
            uri = client.open(folder / "main.tf")
            client.diagnostics(uri)
            for version in range(2, KEYSTROKES + 2):
                time.sleep(PAUSE)
                change = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
                          "text": "\n"}
                begin = time.perf_counter()
                client.change(uri, version, change)
                client.diagnostics(uri)
                times.append(time.perf_counter() - begin)
            client.end()
        cpu = (cpu_of_children() - before) / (KEYSTROKES + 1)
    print(f"module: {text.count(chr(10))} lines, {len(text) // 1024} KiB")
    print(f"cold start and parse (`debug tree`): median {statistics.median(tree) * 1000:.1f} ms")
    print(f"keystroke to diagnostics: median {statistics.median(times) * 1000:.1f} ms, "
          f"p99 {percentile(times, 0.99) * 1000:.1f} ms of {len(times)}; "
          f"CPU {cpu * 1000:.1f} ms each")


if __name__ == "__main__":
    main()
