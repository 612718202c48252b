#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/memory_file_system.h"
#include "frontend/terraform/evaluation/functions.h"
#include "frontend/terraform/terraform.h"

namespace smtplint::terraform {
namespace {

const std::filesystem::path tables =
    std::filesystem::path(SMTPLINT_SOURCE_DIR) / "tests/oracles/terraform_functions";

constexpr Limits limits{.file_bytes = 1u << 23u,
                        .nesting = 200,
                        .parse_progress_per_kilobyte = 4000,
                        .evaluation_steps = 20'000'000,
                        .expansion = 10'000,
                        .text_bytes = 1u << 22u,
                        .module_depth = 32};

struct Vector {
  std::string expression;
  std::string outcome;  ///< `value`, `unknown` or `error`
  std::string json;
};

std::string content(const std::filesystem::path& path) {
  std::ifstream input(path, std::ios::binary);
  std::ostringstream text;
  text << input.rdbuf();
  return text.str();
}

std::vector<Vector> vectors_of(const std::filesystem::path& table) {
  std::vector<Vector> vectors;
  std::istringstream lines(content(table));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream fields(line);
    Vector vector;
    std::getline(fields, vector.expression, '\t');
    std::getline(fields, vector.outcome, '\t');
    std::getline(fields, vector.json);
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

std::vector<std::filesystem::path> all_tables() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(tables)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

/// One folder of Terraform in which every expression is an argument of a resource.
class Folder {
 public:
  explicit Folder(const std::vector<Vector>& vectors) {
    for (const auto& entry : std::filesystem::directory_iterator(tables / "files")) {
      files_.add(entry.path().filename(), content(entry.path()));
    }
    std::string text;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      text += "resource \"terraform_data\" \"v" + std::to_string(i) + "\" {\n  input = jsonencode(" +
              vectors[i].expression + ")\n}\n";
    }
    files_.add("expressions.tf", text);
    project_.emplace(files_, sources_, std::vector<std::string>{"main.tf", "expressions.tf"}, limits);
    shapes_ = project_->evaluate(project_->roots().front(), {}, {}, store_);
    for (const Event& event : shapes_.events) ADD_FAILURE() << "event: " << event.detail;
    for (const Resource& resource : shapes_.resources) resources_[resource.name] = &resource;
  }

  [[nodiscard]] Value value(std::size_t i) const {
    const auto found = resources_.find("v" + std::to_string(i));
    return found == resources_.end() ? Value() : found->second->properties->get("input");
  }

 private:
  MemoryFileSystem files_;
  SourceStore sources_;
  ValueStore store_;
  std::optional<Project> project_;
  Shapes shapes_;
  std::map<std::string, const Resource*> resources_;
};

bool refused(Value value) {
  return value.is_unknown() && value.reason().kind == ReasonKind::evaluation_error;
}

/// Where Terraform knows a value that cannot be known here: made by a packer of its own, or of the machine it
/// runs on.
bool may_be_unknown(const Reason& reason) {
  const ReasonKind kind = reason.kind;
  return kind == ReasonKind::unsupported_function || kind == ReasonKind::runtime_only ||
         kind == ReasonKind::limit;
}

/// The same text, but for a hole that may be there.
bool matches(const Text& ours, std::string_view theirs) {
  const std::size_t hole = ours.has_holes() ? ours.chars.find(hole_text) : std::string_view::npos;
  if (hole == std::string_view::npos) return ours.chars == theirs;
  const bool excused = std::ranges::all_of(ours.pieces, [](const Piece& piece) {
    return piece.kind != PieceKind::reference &&
           (piece.kind != PieceKind::hole || may_be_unknown(*piece.reason));
  });
  const std::string_view head = ours.chars.substr(0, hole), tail = ours.chars.substr(hole + hole_text.size());
  return excused && theirs.starts_with(head) && theirs.ends_with(tail);
}

std::string shown(Value value) {
  if (value.is_absent()) return "absent";
  if (value.is(ValueType::string)) return "`" + std::string(value.text().chars) + "`";
  if (!value.is_unknown()) return "of type " + std::to_string(static_cast<int>(value.type()));
  return "unknown (" + std::to_string(static_cast<int>(value.reason().kind)) + " " +
         std::string(value.reason().name) + ")";
}

/// What is wrong with our answer; empty where Terraform and we agree.
std::string disagreement(const Vector& vector, Value ours) {
  const std::string said =
      vector.expression + ": Terraform says " + vector.outcome + " `" + vector.json + "`, we say ";
  if (ours.is_absent()) return said + "nothing";
  if (vector.outcome == "value") {
    const bool agrees = ours.is(ValueType::string) && matches(ours.text(), vector.json);
    return agrees || (ours.is_unknown() && may_be_unknown(ours.reason())) ? "" : said + shown(ours);
  }
  if (vector.outcome == "error") return ours.is_unknown() ? "" : said + shown(ours);
  return refused(ours) ? said + shown(ours) : "";
}

TEST(TerraformOracle, AgreesWithTheRecordedConsole) {
  std::size_t count = 0;
  for (const std::filesystem::path& table : all_tables()) {
    const std::vector<Vector> vectors = vectors_of(table);
    const Folder folder(vectors);
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      const std::string wrong = disagreement(vectors[i], folder.value(i));
      EXPECT_EQ(wrong, "") << table.filename();
    }
    count += vectors.size();
  }
  std::cout << count << " expressions\n";
  EXPECT_GE(count, 1500u);
}

/// What is recorded for one function.
struct Coverage {
  std::size_t vectors = 0;
  bool with_error = false, with_unknown_argument = false;
};

TEST(TerraformOracle, HasVectorsForEveryFunctionThatTerraformKnows) {
  std::map<std::string, Coverage, std::less<>> coverage;
  for (const std::filesystem::path& table : all_tables()) {
    for (const Vector& vector : vectors_of(table)) {
      Coverage& found = coverage[vector.expression.substr(0, vector.expression.find('('))];
      ++found.vectors;
      found.with_error = found.with_error || vector.outcome == "error";
      const bool unknown = vector.expression.find("local.") != std::string::npos;
      found.with_unknown_argument = found.with_unknown_argument || unknown;
    }
  }
  constexpr std::string_view of_opentofu[] = {"base64gunzip", "cidrcontains", "urldecode"};
  constexpr std::string_view take_anything[] = {"ephemeralasnull", "issensitive", "jsonencode",
                                                "nonsensitive",    "sensitive",   "yamlencode"};
  constexpr std::string_view forms[] = {"can", "templatestring", "try"};  // of the evaluator
  for (const auto& [name, never] : function_support()) {
    if (never || std::ranges::find(forms, name) != std::end(forms)) continue;
    if (std::ranges::find(of_opentofu, name) != std::end(of_opentofu)) continue;
    const Coverage found = coverage.contains(name) ? coverage.find(name)->second : Coverage{};
    EXPECT_GE(found.vectors, 5u) << name;
    EXPECT_TRUE(found.with_unknown_argument) << name;
    const bool never_refused = std::ranges::find(take_anything, name) != std::end(take_anything);
    EXPECT_TRUE(found.with_error || never_refused) << name;
  }
}

}  // namespace
}  // namespace smtplint::terraform
