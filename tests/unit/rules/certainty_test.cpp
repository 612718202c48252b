#include "rules/certainty.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "knowledge/catalogue.h"

namespace smtplint::rules {
namespace {

using Kind = model::Condition::Kind;

constexpr auto off = Severity::off;
constexpr auto note = Severity::note;
constexpr auto warning = Severity::warning;
constexpr auto error = Severity::error;

struct Row {
  Severity rule;
  Severity conditional, host_unknown, both, some_are_fine;
};

TEST(Severity, FallsWithTheCertaintyOfTheFinding) {
  constexpr Row table[] = {
      // of the rule -> under a condition, with an unknown host, with both, where some values are fine
      {error, warning, warning, warning, note},
      {warning, note, warning, note, note},
      {note, note, note, note, note},
      {off, off, off, off, off},
  };
  for (const Row& row : table) {
    EXPECT_EQ(severity_of(row.rule, {}), row.rule) << "certain";
    EXPECT_EQ(severity_of(row.rule, {.condition = "if this runs in Azure"}), row.conditional);
    EXPECT_EQ(severity_of(row.rule, {.host_unknown = true}), row.host_unknown);
    EXPECT_EQ(severity_of(row.rule, {.condition = "if this runs in Azure", .host_unknown = true}), row.both);
    EXPECT_EQ(severity_of(row.rule, {.some_are_fine = true}), row.some_are_fine);
    EXPECT_EQ(severity_of(row.rule, {.condition = "if", .host_unknown = true, .some_are_fine = true}),
              row.some_are_fine)
        << "nothing falls below the note that it is already";
  }
}

class DoubtTest : public testing::Test {
 protected:
  DoubtTest() { host.name = "smtp.sendgrid.net"; }

  [[nodiscard]] Doubt doubt() const {
    return doubt_about(mailer, host, host.name.value_or(""), knowledge::Catalogue::built_in().phrases());
  }

  model::Mailer mailer;
  model::HostChoice host;
};

TEST_F(DoubtTest, IsNoneWhereEverythingIsWritten) {
  EXPECT_EQ(doubt().condition, "");
  EXPECT_FALSE(doubt().host_unknown);
}

TEST_F(DoubtTest, SaysEachConditionOnceInOneSentence) {
  mailer.conditions = {{Kind::unlinked, ""}, {Kind::overridable, "SMTP_PORT"}};
  EXPECT_EQ(doubt().condition, "if this runs in Azure and unless `SMTP_PORT` is set");
  host.perhaps_private = true;
  EXPECT_EQ(
      doubt().condition,
      "if this runs in Azure, unless `SMTP_PORT` is set and if `smtp.sendgrid.net` is outside your network");
}

TEST_F(DoubtTest, NamesAPlaceholderHost) {
  host.placeholder = true;
  EXPECT_EQ(doubt().condition, "if `smtp.sendgrid.net` is more than a placeholder");
}

TEST_F(DoubtTest, AHostThatIsNotKnownIsNoCondition) {
  host.name.reset();
  EXPECT_TRUE(doubt().host_unknown);
  EXPECT_EQ(doubt().condition, "");
}

/// A kind without words of its own would say those of another.
TEST_F(DoubtTest, EveryKindOfConditionHasWordsOfItsOwn) {
  std::set<std::string> sentences;
  const auto kinds = {Kind::overridable,  Kind::unlinked,         Kind::only_compute,
                      Kind::bare_port,    Kind::placeholder_host, Kind::perhaps_private_host,
                      Kind::script_branch};
  for (const Kind kind : kinds) {
    mailer.conditions = {{kind, "it"}};
    sentences.insert(doubt().condition);
  }
  EXPECT_EQ(sentences.size(), kinds.size());
}

}  // namespace
}  // namespace smtplint::rules
