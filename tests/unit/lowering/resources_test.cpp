#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "example.h"
#include "knowledge/catalogue.h"
#include "lowering/mapper.h"

namespace smtplint::lowering {
namespace {

class ExampleTest : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ExampleTest, BecomesTheModel) {
  Example example(GetParam());
  ASSERT_THAT(example.problems.lines(), testing::IsEmpty());
  const std::string lowered = example.lowered(knowledge::Catalogue::built_in().mappings());
  EXPECT_EQ(lowered, example.expected()) << "the whole:\n" << lowered;
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Resources, ExampleTest, testing::ValuesIn(examples_in("resources")), test_name);
INSTANTIATE_TEST_SUITE_P(Words, ExampleTest, testing::ValuesIn(examples_in("words")), test_name);

/// What a mapping is about in a dialect, and whether an example has it.
using Coverage = std::map<std::string, bool>;

std::string dialect_of(const std::string& type) {
  return type.find('/') == std::string::npos ? " in azurerm" : " in arm";
}

TEST(Examples, MatchEveryMappingInEveryDialect) {
  const auto& mappings = knowledge::Catalogue::built_in().mappings();
  Coverage covered;
  for (const knowledge::Mapping& mapping : mappings) {
    for (const knowledge::Match& match : mapping.match) covered[mapping.id + dialect_of(match.type)] = false;
  }
  for (const std::filesystem::path& file : examples_in("resources")) {
    Example example(file);
    Mapper mapper(mappings, example.store);
    for (const Mapped& thing : mapper.map(example.shapes.resources)) {
      covered[thing.mapping->id + dialect_of(thing.resource->type)] = true;
    }
  }
  for (const auto& [what, found] : covered) EXPECT_TRUE(found) << what << " has no example";
}

TEST(Examples, ContainedMappingsAppearToo) {
  const auto& mappings = knowledge::Catalogue::built_in().mappings();
  std::set<std::string> seen;
  for (const std::filesystem::path& file : examples_in("resources")) {
    Example example(file);
    Mapper mapper(mappings, example.store);
    for (const Mapped& thing : mapper.map(example.shapes.resources)) seen.insert(thing.mapping->id);
  }
  for (const knowledge::Mapping& mapping : mappings) EXPECT_TRUE(seen.contains(mapping.id)) << mapping.id;
}

/// Programs that are only configured by Terraform send from elsewhere.
TEST(Examples, ServicesOfOthersAreNobodysWorkload) {
  Example example(examples_in("resources").front());
  for (const std::string type : {"auth0_email_provider", "okta_email_domain", "aws_instance"}) {
    example.shapes.resources.clear();
    Resource resource;
    resource.address = type + ".a";
    resource.type = type;
    resource.properties = properties_of(example.store.mapping(ValueType::object, {}), {});
    example.shapes.resources.push_back(resource);
    const Lowered lowered =
        lower_resources(example.shapes, knowledge::Catalogue::built_in().mappings(), example.store);
    EXPECT_TRUE(lowered.model.workloads.empty()) << type;
  }
}

}  // namespace
}  // namespace smtplint::lowering
