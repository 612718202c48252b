#include "knowledge/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <thread>

#include "base/disk_file_system.h"
#include "base/memory_file_system.h"
#include "knowledge/image_writer.h"
#include "knowledge/load.h"
#include "knowledge/sections.h"

namespace smtplint::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string rules_folder() { return std::string(SMTPLINT_SOURCE_DIR) + "/rules"; }

/// Every node of every section, so that two catalogues can be compared by what they were made from.
void write_node(Node node, std::string& text) {
  text += std::to_string(static_cast<int>(node.kind())) + (node.quoted() ? "'" : "") +
          std::string(node.text()) + "\n";
  for (std::size_t i = 0; i < node.size(); ++i) {
    if (node.is(NodeKind::map)) text += std::string(node.key_at(i)) + ":";
    write_node(node.at(i), text);
  }
}

using FileTexts = std::map<std::string, std::string>;

FileTexts content(const Image& image) {
  FileTexts texts;
  for (const std::string_view section : section::all) {
    for (const Node file : image.section(section)) write_node(file, texts[std::string(file.mark().file)]);
  }
  return texts;
}

/// Rule files in memory, read on top of the built-in ones.
struct Overlay {
  explicit Overlay(const std::string& path, const std::string& text) {
    MemoryFileSystem files;
    files.add(path, text);
    loaded = load_rules(files, "", "");
    image.emplace(loaded.image);
    built = Catalogue::build(&built_in_image(), &*image);
  }
  LoadedRules loaded;
  std::optional<Image> image;
  Catalogue::Built built;
};

std::string text_of(const std::string& path) {
  const DiskFileSystem files(rules_folder());
  const auto text = files.read(path, 1u << 20u);
  return text ? *text : std::string();
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

TEST(Catalogue, IsTheSameFromTheProgramAndFromTheFolder) {
  const DiskFileSystem files(rules_folder());
  const LoadedRules loaded = load_rules(files, "", "rules");
  ASSERT_THAT(loaded.problems, IsEmpty());
  const Image from_folder(loaded.image);
  const FileTexts folder_texts = content(from_folder);
  const FileTexts program_texts = content(built_in_image());
  EXPECT_EQ(folder_texts.size(), program_texts.size());
  for (const auto& [file, text] : folder_texts) {
    const auto found = program_texts.find(file);
    EXPECT_TRUE(found != program_texts.end() && found->second == text) << file;
  }
  const std::string nothing = ImageWriter().finish();
  const Image empty(nothing);
  const Catalogue::Built built = Catalogue::build(&empty, &from_folder);
  ASSERT_THAT(built.problems, IsEmpty());
  EXPECT_THAT(built.replaced, IsEmpty());
  const Catalogue& built_in = Catalogue::built_in();
  const Catalogue& other = *built.catalogue;
  ASSERT_EQ(other.checks().size(), built_in.checks().size());
  for (std::size_t i = 0; i < other.checks().size(); ++i) {
    EXPECT_EQ(other.checks()[i].info.id, built_in.checks()[i].info.id);
    EXPECT_EQ(other.checks()[i].info.summary, built_in.checks()[i].info.summary);
  }
  EXPECT_EQ(other.policy().newest().id, built_in.policy().newest().id);
  EXPECT_EQ(other.subscriptions().types().size(), built_in.subscriptions().types().size());
  EXPECT_EQ(other.mappings().size(), built_in.mappings().size());
  EXPECT_EQ(other.limits().expansion, built_in.limits().expansion);
  EXPECT_EQ(other.providers().all().size(), built_in.providers().all().size());
  EXPECT_EQ(other.frameworks().all().size(), built_in.frameworks().all().size());
  EXPECT_EQ(other.coverage_gaps().all().size(), built_in.coverage_gaps().all().size());
}

TEST(CoverageGaps, EachSaysWhatIsNotSeenAndWhatIsDoneThere) {
  const auto& gaps = Catalogue::built_in().coverage_gaps().all();
  EXPECT_FALSE(gaps.empty());
  for (const CoverageGap& gap : gaps) {
    EXPECT_TRUE(gap.unseen.ends_with('.')) << gap.id;
    EXPECT_TRUE(gap.instead.ends_with('.')) << gap.id;
    EXPECT_FALSE(gap.sources.empty()) << gap.id;
  }
}

TEST(Catalogue, NeedsItsTables) {
  const std::string nothing = ImageWriter().finish();
  const Image empty(nothing);
  const Catalogue::Built built = Catalogue::build(&empty, nullptr);
  EXPECT_EQ(built.catalogue, nullptr);
  EXPECT_THAT(built.problems, testing::Contains("rules/platform:1:1: the table `limits` is missing"));
}

TEST(Catalogue, OpensSectionsFromSeveralThreads) {
  std::vector<const Check*> seen(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    threads.emplace_back([&seen, i] { seen[i] = Catalogue::built_in().checks().data(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Check* checks : seen) EXPECT_EQ(checks, Catalogue::built_in().checks().data());
}

TEST(Catalogue, OverlayAddsASubscriptionType) {
  const Overlay overlay("subscriptions/internal.yaml",
                        "id: internal\nname: Internal\naliases: [inside]\nquota-ids: [Internal_2014-09-01]\n"
                        "source: https://example.com/internal\n");
  ASSERT_THAT(overlay.built.problems, IsEmpty());
  EXPECT_THAT(overlay.built.replaced, IsEmpty());
  const SubscriptionTable& table = overlay.built.catalogue->subscriptions();
  ASSERT_NE(table.find("INSIDE"), nullptr);
  EXPECT_EQ(table.find("INSIDE")->id, "internal");
  ASSERT_NE(table.quota_id("internal_2014-09-01"), nullptr);
  EXPECT_THAT(table.quota_id("internal_2014-09-01")->types, ElementsAre("internal"));
  EXPECT_EQ(Catalogue::built_in().subscriptions().find("inside"), nullptr);
}

TEST(Catalogue, OverlayReplacesAnEntryAndSaysSo) {
  const Overlay overlay("platform/limits.yaml",
                        replaced(text_of("platform/limits.yaml"), "environments: ", "environments: 1"));
  ASSERT_THAT(overlay.built.problems, IsEmpty());
  EXPECT_THAT(overlay.built.replaced, ElementsAre("platform/limits"));
  EXPECT_NE(overlay.built.catalogue->limits().environments, Catalogue::built_in().limits().environments);
}

TEST(Catalogue, OverlayMayChangeTheSeverityOfACheck) {
  const std::string path = "checks/SMTP014-delivery-not-guaranteed.yaml";
  const Overlay overlay(path, replaced(text_of(path), "severity: note", "severity: warning"));
  ASSERT_THAT(overlay.built.problems, IsEmpty());
  EXPECT_THAT(overlay.built.replaced, ElementsAre("checks/SMTP014"));
  const auto& checks = overlay.built.catalogue->checks();
  const auto check =
      std::ranges::find_if(checks, [](const Check& each) { return each.info.id == "SMTP014"; });
  ASSERT_NE(check, checks.end());
  EXPECT_EQ(check->info.severity, Severity::warning);
  EXPECT_EQ(checks.size(), Catalogue::built_in().checks().size());
}

TEST(Catalogue, RefusesAnIdThatIsRepeatedInOneFolder) {
  MemoryFileSystem files;
  const std::string type = "id: acme\nname: Acme\nsource: https://example.com/acme\n";
  files.add("subscriptions/a.yaml", type);
  files.add("subscriptions/b.yaml", type);
  const LoadedRules loaded = load_rules(files, "", "");
  const Image image(loaded.image);
  EXPECT_THAT(Catalogue::build(&built_in_image(), &image).problems,
              ElementsAre("subscriptions/b.yaml:1:5: `acme` is already defined in `subscriptions/a.yaml`"));
}

TEST(Catalogue, RefusesARemarkThatNamesWhatNobodyFillsIn) {
  const Overlay overlay("platform/remarks.yaml",
                        replaced(text_of("platform/remarks.yaml"), "port {port} is", "{prot} is"));
  ASSERT_EQ(overlay.built.problems.size(), 1u);
  EXPECT_THAT(overlay.built.problems.front(), testing::HasSubstr("unknown placeholder `{prot}`"));
}

TEST(Catalogue, ChecksAreSortedById) {
  const auto& checks = Catalogue::built_in().checks();
  EXPECT_TRUE(std::ranges::is_sorted(checks, {}, [](const Check& check) { return check.info.id; }));
  EXPECT_FALSE(checks.empty());
}

TEST(SubscriptionTable, FindsByIdAliasAndOfferWithoutCase) {
  const SubscriptionTable& table = Catalogue::built_in().subscriptions();
  for (const auto& [word, id] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"ea", "enterprise-agreement"},
           {"EA-Dev-Test", "enterprise-dev-test"},
           {"mca-e", "mca-enterprise"},
           {"mca", "mca-individual"},
           {"payg", "pay-as-you-go"},
           {"ms-azr-0003p", "pay-as-you-go"},
           {"MS-AZR-0170P", "students"},
           {"unknown", "unknown"},
           {"other", "other"}}) {
    ASSERT_NE(table.find(word), nullptr) << word;
    EXPECT_EQ(table.find(word)->id, id);
  }
  EXPECT_EQ(table.find("MS-AZR-0017G"), nullptr) << "two types share the offer";
  EXPECT_EQ(table.find("gold"), nullptr);
  ASSERT_NE(table.nearest("pay-as-yu-go"), nullptr);
  EXPECT_EQ(table.nearest("pay-as-yu-go")->id, "pay-as-you-go");
  EXPECT_EQ(table.nearest("zzzzzz"), nullptr);
}

TEST(ReasonTable, SaysWhatIsNotKnown) {
  const ReasonTable& reasons = Catalogue::built_in().reasons();
  EXPECT_EQ(reasons.sentence("no-value", "var.smtp_port"), "variable `smtp_port` has no value");
  EXPECT_EQ(reasons.sentence("missing-file", "a/b.tftpl"),
            "the workspace has no file `a/b.tftpl` that can be read");
  EXPECT_EQ(reasons.sentence("limit", "evaluation-steps"),
            "the value was cut off by the limit `evaluation-steps`");
  EXPECT_EQ(reasons.sentence("evaluation-error", "there is no variable `x`"), "there is no variable `x`");
  for (const std::string_view word : reason_words) {
    EXPECT_NE(reasons.sentence(word, "var.x").find("`x`"), std::string::npos) << word;
    EXPECT_EQ(reasons.sentence(word, "").find('`'), std::string::npos) << word;
  }
}

TEST(Remarks, AreSentencesInTheStyleOfMessages) {
  const RemarkTable& remarks = Catalogue::built_in().remarks();
  EXPECT_EQ(remarks.text(Remark::port_is_not_mail, {{"port", "587"}}),
            "Azure blocks port 25 only; port 587 is open on every subscription");
  for (const Remark remark : {Remark::destination_local, Remark::hybrid_connection, Remark::exempt}) {
    const std::string text = remarks.text(remark);
    EXPECT_FALSE(text.empty());
    EXPECT_FALSE(text.ends_with('.'));
  }
}

}  // namespace
}  // namespace smtplint::knowledge
