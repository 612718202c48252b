#include "frontend/terraform/evaluation/pure_data.h"

#include <algorithm>
#include <array>

#include "frontend/terraform/evaluation/cloud_init.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/modules.h"

namespace smtplint::terraform {
namespace {

/// What a computation of a pure attribute works with.
struct Computation {
  Evaluator& evaluator;
  Modules& modules;
  Deployment& deployment;
  Instance& instance;

  [[nodiscard]] Place place() const { return instance.configured->place; }
  /// Absent where it is not written.
  [[nodiscard]] Value argument(std::string_view name) const {
    const int index = instance.configured->property_index(name);
    return index < 0 ? Value{} : modules.property(instance, static_cast<std::uint32_t>(index));
  }
};

Value rendered_template(const Computation& work) {
  Value variables = work.argument("vars");
  if (variables.is_unset()) variables = work.deployment.store.mapping(ValueType::object, {});
  const Value text = work.argument("template");
  if (text.is_unset()) return work.deployment.refuse("the template is missing", work.place());
  return work.evaluator.render(text, variables, work.place());
}

/// Both encodings are on unless they are switched off.
Truth switched_on(Value value) { return value.is_unset() ? Truth::yes : to_truth(value); }

Value rendered_cloud_init(const Computation& work) {
  const Truth gzip = switched_on(work.argument("gzip")), base64 = switched_on(work.argument("base64_encode"));
  const Value parts = work.argument("part");
  if (parts.is_unset()) return work.deployment.refuse("the configuration has no part", work.place());
  const Value message = mime_message(work.deployment, parts, work.argument("boundary"), work.place());
  if (gzip == Truth::unknown || base64 == Truth::unknown) {
    return unknown_like(work.deployment.store,
                        work.argument(gzip == Truth::unknown ? "gzip" : "base64_encode"), work.place());
  }
  if (gzip == Truth::yes && base64 == Truth::no) {
    return work.deployment.refuse("what is compressed must be encoded too", work.place());
  }
  if (base64 == Truth::no) return message;
  const std::string_view encode = gzip == Truth::yes ? "base64gzip" : "base64encode";
  return work.evaluator.call_named(encode, {&message, 1}, work.place());
}

Value file_content(const Computation& work) {
  const Value path = work.argument("filename");
  return work.evaluator.call_named("file", {&path, 1}, work.place());
}

Value encoded_file_content(const Computation& work) {
  const Value path = work.argument("filename");
  return work.evaluator.call_named("filebase64", {&path, 1}, work.place());
}

Value input(const Computation& work) {
  const Value given = work.argument("input");
  return given.is_absent() ? work.deployment.store.null() : given;
}

struct PureRow {
  Mode mode;
  std::string_view type;
  std::string_view attribute;
  Value (*compute)(const Computation&);
};

constexpr std::array pure_rows{
    PureRow{Mode::data, "template_file", "rendered", rendered_template},
    PureRow{Mode::data, "cloudinit_config", "rendered", rendered_cloud_init},
    PureRow{Mode::data, "template_cloudinit_config", "rendered", rendered_cloud_init},
    PureRow{Mode::managed, "cloudinit_config", "rendered", rendered_cloud_init},
    PureRow{Mode::data, "local_file", "content", file_content},
    PureRow{Mode::data, "local_file", "content_base64", encoded_file_content},
    PureRow{Mode::managed, "terraform_data", "output", input},
};

}  // namespace

std::optional<Value> pure_attribute(Evaluator& evaluator, Modules& modules, Deployment& deployment,
                                    Instance& instance, std::string_view name) {
  const auto& declaration = static_cast<const ResourceDeclaration&>(*instance.configured);
  const auto row = std::ranges::find_if(pure_rows, [&](const PureRow& one) {
    return one.attribute == name && one.mode == declaration.mode && one.type == declaration.type;
  });
  if (row == pure_rows.end()) return std::nullopt;
  return row->compute({evaluator, modules, deployment, instance});
}

}  // namespace smtplint::terraform
