#include <gtest/gtest.h>

#include "script_run.h"

namespace smtplint::script {
namespace {

std::string power_shell(std::string_view script) { return ScriptRun(script, Kind::power_shell).lines(); }

TEST(PowerShell, GivesCommandsWithTheirArguments) {
  EXPECT_EQ(power_shell("Install-Thing -Name a, b -Quiet\n"), "run Install-Thing -Name a b -Quiet\n");
  EXPECT_EQ(power_shell("$a = 'x'\nRun $a \"$a y\" '$a'\n"), "set a = x\nrun Run x x y $a\n");
  EXPECT_EQ(power_shell("$h = @{ Port = 25; Host = 'h' }\nRun @h\n"), "run Run -Port 25 -Host h\n");
  EXPECT_EQ(power_shell("if ($x) { a } else { b }\n"), "?run a\n?run b\n");
  EXPECT_EQ(power_shell("try { a } catch { b }\n"), "run a\n?run b\n");
  EXPECT_EQ(power_shell("function F { a }\nF\n"), "run a\nrun F\n");
  EXPECT_EQ(power_shell("$s.Settings.Relay = \"r\"\n"), "set Relay = r\n");
  EXPECT_EQ(power_shell("Set-Content -Path c:\\a.txt -Value \"v\"\n"),
            "file c:\\a.txt = v\nrun Set-Content -Path c:\\a.txt -Value v\n");
}

TEST(PowerShell, DoesNotTakeACommandForItsName) {
  EXPECT_EQ(power_shell("Run -Host (Get-Host)\n$a = (Get-Host).Name\nRun $a\n"),
            "run Get-Host\nrun Run -Host {Get-Host}\nrun Get-Host\nset a = {(Get-Host).Name}\nrun Run "
            "{(Get-Host).Name}\n");
}

/// What a command is given counts over what is set for all that are like it.
TEST(PowerShell, KnowsTheDefaultsOfCommands) {
  EXPECT_EQ(
      power_shell(
          "$PSDefaultParameterValues = @{ 'Run:Port' = 25; 'Other:Port' = 26 }\nRun -Host h\nrun -port 1\n"),
      "run Run -Host h -Port 25\nrun run -port 1\n");
  EXPECT_EQ(
      power_shell(
          "$PSDefaultParameterValues['Run:Port'] = 25\n$PSDefaultParameterValues[\"run:port\"] = 26\nRun\n"),
      "run Run -port 26\n");
}

TEST(PowerShell, KnowsLists) {
  EXPECT_EQ(power_shell("$a = 'x', 'y'\nforeach ($i in $a) { Run $i }\n"),
            "set a = [x y]\nrun Run x\nrun Run y\n");
  EXPECT_EQ(power_shell("Run -Name @('x', \"y\")\n"), "run Run -Name [x y]\n");
  EXPECT_EQ(power_shell("foreach ($i in Get-It) { Run $i }\n"), "run Get-It\nrun Run {i}\n");
}

TEST(PowerShell, KnowsWhatVariablesHoldUnderConditions) {
  EXPECT_EQ(power_shell("$p = 25\nif ($x) { $p = 587 }\nRun $p\n"),
            "set p = 25\n?set p = 587\nrun Run (25|587)\n");
  EXPECT_EQ(power_shell("if ($x) { $p = 1 } else { $p = 2 }\nRun $p\n"),
            "?set p = 1\n?set p = 2\nrun Run (1|2)\n");
  EXPECT_EQ(power_shell("if ($x) { $p = 1\nRun $p }\n"), "?set p = 1\n?run Run 1\n");
  EXPECT_EQ(power_shell("$p = 25\nRun $Using:p $script:p ${p}\n"), "set p = 25\nrun Run 25 25 25\n");
}

TEST(PowerShell, GivesParametersTheirArguments) {
  EXPECT_EQ(power_shell("function F($a, [int]$b = 25) { Run $a $b }\nF x\nF -b 2 -a y\nF\n"),
            "run Run x 25\nrun F x\nrun Run y 2\nrun F -b 2 -a y\nrun Run {$a} 25\nrun F\n");
  EXPECT_EQ(power_shell("function F {\n  param([string]$a = 'z')\n  Run $a\n}\n$a = 'q'\nF\nRun $a\n"),
            "set a = q\nrun Run z\nrun F\nrun Run q\n");
  EXPECT_EQ(power_shell("param($a, $b = 'd')\nRun $a $b\n"), "run Run {$a} d\n");
}

TEST(PowerShell, GivesTablesAsTheyStand) {
  EXPECT_EQ(power_shell("New-Object T -Property @{ Host = 'h'; Port = 25; host = 'i' }\n"),
            "run T\nset Port = 25\nset host = i\nrun New-Object T -Property ?\n");
}

TEST(PowerShell, MakesObjects) {
  EXPECT_EQ(power_shell("$c = New-Object Net.Client('h', 25)\n"),
            "run Net.Client h 25\nrun New-Object Net.Client [h 25]\n"
            "set c = {New-Object Net.Client('h', 25)}\n");
  EXPECT_EQ(power_shell("$c = New-Object -TypeName Net.Client -ArgumentList 'h', 25\n"),
            "run Net.Client h 25\nrun New-Object -TypeName Net.Client -ArgumentList h 25\n"
            "set c = {New-Object -TypeName Net.Client -Argumen}\n");
  EXPECT_EQ(power_shell("$c = [Net.Client]::new('h', 25)\n"),
            "run Net.Client h 25\nset c = {[Net.Client]::new('h', 25)}\n");
}

TEST(PowerShell, PutsMembers) {
  EXPECT_EQ(power_shell("$s.Put('Relay', 'r')\n$s.Get('Relay', 'r')\n"), "set Relay = r\n");
}

TEST(PowerShell, IsStartedByCommandLinesOfWindows) {
  const auto lines = [](std::string_view line) { return ScriptRun(line, Kind::commands).lines(); };
  EXPECT_EQ(lines("powershell -Command \"Install-Thing a; Run 'b'\""),
            "run Install-Thing a\nrun Run b\nrun powershell -Command Install-Thing a; Run 'b'\n");
  EXPECT_EQ(lines("powershell.exe -ep Bypass -c Run C:\\a\\b"),
            "run Run C:\\a\\b\nrun powershell.exe -ep Bypass -c Run C:\\a\\b\n");
}

/// What a configuration says of a machine, once it is called.
std::string configuration(std::string_view body) {
  return power_shell("Configuration Mail\n{\n" + std::string(body) + "\n}\nMail\n");
}

TEST(Configuration, GivesResourcesWithTheirSettings) {
  EXPECT_EQ(configuration("Node localhost\n{\n  WindowsFeature Smtp\n  {\n    Name = 'SMTP-Server'\n"
                          "    Ensure=\"Present\"\n  }\n}"),
            "run Node localhost\nrun WindowsFeature -Name SMTP-Server -Ensure Present\nrun Mail\n");
  EXPECT_EQ(configuration("Thing \"the one\" { A = 'x', 'y'; B = 25 } # }\nOther o { C = 'z' }"),
            "run Thing -A [x y] -B 25\nrun Other -C z\nrun Mail\n");
  EXPECT_EQ(configuration("Node localhost {\n  Thing one{\n    A = 'x'\n  }\n}"),
            "run Thing -A x\nrun Node localhost {{\n  Thing one{\n    A = 'x'\n  }\n}}\nrun Mail\n");
  EXPECT_EQ(configuration("if ($x) {\n  Thing t {\n    A = 'x'\n  }\n}"), "?run Thing -A x\nrun Mail\n");
  EXPECT_EQ(power_shell("Thing t { Run a }\n"), "run Run a\nrun Thing t {{ Run a }}\n");
}

TEST(Configuration, DoesNothingUntilItIsCalled) {
  EXPECT_EQ(power_shell("configuration Mail {\n  Thing t { A = 'x' }\n}\n"), "");
}

TEST(Configuration, RunsItsScripts) {
  EXPECT_EQ(configuration("Script s\n{\n  SetScript = {\n    $p = 25\n    Run $p\n  }\n  Key = $k\n}"),
            "set p = 25\nrun Run 25\nrun Script -SetScript {{\n    $p = 25\n    Run $p\n  }} -Key {$k}\n"
            "run Mail\n");
}

TEST(Configuration, WritesFiles) {
  EXPECT_EQ(configuration("File f { DestinationPath = 'c:\\a'; Contents = 't' }"),
            "file c:\\a = t\nrun File -DestinationPath c:\\a -Contents t\nrun Mail\n");
  EXPECT_EQ(configuration("File f { DestinationPath = 'c:\\a'; Ensure = 'Absent' }"),
            "run File -DestinationPath c:\\a -Ensure Absent\nrun Mail\n");
}

}  // namespace
}  // namespace smtplint::script
