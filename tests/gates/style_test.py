"""Our own rules for sources. Each row says what it forbids, where, and why, and carries a line that it must catch."""

import json
import re
import unittest
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400


@dataclass(frozen=True)
class Ban:
    pattern: str
    files: tuple[str, ...]
    why: str
    caught: str
    passes: str
    exempt: tuple[str, ...] = ()  # path prefixes


SOURCES = ("src/**/*.h", "src/**/*.cpp")
HEADERS = ("src/**/*.h",)
TESTS = ("tests/**/*.h", "tests/**/*.cpp", "tests/**/*.py")
TEXTS = ("README.md", "NOTICE", "docs/**/*.md", "fixtures/**/*.md", "rules/**/*.yaml", "tests/cases/**/*.md", "bench/*")

BANS = [
    Ban(r"SMTP0\d\d", SOURCES, "rules are data: their ids stand in rules/checks/ alone",
        'if (rule == "SMTP001")', "smtp_port"),
    Ban(r'"[^"\n]*(azurerm_|Microsoft\.[A-Z])', SOURCES, "resource types are data: rules/resources/",
        'type == "azurerm_linux_web_app"', "// azurerm blocks are lists",
        exempt=("src/frontend/",)),
    Ban(r'"[^"\n]*(azurerm_(?!")|Microsoft\.(?!Resources/deployments"|Management"))', ("src/frontend/**/*",),
        "a frontend knows its language, not the resources that are written in it",
        '"azurerm_linux_web_app"', '"azurerm_"'),
    Ban(r'(?i)"[^"\n]*(sendgrid|office365|mailgun|relayhost|postfix)', SOURCES,
        "providers, mail servers and their settings are data: rules/providers/, rules/mta/",
        'host == "smtp.sendgrid.net"', '"smtp"'),
    Ban(r"\bWorkloadKind::(?!virtual_machine\b|unknown\b)\w", SOURCES,
        "what a kind of compute is like is data: rules/platform/compute-kinds.yaml",
        "kind == WorkloadKind::kubernetes", "kind == WorkloadKind::unknown", exempt=("src/diagnostic/",)),
    Ban(r'^[^/"]*[=<>({,]\s*(25|465|587|2525)\s*[;,)}&|?]', SOURCES,
        "the ports of mail are data: rules/platform/mail-ports.yaml",
        "constexpr unsigned mail_port = 25;", "/// `(h, 25)`"),
    Ban(r"std::regex|<regex>", SOURCES, "std::regex recurses on its input and is slow: RE2",
        "std::regex pattern;", "re2::RE2 pattern;"),
    Ban(r"std::(ranges::)?views\b", SOURCES + TESTS[:2], "clang 14 cannot compile libstdc++'s views",
        "for (auto x : all | std::views::reverse)", "std::ranges::sort(all);"),
    Ban(r"std::ranges::(unique|remove|remove_if|partition|rotate|search|equal_range)\b", SOURCES + TESTS[:2],
        "clang 14 cannot compile the subrange that it gives back",
        "std::ranges::unique(entries)", "std::unique(entries.begin(), entries.end())"),
    Ban(r"std::format\b|<format>", SOURCES, "libstdc++ 12 has no std::format", "std::format(text)", "to_string(x)"),
    Ban(r"using namespace", HEADERS, "a header must not change the names of those who include it",
        "using namespace std;", "namespace smtplint {"),
    Ban(r"<iostream>|std::(cout|cerr|clog)\b", SOURCES, "only cli, lsp and report print",
        "std::cerr << text;", "out << text;", exempt=("src/cli/", "src/lsp/", "src/report/")),
    Ban(r"\bstd::_?exit\(|\bexit\(|\bgetenv\(", SOURCES, "only the program's entry looks at its environment or ends it",
        "std::exit(2);", "return 2;", exempt=("src/cli/",)),
    Ban(r"\bthrow\b", SOURCES, "errors are values: Result, diagnostics, unknown values",
        'throw std::runtime_error("x");', "return Error{text};"),
    Ban(r"tree_sitter/|\bTSNode\b", SOURCES, "tree-sitter is known to syntax/ alone",
        "#include <tree_sitter/api.h>", "#include <string>", exempt=("src/syntax/",)),
    Ban(r"CLI/CLI\.hpp|CLI11", SOURCES, "the command-line library is known to cli/ alone",
        "#include <CLI/CLI.hpp>", "cli::run()", exempt=("src/cli/",)),
    Ban(r"\bshared_ptr<(?!const)", HEADERS, "what is shared is immutable",
        "std::shared_ptr<Tree> tree;", "std::shared_ptr<const Tree> tree;",
        exempt=("src/syntax/bicep/tree_builder.h", "src/syntax/hcl/tree_builder.h",
                "src/syntax/json/tree_builder.h")),  # until it is built
    Ban(r"(?<!\()\bnew [A-Z]|\bdelete [a-z]|\bmalloc\(", SOURCES, "owners are containers and unique_ptr",
        "auto* tree = new Tree();", "auto tree = std::make_unique<Tree>();",
        exempt=("src/syntax/",)),
    Ban(r"\b(class|struct|namespace|enum class) (\w*_)?(\w*(Util|Helper|Manager)s?|Common|Misc|utils?|helpers?|manager|common|misc)(_\w*)?\b", SOURCES + TESTS[:2],
        "such names say nothing of what they hold", "class TextUtils {", "class TextPieces {"),
    Ban(r"\bT[O]DO\b|\bFIX[M]E\b|\bX[X]X\b|not implemented|for n[o]w\b", SOURCES + TESTS + TEXTS,
        "what is in the tree is finished", "// T" + "ODO: check", "// checked by the reader"),
    Ban(r"(^|[\s\"'`(])/(home|root|Users|work)/\w", SOURCES + TESTS + TEXTS + ("dev", ".ci/run"),
        "a path of one machine says nothing on another", "see /wo" + "rk/notes.md", "see docs/decisions.md"),
    Ban(r"(?i)\bissue #?\d", SOURCES + TESTS + TEXTS,
        "what a reader needs stands here, not in a tracker", "// as is" + "sue 12 asks", "// an issue of trust"),
]

FORBIDDEN_FILE_NAMES = re.compile(r"(^|_)(utils?|helpers?|manager|common|misc)(_|\.|$)")


def files_of(patterns: tuple[str, ...], exempt: tuple[str, ...] = ()) -> list[Path]:
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    kept = [path for path in found if not path.relative_to(ROOT).as_posix().startswith(exempt or ("\0",))]
    return sorted(path for path in kept if path != Path(__file__).resolve() and "node_modules" not in path.parts)


def hits(ban: Ban) -> list[str]:
    pattern = re.compile(ban.pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files_of(ban.files, ban.exempt)
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


class Style(unittest.TestCase):
    def test_nothing_banned(self):
        for ban in BANS:
            with self.subTest(ban.why):
                self.assertEqual(hits(ban), [], ban.why)

    def test_each_ban_catches_its_example_and_passes_its_counterpart(self):
        for ban in BANS:
            with self.subTest(ban.why):
                self.assertRegex(ban.caught, ban.pattern)
                self.assertNotRegex(ban.passes, ban.pattern)
                self.assertTrue(files_of(ban.files), "the ban looks at no file")

    def test_files_have_one_subject(self):
        long = {
            str(path.relative_to(ROOT)): lines
            for path in files_of(SOURCES + TESTS)
            if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
        }
        self.assertEqual(long, {}, f"over {LONGEST_FILE} lines: find the second subject")

    def test_file_names_say_what_they_hold(self):
        bad = [str(path.relative_to(ROOT)) for path in files_of(SOURCES + TESTS) if FORBIDDEN_FILE_NAMES.search(path.name)]
        self.assertEqual(bad, [])
        self.assertRegex("text_utils.cpp", FORBIDDEN_FILE_NAMES)
        self.assertNotRegex("utf8.cpp", FORBIDDEN_FILE_NAMES)

    def test_headers_guard_themselves(self):
        bad = [str(path.relative_to(ROOT)) for path in files_of(HEADERS) if "#pragma once" not in path.read_text()]
        self.assertEqual(bad, [])

    def test_a_source_includes_its_header_first(self):
        """Proves that a header compiles alone; headers without a source have a target of their own for that."""
        include = re.compile(r'^#include ["<]([^">]+)[">]', re.M)
        bad = []
        for path in files_of(("src/**/*.cpp",)):
            header = path.with_suffix(".h")
            if not header.exists():
                continue
            first = include.search(path.read_text())
            if not first or first[1] != header.relative_to(ROOT / "src").as_posix():
                bad.append(str(path.relative_to(ROOT)))
        self.assertEqual(bad, [])

    def test_notice_names_the_grammars_of_others(self):
        packages = json.loads((ROOT / "grammars/package.json").read_text())["dependencies"]
        notice = (ROOT / "NOTICE").read_text()
        self.assertEqual([name for name in packages if f"  {name} " not in notice], [])


if __name__ == "__main__":
    unittest.main()
