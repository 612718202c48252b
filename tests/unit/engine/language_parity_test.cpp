// The same deployment in Terraform, as a plan, as an ARM template and in Bicep: the same model, but for names
// and places. `parity/` has a small project in each language for every mapping table.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "base/memory_file_system.h"
#include "engine/deployments/deployment.h"
#include "engine/languages/language.h"
#include "engine/workspace/workspace_scripts.h"
#include "knowledge/catalogue.h"
#include "lowering/mapper.h"
#include "model/model.h"
#include "support/nameless.h"
#include "support/plan_writer.h"

namespace smtplint::engine {
namespace {

namespace fs = std::filesystem;

struct Written {
  std::string_view language;
  std::string_view file;
};
constexpr Written terraform{"terraform", "main.tf"};
constexpr std::array templates{Written{"arm", "main.json"}, Written{"bicep", "main.bicep"}};

/// Why a mapping table has no row in a language.
struct Elsewhere {
  std::string_view mapping;
  std::string_view language;
  std::string_view why;
};
constexpr std::string_view no_objects_of_clusters = "what runs inside a cluster is no resource of Azure";
constexpr std::string_view no_modules = "a template has no modules: what compiles it writes them into it";
constexpr std::string_view no_providers = "a template does not name the subscription that it is deployed to";
constexpr std::string_view no_deployment =
    "a call of the API, and no resource, brings a configuration into effect";
constexpr std::string_view no_provisioners = "provisioners are Terraform's";
constexpr std::string_view no_machine =
    "its resources are of no provider of Azure, so that no plan is written here";
constexpr std::array elsewhere{
    Elsewhere{"kubernetes-container", "arm", no_objects_of_clusters},
    Elsewhere{"kubernetes-container", "bicep", no_objects_of_clusters},
    Elsewhere{"kubernetes-settings", "arm", no_objects_of_clusters},
    Elsewhere{"kubernetes-settings", "bicep", no_objects_of_clusters},
    Elsewhere{"kubernetes-settings-source", "arm", no_objects_of_clusters},
    Elsewhere{"kubernetes-settings-source", "bicep", no_objects_of_clusters},
    Elsewhere{"kubernetes-workload", "arm", no_objects_of_clusters},
    Elsewhere{"kubernetes-workload", "bicep", no_objects_of_clusters},
    Elsewhere{"provider", "arm", no_providers},
    Elsewhere{"provider", "bicep", no_providers},
    Elsewhere{"security-admin-deployment", "arm", no_deployment},
    Elsewhere{"security-admin-deployment", "bicep", no_deployment},
    Elsewhere{"provisioned-machine", "terraform", no_machine},
    Elsewhere{"provisioned-machine", "arm", no_provisioners},
    Elsewhere{"provisioned-machine", "bicep", no_provisioners},
    Elsewhere{"app-service-module", "arm", no_modules},
    Elsewhere{"container-app-module", "arm", no_modules},
    Elsewhere{"container-group-module", "arm", no_modules},
    Elsewhere{"network-interface-of-module", "arm", no_modules},
    Elsewhere{"service-plan-module", "arm", no_modules},
    Elsewhere{"unresolved-module", "arm", no_modules},
    Elsewhere{"virtual-machine-module", "arm", no_modules},
};

std::vector<fs::path> projects() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(fs::path(SMTPLINT_SOURCE_DIR) / "tests/unit/engine/parity"))
    folders.push_back(entry.path());
  std::ranges::sort(folders);
  return folders;
}

/// One file as a workspace of its own, evaluated.
class Deployed {
 public:
  Deployed(std::string_view language, const std::string& file, const std::string& text) {
    files_.add(file, text);
    paths_ = {file};
    const auto row = std::ranges::find(languages(), language, &LanguageRow::name);
    language_ =
        row->open({files_, sources_, {file}, paths_, catalogue_.limits(), request_, cache_, catalogue_});
    EXPECT_EQ(language_->roots().size(), 1u) << file;
    shapes_ = language_->evaluate({0, ""}, store_);
    for (const Event& event : shapes_.events) {
      EXPECT_EQ(event.kind, EventKind::unresolved_module) << file << ": " << event.detail;
    }
  }

  [[nodiscard]] const Shapes& shapes() const { return shapes_; }

  [[nodiscard]] std::vector<std::string> model() {
    MetByTheWay met;
    WorkspaceScripts scripts(files_, sources_, paths_, "", catalogue_.limits().file_bytes);
    const ModelContext context{catalogue_, own_, {files_, sources_}, store_, scripts, {}};
    return entries_without_language(model::dump(model_of(shapes_, context, met)));
  }

  [[nodiscard]] std::set<std::string> mappings() {
    lowering::Mapper mapper(catalogue_.mappings(), store_);
    std::set<std::string> ids;
    for (const lowering::Mapped& thing : mapper.map(shapes_.resources)) ids.insert(thing.mapping->id);
    return ids;
  }

 private:
  const knowledge::Catalogue& catalogue_ = knowledge::Catalogue::built_in();
  MemoryFileSystem files_;
  SourceStore sources_;
  std::vector<std::string> paths_;
  Request request_;
  ParseCache cache_;
  ValueStore store_;
  lowering::OwnNames own_;
  std::unique_ptr<Language> language_;
  Shapes shapes_;
};

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::unique_ptr<Deployed> deployed(const fs::path& project, const Written& written) {
  const fs::path file = project / written.file;
  if (!fs::exists(file)) return nullptr;
  return std::make_unique<Deployed>(written.language, std::string(written.file), text_of(file));
}

class Project : public testing::TestWithParam<fs::path> {};

TEST_P(Project, IsTheSameModelInEveryLanguage) {
  const auto code = deployed(GetParam(), terraform);
  ASSERT_NE(code, nullptr);
  const std::vector<std::string> expected = code->model();
  EXPECT_GT(expected.size(), 1u);
  for (const Written& written : templates) {
    if (const auto other = deployed(GetParam(), written)) {
      EXPECT_EQ(other->model(), expected) << written.file;
    }
  }
}

TEST_P(Project, IsTheSameModelAsAPlan) {
  const auto code = deployed(GetParam(), terraform);
  ASSERT_NE(code, nullptr);
  PlanWriter writer;
  bool all = true;
  for (const Resource& resource : code->shapes().resources) all = writer.add(resource) && all;
  const bool others = std::ranges::any_of(code->shapes().resources, [](const Resource& resource) {
    return resource.type == "module" || resource.dialect == Dialect::arm;
  });
  EXPECT_EQ(all, !others) << "only what the provider of Azure declares can be planned here";
  if (!all) return;
  EXPECT_EQ(Deployed("terraform-plan", "plan.json", writer.text()).model(), code->model());
}

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.filename().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(LanguageParity, Project, testing::ValuesIn(projects()), test_name);

TEST(LanguageParity, EveryMappingTableHasARowInEveryLanguage) {
  std::map<std::string_view, std::set<std::string>> seen;
  for (const fs::path& project : projects()) {
    for (const Written& written : {terraform, templates[0], templates[1]}) {
      if (const auto one = deployed(project, written)) seen[written.language].merge(one->mappings());
    }
  }
  for (const knowledge::Mapping& mapping : knowledge::Catalogue::built_in().mappings()) {
    for (const Written& written : {terraform, templates[0], templates[1]}) {
      const bool excused = std::ranges::any_of(elsewhere, [&](const Elsewhere& one) {
        return one.mapping == mapping.id && one.language == written.language;
      });
      EXPECT_NE(seen[written.language].contains(mapping.id), excused)
          << mapping.id << " in " << written.language
          << (excused ? " has a row, and a reason to have none" : " has no row and no reason");
    }
  }
}

}  // namespace
}  // namespace smtplint::engine
