#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "frontend/bicep/bicep.h"
#include "frontend/bicep/file_glance.h"
#include "syntax/parse_cache.h"

namespace smtplint::bicep {
namespace {

using Sources = std::vector<std::string>;

TEST(FileGlance, FindsEveryTextThatMayBeASource) {
  EXPECT_EQ(sources_named_in("param port int = 25\n"), Sources{});
  EXPECT_EQ(sources_named_in("module a 'modules/a.bicep' = {}\n// 'b.bicep'\n"),
            (Sources{"modules/a.bicep", "b.bicep"}));
  EXPECT_EQ(sources_named_in("import * as x from '''a.bicep'''"), Sources{"a.bicep"});
}

TEST(FileGlance, ProvesNothingWhereAnEscapeMaySpellAName) {
  EXPECT_EQ(sources_named_in("module a 'x\\u{2e}bicep' = {}"), std::nullopt);
  EXPECT_EQ(sources_named_in("module a 'it\\'s.bicep' = {}"), std::nullopt);
  EXPECT_EQ(sources_named_in("a.bicep'"), std::nullopt);
}

/// A workspace in which a comment, too, names a file.
class NamedFiles : public testing::Test {
 protected:
  NamedFiles() {
    files.add("a/main.bicep", "module x 'part.bicep' = { name: 'x' }\n");
    files.add("a/part.bicep", "param port int = 25\n");
    files.add("b/main.bicep", "// once: module x 'other.bicep'\n");
    files.add("b/other.bicep", "param port int = 25\n");
  }
  /// The roots below a folder, as they are found where only that folder is wanted.
  std::vector<std::string> roots(std::string_view folder) {
    SourceStore sources;
    ParseCache cache;
    const Wanted wanted = [folder](const std::string& path) { return path.starts_with(folder); };
    const Project project(files, sources, {"a/main.bicep", "a/part.bicep", "b/main.bicep", "b/other.bicep"},
                          {.file_bytes = 1000, .nesting = 100, .parse_progress_per_kilobyte = 4000}, cache,
                          folder.empty() ? Wanted() : wanted);
    std::vector<std::string> paths;
    for (const Root& root : project.roots())
      if (wanted(root.path)) paths.push_back(root.path);
    return paths;
  }
  MemoryFileSystem files;
};

TEST_F(NamedFiles, AFileThatOnlyACommentNamesIsARoot) {
  EXPECT_EQ(roots(""), (std::vector<std::string>{"a/main.bicep", "b/main.bicep", "b/other.bicep"}));
}

TEST_F(NamedFiles, RootsAreExactWhereSomebodyAsksForAFile) {
  EXPECT_EQ(roots("a/"), std::vector<std::string>{"a/main.bicep"});
  EXPECT_EQ(roots("b/"), (std::vector<std::string>{"b/main.bicep", "b/other.bicep"}));
}

}  // namespace
}  // namespace smtplint::bicep
