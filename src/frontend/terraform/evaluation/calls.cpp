#include "base/limit.h"
#include "base/path.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/file_pattern.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "value/alternatives.h"

namespace smtplint::terraform {
namespace {

bool is_named(std::string_view called, std::string_view name) {
  if (called.starts_with("core::")) called.remove_prefix(6);
  return called == name;
}

Error outside(std::string_view path) {
  return Error{"`" + std::string(path) + "` lies outside of the workspace"};
}

}  // namespace

CallContext Evaluator::call_context() {
  CallContext context{
      store(), deployment_.limits, deployment_.budget, deployment_.conditions, {}, {}, {}, {}, {}, {}, {}};
  add_readers(context);
  SourceFiles& files = deployment_.workspace.files();
  context.file_exists = [this, &files](std::string_view path) -> Result<bool> {
    const auto inside = join_path(deployment_.folder, path);
    if (!inside || files.file_system().kind(*inside) == EntryKind::link_outside) return outside(path);
    return files.file_system().kind(*inside) == EntryKind::file;
  };
  context.file_set = [this, &files](std::string_view folder,
                                    std::string_view pattern) -> Result<std::vector<std::string>> {
    const auto inside = join_path(deployment_.folder, folder);
    if (!inside) return outside(folder);
    return matching_files(files.file_system(), *inside, pattern, deployment_.limits.expansion);
  };
  context.source_text = [&files](SourceId source) { return files.sources().get(source).text(); };
  context.render_template = [this](Value text, Value variables) {
    return render(text, variables, context_.place);
  };
  return context;
}

void Evaluator::add_readers(CallContext& context) {
  SourceFiles& files = deployment_.workspace.files();
  context.read_file = [this, &files](std::string_view path) -> Result<SourceId> {
    const auto inside = join_path(deployment_.folder, path);
    if (!inside) return outside(path);
    const Result<SourceId>& source = files.text(*inside);
    if (source.ok()) deployment_.note_file_read(*inside);
    return source;
  };
  context.read_bytes = [this, &files](std::string_view path) -> Result<std::string> {
    const auto inside = join_path(deployment_.folder, path);
    if (!inside) return outside(path);
    Result<std::string> bytes = files.bytes(*inside);
    if (bytes.ok()) deployment_.note_file_read(*inside);
    return bytes;
  };
}

bool Evaluator::arguments(const hcl::Expr& expr, const Scope& scope, std::vector<Value>& values,
                          Value& stopped) {
  for (const hcl::Expr* child : expr.children) {
    values.push_back(materialised(evaluate(*child, scope), place_of(*child, scope)));
  }
  if (!expr.expand_last || values.empty()) return true;
  const Value last = values.back();
  const Place place = place_of(*expr.children.back(), scope);
  if (!last.is_sequence() || last.rest() != nullptr) {
    const bool open = last.is_unknown() || last.is(ValueType::reference) ||
                      last.is(ValueType::alternatives) || last.is_sequence();
    stopped = open ? unknown_like(store(), last, place)
                   : deployment_.refuse("only a list can be expanded into arguments", place);
    return false;
  }
  values.pop_back();
  values.insert(values.end(), last.items().begin(), last.items().end());
  return true;
}

Value Evaluator::call(const hcl::Expr& expr, const Scope& scope) {
  if (is_named(expr.name, "try")) return call_try(expr, scope);
  if (is_named(expr.name, "can")) return call_can(expr, scope);
  const Place place = place_of(expr, scope);
  std::vector<Value> values;
  Value stopped;
  if (!arguments(expr, scope, values, stopped)) return stopped;
  if (is_named(expr.name, "templatestring") && values.size() == 2) {
    context_.place = place;
    return render(values[0], values[1], place);
  }
  return call_named(expr.name, values, place);
}

Value Evaluator::call_named(std::string_view name, std::span<const Value> arguments, Place place) {
  context_.place = place;
  Value result = call_function(name, arguments, context_);
  if (result.is_unknown()) {
    const Reason& reason = result.reason();
    if (reason.kind == ReasonKind::limit && reason.place == place) {
      const bool out_of_steps = deployment_.budget.exhausted();
      deployment_.say_cut_off(out_of_steps ? to_string(Limit::evaluation_steps) : reason.name, place);
    }
    result = store().with_step(result, How::call, place, name);
  }
  return result;
}

Value Evaluator::call_try(const hcl::Expr& expr, const Scope& scope) {
  const Place place = place_of(expr, scope);
  std::vector<Value> partly;  // arguments that fail under some conditions only
  Value result;
  for (const hcl::Expr* child : expr.children) {
    const Value value = evaluate(*child, scope);
    if (!has_refusal(value)) {
      result = value;
      break;
    }
    if (value.is(ValueType::alternatives)) partly.push_back(value);
  }
  if (result.is_absent()) result = deployment_.refuse("no argument of `try` can be evaluated", place);
  for (std::size_t i = partly.size(); i > 0; --i) {
    std::vector<Alternative> branches;
    for (const Alternative& one : partly[i - 1].alternatives()) {
      const bool fails = !one.value.is_absent() && refused(one.value);
      branches.push_back({fails ? result : one.value, one.choices});
    }
    result = join_alternatives(store(), branches, place);
  }
  return result;
}

Value Evaluator::call_can(const hcl::Expr& expr, const Scope& scope) {
  const Place place = place_of(expr, scope);
  if (expr.children.size() != 1) return deployment_.refuse("can takes one argument", place);
  const Value value = evaluate(*expr.children[0], scope);
  return map_alternatives(store(), {&value, 1}, Reach::top, place, [&](std::span<const Value> taken) {
    const ProvenanceId origin = store().step(How::call, place, "can");
    if (has_refusal(taken[0])) return store().boolean(false, origin);
    if (taken[0].is_unknown()) return unknown_like(store(), taken[0], place);
    return store().boolean(true, origin);
  });
}

}  // namespace smtplint::terraform
