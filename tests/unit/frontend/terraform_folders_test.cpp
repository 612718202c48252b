#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "frontend/terraform/files/folder_glance.h"

namespace smtplint::terraform {
namespace {

const Limits limits{.file_bytes = 1u << 20u, .nesting = 100, .parse_progress_per_kilobyte = 1000};

struct Row {
  const char* text;
  bool declares;  ///< seen in the bytes
  bool calls_nothing;
};

class Glance : public testing::TestWithParam<Row> {};

TEST_P(Glance, SaysNothingThatAParseDenies) {
  MemoryFileSystem files;
  files.add("a/main.tf", GetParam().text);
  SourceStore sources;
  Workspace workspace(files, sources, {"a/main.tf"}, limits);
  EXPECT_EQ(surely_declares(workspace, "a"), GetParam().declares);
  EXPECT_EQ(surely_calls_no_module(workspace, "a"), GetParam().calls_nothing);
  const ModuleSource* module = workspace.module_in("a");
  ASSERT_NE(module, nullptr);
  EXPECT_FALSE(GetParam().declares && module->empty);
  EXPECT_FALSE(GetParam().calls_nothing && !module->calls.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Glance,
    testing::Values(Row{"", false, true}, Row{"# a {\n", false, true}, Row{"// a {\n", false, true},
                    Row{"/* a {\n*/\n", false, true}, Row{"/*\na {\n*/\n", false, true},
                    Row{"\n  # x\n\nlocals {}\n", true, true}, Row{"locals {\n", true, true},
                    Row{"\xef\xbb\xbfterraform {}\r\n", true, true}, Row{"a = {}\n", false, true},
                    Row{"a # {\n", false, true}, Row{"module \"m\" { source = \"../m\" }\n", true, false},
                    Row{"locals { x = \"module\" }\n", true, false}, Row{"} {\n", false, true}));

TEST(Glance, LeavesJsonToAParse) {
  MemoryFileSystem files;
  files.add("a/main.tf.json", R"({"m\u006fdule": {"m": {"source": "../m"}}})");
  SourceStore sources;
  Workspace workspace(files, sources, {"a/main.tf.json"}, limits);
  EXPECT_FALSE(surely_calls_no_module(workspace, "a"));
  EXPECT_FALSE(surely_declares(workspace, "a"));
  EXPECT_EQ(workspace.module_in("a")->calls.size(), 1u);
}

}  // namespace
}  // namespace smtplint::terraform
