#include "cli/command_line.h"

#include <gmock/gmock.h>

namespace smtplint::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

using Arguments = std::vector<std::string>;

Options options_of(const Arguments& arguments) {
  const auto invocation = read_command_line(arguments);
  EXPECT_TRUE(invocation.ok()) << (invocation.ok() ? "" : invocation.error().message);
  return invocation.ok() ? std::get<Options>(*invocation) : Options{};
}

std::string error_of(const Arguments& arguments) {
  const auto invocation = read_command_line(arguments);
  EXPECT_FALSE(invocation.ok());
  return invocation.ok() ? "" : invocation.error().message;
}

std::string answer_to(const Arguments& arguments) {
  const auto invocation = read_command_line(arguments);
  EXPECT_TRUE(invocation.ok());
  return invocation.ok() ? std::get<Answer>(*invocation).text : "";
}

TEST(CommandLine, CheckHasDefaults) {
  const Options options = options_of({"check"});
  EXPECT_EQ(options.command, Command::check);
  EXPECT_THAT(options.paths, ElementsAre("."));
  EXPECT_EQ(options.fail_on, Severity::error);
  EXPECT_EQ(options.platform, engine::Platform::automatic);
  ASSERT_EQ(options.outputs.size(), 1u);
  EXPECT_EQ(options.outputs[0].reporter->name, "text");
  EXPECT_FALSE(options.outputs[0].file);
  EXPECT_FALSE(options.subscription);
}

TEST(CommandLine, InventoryPrintsItsTable) {
  EXPECT_EQ(options_of({"inventory"}).outputs[0].reporter->name, "inventory");
}

TEST(CommandLine, AllOptionsOfCheckAreUnderstood) {
  const Options options = options_of({"check",
                                      "a",
                                      "--subscription",
                                      "ea",
                                      "--subscription-created=2020-02-29",
                                      "--port-25-exempt",
                                      "--subscription-info",
                                      "s.json",
                                      "--var",
                                      "port=25",
                                      "--var",
                                      "list=[1,2]",
                                      "--var-file",
                                      "p.tfvars",
                                      "--platform",
                                      "other",
                                      "--policy-edition",
                                      "E9",
                                      "--as-of",
                                      "2024-01-01",
                                      "--format",
                                      "json=o=1.json",
                                      "--format",
                                      "concise",
                                      "--fail-on",
                                      "never",
                                      "--color",
                                      "always",
                                      "--rules",
                                      "r",
                                      "--select",
                                      "A1,B2",
                                      "--ignore",
                                      "C3",
                                      "b"});
  EXPECT_THAT(options.paths, ElementsAre("a", "b"));
  EXPECT_EQ(options.subscription, "ea");
  EXPECT_EQ(options.subscription_created, "2020-02-29");
  EXPECT_TRUE(options.port_25_exempt);
  EXPECT_EQ(options.subscription_info, "s.json");
  EXPECT_THAT(options.variables, ElementsAre(Pair("port", "25"), Pair("list", "[1,2]")));
  EXPECT_THAT(options.variable_files, ElementsAre("p.tfvars"));
  EXPECT_EQ(options.platform, engine::Platform::other);
  EXPECT_EQ(options.as_of, "2024-01-01");
  EXPECT_EQ(options.policy_edition, "E9");
  ASSERT_EQ(options.outputs.size(), 2u);
  EXPECT_EQ(options.outputs[0].file, "o=1.json");
  EXPECT_EQ(options.outputs[1].reporter->name, "concise");
  EXPECT_EQ(options.fail_on, std::nullopt);
  EXPECT_EQ(options.colour, ColourChoice::always);
  EXPECT_EQ(options.rules_folder, "r");
  EXPECT_THAT(options.select, ElementsAre("A1", "B2"));
  EXPECT_THAT(options.ignore, ElementsAre("C3"));
}

TEST(CommandLine, ConfigurationAndRepairs) {
  EXPECT_TRUE(options_of({"check"}).search_configuration);
  EXPECT_FALSE(options_of({"inventory", "--no-config"}).search_configuration);
  EXPECT_EQ(options_of({"debug", "model", "--config", "c.yaml"}).configuration_file, "c.yaml");
  EXPECT_EQ(options_of({"check"}).repair, Repair::none);
  EXPECT_EQ(options_of({"check", "--fix"}).repair, Repair::apply);
  const Options shown = options_of({"check", "--diff", "--format", "sarif=a.sarif"});
  EXPECT_EQ(shown.repair, Repair::show);
  EXPECT_EQ(shown.outputs.size(), 1u);
  EXPECT_TRUE(options_of({"check", "--diff"}).outputs.empty()) << "the diff stands alone on stdout";
}

TEST(CommandLine, OptionsDoNotSwallowPaths) {
  EXPECT_THAT(options_of({"check", "--var", "a=1", "infra", "docs"}).paths, ElementsAre("infra", "docs"));
  EXPECT_THAT(options_of({"check", "--format", "json", "infra"}).paths, ElementsAre("infra"));
}

TEST(CommandLine, BracketsInPathsAndVariablesStay) {
  const Options options = options_of({"check", "[slug]", "[a,b]", "--var", "hosts=[\"a\",\"b\"]"});
  EXPECT_THAT(options.paths, ElementsAre("./[slug]", "./[a,b]"));
  EXPECT_THAT(options.variables, ElementsAre(Pair("hosts", "[\"a\",\"b\"]")));
}

TEST(CommandLine, AfterTwoDashesEverythingIsAPath) {
  EXPECT_THAT(options_of({"check", "--", "--odd"}).paths, ElementsAre("--odd"));
}

TEST(CommandLine, VariableMayBeEmptyAndHoldEqualSigns) {
  EXPECT_THAT(options_of({"check", "--var", "a=", "--var", "b=c=d"}).variables,
              ElementsAre(Pair("a", ""), Pair("b", "c=d")));
}

TEST(CommandLine, DebugTakesAStageAndPaths) {
  const Options options = options_of({"debug", "resources", "a", "b"});
  EXPECT_EQ(options.stage, engine::Stage::resources);
  EXPECT_THAT(options.paths, ElementsAre("a", "b"));
}

struct Wrong {
  Arguments arguments;
  std::string sentence;
};

class WrongUsage : public testing::TestWithParam<Wrong> {};

TEST_P(WrongUsage, IsOneSentenceWithAHint) {
  const std::string message = error_of(GetParam().arguments);
  EXPECT_THAT(message, HasSubstr(GetParam().sentence));
  EXPECT_THAT(message, Not(HasSubstr("\n")));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongUsage,
    testing::Values(
        Wrong{{}, "no command given"}, Wrong{{"chek"}, "unknown command `chek`; did you mean `check`?"},
        Wrong{{"xyzzy"}, "unknown command `xyzzy`; it is one of `check`"},
        Wrong{{"--versoin"}, "unknown option `--versoin`; did you mean `--version`?"},
        Wrong{{"check", "--subscripton", "ea"},
              "unknown option `--subscripton`; did you mean `--subscription`?"},
        Wrong{{"check", "--subscripton=ea"},
              "unknown option `--subscripton`; did you mean `--subscription`?"},
        Wrong{{"--fail-on", "check"}, "unknown option `--fail-on`"},
        Wrong{{"check", "--fix", "--diff"}, "`--fix` and `--diff` exclude each other"},
        Wrong{{"inventory", "--fix"}, "unknown option `--fix`"},
        Wrong{{"check", "--diff", "--format", "sarif"}, "`--diff` stands alone on stdout"},
        Wrong{{"check", "--config", "x", "--no-config"}, "`--config` and `--no-config` exclude each other"},
        Wrong{{"check", "--fix", "--git-index"},
              "`--fix` writes files, and `--git-index` does not read them"},
        Wrong{{"check", "-q"}, "unknown option `-q`"}, Wrong{{"check", "--subscription"}, "--subscription"},
        Wrong{{"check", "--as-of", "2024-01-01", "--as-of", "2025-01-01"}, "--as-of"},
        Wrong{{"check", "--format", "jsn"}, "unknown format `jsn`; did you mean `json`?"},
        Wrong{{"check", "--format", "gitlab"}, "unknown format `gitlab`"},
        Wrong{{"check", "--format", "json="}, "names no file"},
        Wrong{{"check", "--format", "json", "--format", "text"}, "only one `--format`"},
        Wrong{{"check", "--format", "json=a", "--format", "sarif=a"}, "two formats"},
        Wrong{{"check", "--fail-on", "eror"}, "unknown value of `--fail-on` `eror`; did you mean `error`?"},
        Wrong{{"check", "--platform", "aws"}, "unknown value of `--platform` `aws`; it is one of `auto`"},
        Wrong{{"check", "--color", "allways"}, "did you mean `always`?"},
        Wrong{{"check", "--var", "port"}, "`--var` takes NAME=VALUE, not `port`"},
        Wrong{{"check", "--var", "=25"}, "`--var` takes NAME=VALUE, not `=25`"},
        Wrong{{"check", "--as-of", "2024-02-30"}, "takes a date as YYYY-MM-DD, not `2024-02-30`"},
        Wrong{{"check", "--subscription-created", "yesterday"},
              "takes a date as YYYY-MM-DD, not `yesterday`"},
        Wrong{{"explain"}, "RULE"}, Wrong{{"explain", "a", "b"}, "too many arguments: `b`"},
        Wrong{{"debug", "tre", "a"}, "unknown stage `tre`; did you mean `tree`?"},
        Wrong{{"debug", "path", "a"}, "`debug path` takes WORKLOAD and HOST:PORT"},
        Wrong{{"debug", "path", "a", "mail.contoso.com"}, "takes HOST:PORT, not `mail.contoso.com`"},
        Wrong{{"debug", "paths"}, "unknown stage `paths`"},
        Wrong{{"graph", "--format", "png"}, "unknown format `png`"},
        Wrong{{"rules", "--all"}, "unknown option `--all`"},
        Wrong{{"check", "--format", "js\non\x1b[2J"}, "unknown format"}));

TEST(CommandLine, HelpIsThereForEveryCommand) {
  EXPECT_THAT(answer_to({"--help"}), HasSubstr("inventory"));
  EXPECT_THAT(answer_to({"check", "-h"}), HasSubstr("--port-25-exempt"));
  for (const char* command : {"inventory", "explain", "rules", "subscriptions", "debug"}) {
    EXPECT_THAT(answer_to({command, "--help"}), HasSubstr(command));
  }
}

TEST(CommandLine, VersionIsOneLine) {
  const std::string answer = answer_to({"--version"});
  EXPECT_THAT(answer, StartsWith("smtplint "));
  EXPECT_EQ(answer.find('\n'), answer.size() - 1);
}

}  // namespace
}  // namespace smtplint::cli
