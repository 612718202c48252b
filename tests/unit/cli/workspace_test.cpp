#include "cli/workspace.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace smtplint::cli {
namespace fs = std::filesystem;
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of its own for each test, with the current folder restored behind it.
class WorkspaceTest : public testing::Test {
 protected:
  void SetUp() override {
    before_ = fs::current_path();
    top_ = fs::canonical(fs::temp_directory_path()) / ("smtplint-workspace-" + std::to_string(getpid()));
    fs::remove_all(top_);
    fs::create_directories(top_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(top_);
  }

  void file(const std::string& path) const {
    fs::create_directories((top_ / path).parent_path());
    std::ofstream(top_ / path) << "x";
  }
  void enter(const std::string& folder) const {
    fs::create_directories(top_ / folder);
    fs::current_path(top_ / folder);
  }
  Workspace only(const std::vector<std::string>& paths) const {
    const auto workspaces = workspaces_of(paths);
    EXPECT_TRUE(workspaces.ok());
    EXPECT_EQ(workspaces->size(), 1u);
    return workspaces->front();
  }

  fs::path before_;
  fs::path top_;
};

TEST_F(WorkspaceTest, NearestGitFolderUpwards) {
  file(".git/HEAD");
  file("inner/.git/HEAD");
  file("inner/a/main.tf");
  enter("inner/a");
  const Workspace workspace = only({"."});
  EXPECT_EQ(workspace.root, top_ / "inner");
  EXPECT_EQ(workspace.folder, "a");
  EXPECT_EQ(workspace.from_current, "");
  EXPECT_THAT(workspace.paths, ElementsAre("a"));
}

TEST_F(WorkspaceTest, GitFileOfAWorktreeCounts) {
  file(".git");
  enter("a");
  EXPECT_EQ(only({"."}).root, top_);
}

TEST_F(WorkspaceTest, FarthestConfigurationWhereThereIsNoGit) {
  file(".smtplint.yaml");
  file("a/.smtplint.yaml");
  enter("a/b");
  EXPECT_EQ(only({"."}).root, top_);
}

TEST_F(WorkspaceTest, CurrentFolderElse) {
  enter("a");
  file("a/b/main.tf");
  const Workspace workspace = only({"b/main.tf", "."});
  EXPECT_EQ(workspace.root, top_ / "a");
  EXPECT_THAT(workspace.paths, ElementsAre("b/main.tf", ""));
}

TEST_F(WorkspaceTest, NestedRepositoryBelongsToTheOneAround) {
  file(".git/HEAD");
  file("vendor/.git/HEAD");
  enter("");
  EXPECT_EQ(only({"vendor"}).root, top_);
}

TEST_F(WorkspaceTest, PathOutsideBringsItsOwn) {
  file("other/.git/HEAD");
  file("other/infra/main.tf");
  file("loose/main.tf");
  enter("here");
  Workspace workspace = only({"../other/infra"});
  EXPECT_EQ(workspace.root, top_ / "other");
  EXPECT_EQ(workspace.from_current, "../other");
  EXPECT_EQ(workspace.folder, "");
  EXPECT_THAT(workspace.paths, ElementsAre("infra"));
  workspace = only({"../loose/main.tf"});
  EXPECT_EQ(workspace.root, top_ / "loose");
  EXPECT_THAT(workspace.paths, ElementsAre("main.tf"));
}

TEST_F(WorkspaceTest, SeveralWorkspacesKeepTheOrderOfTheirPaths) {
  file("one/main.tf");
  file("two/main.tf");
  enter("here");
  const auto workspaces = workspaces_of({"../two", ".", "../one", "../two/main.tf"});
  ASSERT_TRUE(workspaces.ok());
  ASSERT_EQ(workspaces->size(), 3u);
  EXPECT_EQ((*workspaces)[0].root, top_ / "two");
  EXPECT_THAT((*workspaces)[0].paths, ElementsAre("", "main.tf"));
}

TEST_F(WorkspaceTest, LinkStandsForWhatItLeadsTo) {
  file("real/main.tf");
  fs::create_directory_symlink(top_ / "real", top_ / "link");
  enter("");
  EXPECT_THAT(only({"link/main.tf"}).paths, ElementsAre("real/main.tf"));
}

TEST_F(WorkspaceTest, MissingPathNamesItsNeighbour) {
  file("infra/main.tf");
  enter("");
  const auto workspaces = workspaces_of({"infa"});
  ASSERT_FALSE(workspaces.ok());
  EXPECT_THAT(workspaces.error().message, HasSubstr("no file or folder `infa`; did you mean `infra`?"));
  const auto nested = workspaces_of({"infra/mian.tf"});
  ASSERT_FALSE(nested.ok());
  EXPECT_THAT(nested.error().message, HasSubstr("did you mean `infra/main.tf`?"));
}

TEST_F(WorkspaceTest, FileOutsideCannotBeReadFromInside) {
  file("other/p.tfvars");
  file("here/p.tfvars");
  enter("here");
  const Workspace workspace = only({"."});
  EXPECT_EQ(*path_in(workspace, "p.tfvars"), "p.tfvars");
  ASSERT_FALSE(path_in(workspace, "../other/p.tfvars").ok());
  EXPECT_THAT(path_in(workspace, "../other/p.tfvars").error().message, HasSubstr("outside the workspace"));
}

}  // namespace
}  // namespace smtplint::cli
