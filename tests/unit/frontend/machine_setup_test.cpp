#include <gtest/gtest.h>

#include "script_run.h"

namespace smtplint::script {
namespace {

std::string shell(std::string_view script) { return ScriptRun(script).lines(); }

TEST(ShellScript, GivesCommandsWithTheirWords) {
  EXPECT_EQ(shell("apt-get install -y 'a b' \"c\" d\\ e\n"), "run apt-get install -y a b c d e\n");
  EXPECT_EQ(shell("a && b; c | d\n"), "run a\nrun b\nrun c\nrun d < {c}\n");
  EXPECT_EQ(shell("sudo -u root env A=1 nohup timeout 5 run it\n"), "run run it\n");
  EXPECT_EQ(shell("DEBIAN_FRONTEND=x apt-get update\n"), "run apt-get update\n");
  EXPECT_EQ(shell("if t; then S=sudo; fi\n$S a b\n"), "run t\nrun a b\n");
}

TEST(ShellScript, CopiesFilesThatItKnows) {
  EXPECT_EQ(shell("echo x > /tmp/a\ncp /tmp/a /etc/b\ninstall -m 644 /tmp/a /etc/c/\n"),
            "file /tmp/a = x\\n\nfile /etc/b = x\\n\nfile /etc/c/a = x\\n\n");
  EXPECT_EQ(shell("cp $A /etc/\nmv a b\n"), "run cp {$A} /etc/\nrun mv a b\n");
}

TEST(ShellScript, EditsFilesThatItKnows) {
  EXPECT_EQ(shell("echo 'h={H}:{P}' > f\nsed -i -e \"s/{H}/$A/\" -e 's/{P}/25/g' f\n"),
            "file f = h={H}:{P}\\n\nfile f = h={}:25\\n\n");
  EXPECT_EQ(shell("echo a > f\nsed -i $S f\n"), "file f = a\\n\nfile f ~ {$S}\n");
  EXPECT_EQ(shell("echo a > f\nsed -i 's/^b.*/c/' f\n"), "file f = a\\n\nfile f ~ c\n");
}

TEST(ShellScript, KnowsItsVariables) {
  EXPECT_EQ(shell("A=x\nrun $A \"${A}y\" ${B:-z} '$A' $C\n"), "run run x xy z $A {$C}\n");
  EXPECT_EQ(shell("A=(x y)\nrun \"${A[@]}\"\n"), "run run x y\n");
  EXPECT_EQ(shell("A=$(hostname)\nrun \"a $A\"\n"), "run run a {}\n");
  EXPECT_EQ(shell("if t; then A=x; else A=y; fi\nrun $A\n"), "run t\nrun run (x|y)\n");
  EXPECT_EQ(shell("for i in a b; do run $i; done\n"), "run run a\nrun run b\n");
  EXPECT_EQ(shell("A='x  y'\nB=\nrun $A \"$A\" $B \"$B\"z\n"), "run run x y x  y z\n");
}

/// What an argument is behind `shift` in a loop, only running it would tell.
TEST(ShellScript, MovesItsArguments) {
  EXPECT_EQ(shell("f() { shift; run $1 $2; }\nf a b\n"), "run run b {$2}\n");
  EXPECT_EQ(shell("f() { shift 2; run $1; }\nf a b c\n"), "run run c\n");
  EXPECT_EQ(shell("f() { if t; then shift; fi; run $1; }\nf a b\n"), "run t\nrun run {$1}\n");
  EXPECT_EQ(shell("f() { while t; do run $2; shift; done; }\nf a b\n"), "run t\n?run run {$2}\n");
}

TEST(ShellScript, CallsItsFunctions) {
  EXPECT_EQ(shell("f() { run $1; }\nf a\nf b\n"), "run run a\nrun run b\n");
  EXPECT_EQ(shell("f() { run; }\n"), "");
  EXPECT_EQ(shell("f() { f; }\nf\n"), "");
}

TEST(ShellScript, WritesFiles) {
  EXPECT_EQ(shell("cat > /etc/a <<EOF\nx $Y\nEOF\n"), "file /etc/a = x {}\\n\n");
  EXPECT_EQ(shell("cat <<'EOF' >> /etc/a\nx $Y\nEOF\n"), "file /etc/a += x $Y\\n\n");
  EXPECT_EQ(shell("cat <<-EOF > /etc/a\n\tx\n\ty\n\tEOF\n"), "file /etc/a = x\\ny\\n\n");
  EXPECT_EQ(shell("echo a b > /etc/a\n"), "file /etc/a = a b\\n\n");
  EXPECT_EQ(shell("echo a | sudo tee -a /etc/a /etc/b > /dev/null\n"),
            "file /etc/a += a\\n\nfile /etc/b += a\\n\n");
  EXPECT_EQ(shell("{ echo a; echo b; } > /etc/a\n"), "file /etc/a = a\\nb\\n\n");
  EXPECT_EQ(shell("echo a > /tmp/x\ncat /tmp/x > /etc/a\n"), "file /tmp/x = a\\n\nfile /etc/a = a\\n\n");
  EXPECT_EQ(shell("envsubst < a > /etc/a\n"), "run envsubst\nfile /etc/a = {envsubst}\n");
  EXPECT_EQ(shell("run 2> /etc/a > /dev/null\n"), "run run\n");
  EXPECT_EQ(shell("printf '%s\\n' a b > /etc/a\n"), "file /etc/a = a\\nb\\n\n");
  EXPECT_EQ(shell("printf 'a %s\\nb %s\\n100%%\\n' 1 2 > /etc/a\n"), "file /etc/a = a 1\\nb 2\\n100%\\n\n");
  EXPECT_EQ(shell("printf '%d\\n' 1 > /etc/a\n"), "file /etc/a = {printf}\n");
  EXPECT_EQ(shell("echo -e 'a\\nb' > /etc/a\necho 'a\\nb' > /etc/b\n"),
            "file /etc/a = a\\nb\\n\nfile /etc/b = a\\nb\\n\n")
      << "a line break, and a backslash";
}

TEST(ShellScript, EditsFiles) {
  EXPECT_EQ(shell("sed -i 's/^a.*/a = b/' /etc/a\n"), "file /etc/a ~ a = b\n");
  EXPECT_EQ(shell("sed -i \"s|^a.*|a = \\[b\\]:25|g\" /etc/a\n"), "file /etc/a ~ a = [b]:25\n");
  EXPECT_EQ(shell("sed -i 's/\\(a\\)/\\1 = b/' /etc/a\n"), "file /etc/a ~ {} = b\n");
  EXPECT_EQ(shell("sed -i '/a/d' /etc/a\n"), "file /etc/a ~ /a/d\n");
  EXPECT_EQ(shell("sed 's/a/b/' /etc/a\n"), "run sed s/a/b/ /etc/a\n");
}

TEST(ShellScript, KnowsWhatHangsOnConditions) {
  EXPECT_EQ(shell("if t; then a; elif u; then b; else c; fi\n"), "run t\n?run a\n?run u\n??run b\n??run c\n");
  EXPECT_EQ(shell("[ -f x ] && a\nb || c\n"), "run [\n?run a\nrun b\n?run c\n");
  EXPECT_EQ(shell("case $X in a) a;; *) b;; esac\n"), "?run a\n??run b\n");
  EXPECT_EQ(shell("while t; do a; done\n"), "run t\n?run a\n");
  EXPECT_EQ(shell("a\nexit 0\nb\n"), "run a\n");
  EXPECT_EQ(shell("if t; then exit 0; fi\nb\n"), "run t\n?run exit 0\nrun b\n");
}

TEST(ShellScript, ReadsScriptsInScripts) {
  EXPECT_EQ(shell("bash -c 'a \"b c\"'\n"), "run a b c\n");
  EXPECT_EQ(shell("sh -ec \"a $X\"\n"), "run a {}\n");
  EXPECT_EQ(shell("bash setup.sh a\n"), "run bash setup.sh a\n");
  EXPECT_EQ(shell("pwsh -Command \"Install-Thing -Name x\"\n"),
            "run Install-Thing -Name x\nrun pwsh -Command Install-Thing -Name x\n");
}

TEST(ShellScript, RunsWhatWasWritten) {
  EXPECT_EQ(shell("cat > /opt/x <<'E'\na\nE\nchmod +x /opt/x\n/opt/x\n"),
            "file /opt/x = a\\n\nrun chmod +x /opt/x\nrun a\n");
  EXPECT_EQ(shell("echo a > x\nbash -e x\n. x\n"), "file x = a\\n\nrun a\nrun a\n");
  const ScriptRun cloud(
      "#cloud-config\nwrite_files:\n  - path: /opt/x\n    content: |\n      #!/bin/sh\n      a\nruncmd:\n"
      "  - /opt/x\n  - [/opt/x]\n",
      Kind::user_data);
  EXPECT_EQ(cloud.lines(), "file /opt/x = #!/bin/sh\\na\\n\nrun a\nrun a\n");
}

/// What would take forever, or all of the memory, is cut off at the same place everywhere.
TEST(ShellScript, IsBounded) {
  for (const auto* script :
       {"f() { f; f; f; f; }\nf\n",
        "A=x\nfor i in 1 2 3 4 5 6 7 8 9; do for j in 1 2 3 4 5 6 7 8 9; do A=$A$A$A$A; done; done\n",
        "for i in a b c d e f g h; do for j in a b c d e f g h; do for k in a b c d e f g h; do for l in a b "
        "c d e f g h; do for m in a b c d e f g h; do x=$i; done; done; done; done; done\n"}) {
    const ScriptRun run(script);
    ASSERT_EQ(run.setup.gaps.size(), 1u) << script;
    EXPECT_EQ(run.setup.gaps[0].kind, EventKind::limit_reached);
    EXPECT_EQ(run.setup.gaps[0].detail, "expansion")
        << "the name of a limit, which its rule puts into a sentence";
  }
}

/// A script that calls itself ends.
TEST(ShellScript, EndsWhereItRunsItself) {
  const ScriptRun run("echo '. x' > x\n. x\n");
  ASSERT_EQ(run.setup.gaps.size(), 1u);
  EXPECT_EQ(run.setup.gaps[0].kind, EventKind::limit_reached);
}

TEST(ShellScript, KeepsItsPlaces) {
  const ScriptRun setup("cat > /etc/a <<EOF\nb = [[c]]\nEOF\n");
  const auto& file = std::get<FileWritten>(setup.setup.steps.back().what);
  const std::size_t at = file.text.text().chars.find('c');
  EXPECT_EQ(text_origin(setup.store, file.text, at, 1).place, setup.places[0]);
  const ScriptRun command("a \"x [[y]] z\"\n");
  const auto& run = std::get<CommandRun>(command.setup.steps.back().what);
  EXPECT_EQ(text_origin(command.store, run.words[1], 2, 1).place, command.places[0]);
}

TEST(ShellScript, SaysWhatItLeavesOut) {
  const ScriptRun broken("a\nif then fi (\nb\n");
  ASSERT_EQ(broken.setup.gaps.size(), 1u);
  EXPECT_EQ(broken.setup.gaps[0].kind, EventKind::syntax_error);
  const ScriptRun many("a\na\na\n", Kind::shell, {4, 100, 4000, 2, 1u << 20u});
  EXPECT_EQ(many.setup.steps.size(), 2u);
  ASSERT_EQ(many.setup.gaps.size(), 1u);
  EXPECT_EQ(many.setup.gaps[0].kind, EventKind::limit_reached);
  const ScriptRun deep("bash -c \"bash -c 'a'\"\n", Kind::shell, {2, 100, 4000, 100, 1u << 20u});
  ASSERT_EQ(deep.setup.gaps.size(), 1u);
  EXPECT_EQ(deep.setup.gaps[0].kind, EventKind::limit_reached);
}

TEST(CloudConfig, DoesThingsInItsOrder) {
  const ScriptRun setup(
      "#cloud-config\n"
      "runcmd:\n  - c\n  - [d, e f]\n"
      "packages: [p, [q, 1.0]]\n"
      "write_files:\n  - {path: /w, content: w}\n  - {path: /v, content: dg==, encoding: b64, append: true}\n"
      "bootcmd:\n  - b\n"
      "apt: {debconf_selections: {x: p p/q string r}}\n",
      Kind::user_data);
  EXPECT_EQ(setup.lines(),
            "run b\nfile /w = w\nfile /v += v\nrun debconf-set-selections < p p/q string r\n"
            "package p\npackage q\nrun c\nrun d e f\n");
}

TEST(CloudConfig, KeepsThePlacesOfBlocks) {
  const ScriptRun setup(
      "#cloud-config\nwrite_files:\n  - path: /w\n    content: |\n      a\n        b [[c]]\n\n      d\n",
      Kind::user_data);
  const auto& file = std::get<FileWritten>(setup.setup.steps.back().what);
  EXPECT_EQ(file.text.text().chars, "a\n  b c\n\nd\n");
  EXPECT_EQ(text_origin(setup.store, file.text, file.text.text().chars.find('c'), 1).place, setup.places[0]);
}

TEST(UserData, IsWhatItsFirstLineSays) {
  const auto lines = [](std::string_view text) { return ScriptRun(text, Kind::user_data).lines(); };
  EXPECT_EQ(lines("#!/bin/sh\na\n"), "run a\n");
  EXPECT_EQ(lines("## template: jinja\n#cloud-config\npackages: [a]\n"), "package a\n");
  EXPECT_EQ(lines("IyEvYmluL3NoCmEK"), "run a\n");
  EXPECT_EQ(lines("#!/usr/bin/env pwsh\n$a.b = 'c'\n"), "set b = c\n");
  EXPECT_EQ(lines("just words\n"), "");
  EXPECT_EQ(lines("<powershell>\nRun x\n</powershell>\n"), "run Run x\n");
  EXPECT_EQ(lines("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
                  "Content-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\nYQo=\n--B--\n"),
            "run a\n");
}

}  // namespace
}  // namespace smtplint::script
