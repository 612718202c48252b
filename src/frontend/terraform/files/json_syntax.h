#pragma once

#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "syntax/hcl/tree.h"
#include "syntax/json/tree.h"

namespace smtplint::terraform {

/// Terraform's JSON syntax as the tree of the native syntax, with spans in the JSON text. JSON does not say
/// whether an object inside a resource is a block or an attribute: there, all but blocks that belong to the
/// language are attributes.
class JsonConfiguration {
 public:
  enum class Kind { configuration, variables };

  /// The text must outlive the result.
  JsonConfiguration(std::string_view text, Kind kind, const hcl::ParseLimits& limits);
  JsonConfiguration(const JsonConfiguration&) = delete;
  JsonConfiguration& operator=(const JsonConfiguration&) = delete;

  [[nodiscard]] const hcl::Body& body() const { return body_; }
  [[nodiscard]] const std::vector<hcl::SyntaxError>& errors() const { return errors_; }

 private:
  friend class JsonBodyBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  std::shared_ptr<const json::Tree> tree_;
  std::vector<std::shared_ptr<const hcl::Tree>> templates_;
  std::vector<hcl::SyntaxError> errors_;
  hcl::Body body_;
};

}  // namespace smtplint::terraform
