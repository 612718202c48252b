#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "engine/analyze.h"
#include "engine/fixes/safe_edits.h"

namespace smtplint::engine {
namespace {

using std::string_literals::operator""s;

/// A sender whose port may be corrected.
std::string mailer(const std::string& port, const std::string& name = "mailer") {
  return "resource \"azurerm_container_group\" \"" + name + "\" {\n" + R"tf(  container {
    environment_variables = {
      EMAIL_HOST          = "smtp.sendgrid.net"
      EMAIL_PORT          = )tf" +
         port + R"tf(
      EMAIL_USE_TLS       = "true"
      EMAIL_HOST_USER     = "apikey"
      EMAIL_HOST_PASSWORD = "@Microsoft.KeyVault(SecretUri=https://vault/secrets/key)"
    }
  }
}
)tf";
}

/// Counts how often the workspace is listed, which happens once for each analysis.
class CountingFileSystem final : public FileSystem {
 public:
  explicit CountingFileSystem(const FileSystem& below) : below_(below) {}
  [[nodiscard]] EntryKind kind(const std::string& path) const override { return below_.kind(path); }
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override {
    return below_.read(path, largest);
  }
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override {
    if (folder.empty()) ++analyses;
    return below_.list(folder);
  }
  mutable std::size_t analyses = 0;

 private:
  const FileSystem& below_;
};

class Fixes : public testing::Test {
 protected:
  Report analysed(const FileSystem& files) const {
    auto report = analyze(request_, files, knowledge::Catalogue::built_in());
    EXPECT_TRUE(report.ok());
    return std::move(report).value();
  }

  /// What is proposed: `587 safe`, or with the reason why not.
  std::vector<std::string> proposed() const {
    std::vector<std::string> lines;
    for (const Finding& finding : analysed(files_).findings) {
      for (const Fix& fix : finding.fixes) {
        const bool safe = fix.safety == FixSafety::safe;
        lines.push_back(fix.edits.front().text + (safe ? " safe" : ": " + fix.title));
      }
    }
    return lines;
  }

  std::map<std::string, std::string> repaired() const {
    const Report report = analysed(files_);
    const auto edits = safe_edits(report, request_, files_, knowledge::Catalogue::built_in());
    const auto changed = edited_files(report, edits, files_);
    EXPECT_TRUE(changed.ok());
    return changed ? *changed : std::map<std::string, std::string>();
  }

  MemoryFileSystem files_;
  Request request_;
};

TEST_F(Fixes, KeepTheStyleOfTheLiteral) {
  files_.add("main.tf",
             mailer("25", "a") + mailer("\"25\"", "b") + mailer("var.port", "c") + "variable \"port\" {}\n");
  files_.add("terraform.tfvars", "port = \"25\" # mail\r\n");
  const auto changed = repaired();
  EXPECT_EQ(changed.at("main.tf"),
            mailer("587", "a") + mailer("\"587\"", "b") + mailer("var.port", "c") + "variable \"port\" {}\n");
  EXPECT_EQ(changed.at("terraform.tfvars"), "port = \"587\" # mail\r\n");
}

TEST_F(Fixes, AreWrittenInTheEncodingOfTheFile) {
  files_.add("main.tf", mailer("var.port") + "variable \"port\" {}\n");
  files_.add("terraform.tfvars",
             "\xff\xfep\0o\0r\0t\0 \0=\0 \0"
             "2\0"
             "5\0\n\0"s);
  EXPECT_EQ(repaired().at("terraform.tfvars"),
            "\xff\xfep\0o\0r\0t\0 \0=\0 \0"
            "5\0"
            "8\0"
            "7\0\n\0"s);
}

TEST_F(Fixes, OfOneLiteralServeAllThatReadIt) {
  files_.add("main.tf", "locals {\n  port = 25\n}\n" + mailer("local.port", "a") + mailer("local.port", "b"));
  EXPECT_THAT(proposed(), testing::ElementsAre("587 safe", "587 safe"));
  EXPECT_EQ(repaired().size(), 1u);
}

TEST_F(Fixes, AreProvedAgainstEveryEnvironment) {
  files_.add("main.tf", "variable \"relay\" {}\nlocals {\n  port = 25\n}\n" + mailer("local.port") +
                            "resource \"azurerm_container_group\" \"other\" {\n  count = var.relay ? 1 : 0\n"
                            "  container {\n    environment_variables = {\n      SMTP_HOST = \"10.0.0.4\"\n"
                            "      SMTP_PORT = local.port\n    }\n  }\n}\n");
  files_.add("dev.tfvars", "relay = true\n");
  files_.add("prod.tfvars", "relay = false\n");
  EXPECT_THAT(proposed(), testing::ElementsAre("587 safe")) << "every environment has the finding";
}

TEST_F(Fixes, LeaveDeploymentsWithoutTheFindingAlone) {
  files_.add("shared/main.tf", "output \"port\" {\n  value = 25\n}\n");
  files_.add("one/main.tf", "module \"m\" {\n  source = \"../shared\"\n}\n" + mailer("module.m.port"));
  files_.add("two/main.tf",
             "module \"m\" {\n  source = \"../shared\"\n}\nresource \"azurerm_container_app\" \"inner\" {\n"
             "  template {\n    container {\n      env {\n        name = \"SMTP_HOST\"\n"
             "        value = \"mail.internal\"\n      }\n      env {\n        name = \"SMTP_PORT\"\n"
             "        value = module.m.port\n      }\n    }\n  }\n}\n");
  EXPECT_THAT(proposed(),
              testing::ElementsAre(testing::HasSubstr("`azurerm_container_app.inner` reads this value too")));
  EXPECT_TRUE(repaired().empty());
}

TEST_F(Fixes, OfDocumentsAreProvedAgainstAllDeployments) {
  files_.add("main.tf", "locals {\n  mail = jsondecode(file(\"${path.module}/mail.json\"))\n}\n" +
                            mailer("local.mail.port"));
  files_.add("mail.json", "{\"port\": \"25\"}\n");
  EXPECT_THAT(proposed(), testing::ElementsAre("587 safe"));
  EXPECT_EQ(repaired().at("mail.json"), "{\"port\": \"587\"}\n");
}

TEST_F(Fixes, OfDifferentDeploymentsAreProvedInOneAnalysis) {
  for (int i = 0; i < 20; ++i) files_.add("root" + std::to_string(i) + "/main.tf", mailer("25"));
  const CountingFileSystem counting(files_);
  const Report report = analysed(counting);
  EXPECT_EQ(report.findings.size(), 20u);
  for (const Finding& finding : report.findings) EXPECT_EQ(finding.fixes.at(0).safety, FixSafety::safe);
  EXPECT_EQ(counting.analyses, 3u) << "the analysis itself, and one without and one with the edits";
}

TEST_F(Fixes, AreNotSoughtWhereNobodyAsks) {
  files_.add("main.tf", mailer("25"));
  request_.fixes = false;
  const CountingFileSystem counting(files_);
  EXPECT_TRUE(analysed(counting).findings.at(0).fixes.empty());
  EXPECT_EQ(counting.analyses, 1u);
}

TEST_F(Fixes, BeyondTheBudgetAreNotSafe) {
  const std::uint32_t budget = knowledge::Catalogue::built_in().limits().fix_proofs;
  std::string text;
  for (std::uint32_t i = 0; i < budget + 1; ++i) text += mailer("25", "m" + std::to_string(i));
  files_.add("main.tf", text);
  const std::vector<std::string> all = proposed();
  EXPECT_EQ(std::ranges::count(all, "587 safe"), budget);
  EXPECT_THAT(all.back(), testing::HasSubstr("too much here"));
}

TEST_F(Fixes, AreRefusedWhereTheFileHasChanged) {
  files_.add("main.tf", mailer("25"));
  const Report report = analysed(files_);
  const auto edits = safe_edits(report, request_, files_, knowledge::Catalogue::built_in());
  files_.add("main.tf", mailer("25") + "\n");
  EXPECT_THAT(edited_files(report, edits, files_).error().message,
              testing::HasSubstr("has changed meanwhile"));
}

}  // namespace
}  // namespace smtplint::engine
