#include "frontend/terraform/evaluation/template_writer.h"

#include <algorithm>

#include "base/limit.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/functions/composed_text.h"
#include "value/alternatives.h"
#include "value/text.h"

namespace smtplint::terraform {

Place TemplateWriter::place_of(const hcl::TemplatePart& part, const Scope& scope) const {
  if (scope.document->base.is_absent()) return scope.document->place(part.span);
  return text_origin(deployment_.store, scope.document->base, part.span.begin, part.span.length()).place;
}

void TemplateWriter::add_value(Value value, Place place) {
  if (refused_.is_absent() && refused(value)) refused_ = value;
  atoms_.push_back({nullptr, nullptr, values_.size(), place});
  values_.push_back(value);
}

void TemplateWriter::collect(std::span<const hcl::TemplatePart> parts, const Scope& scope) {
  for (const hcl::TemplatePart& part : parts) {
    if (!refused_.is_absent()) return;
    switch (part.kind) {
      case hcl::PartKind::verbatim:
      case hcl::PartKind::escape:
        atoms_.push_back({&part, scope.document, 0, {}});
        break;
      case hcl::PartKind::interpolation:
        add_value(evaluator_.evaluate(*part.expr, scope), evaluator_.place_of(*part.expr, scope));
        break;
      case hcl::PartKind::conditional:
        collect_conditional(part, scope);
        break;
      case hcl::PartKind::loop:
        collect_loop(part, scope);
        break;
    }
  }
}

void TemplateWriter::collect_conditional(const hcl::TemplatePart& part, const Scope& scope) {
  const Place place = place_of(part, scope);
  const Value condition = evaluator_.evaluate(*part.expr, scope);
  const Truth decided = to_truth(condition);
  if (decided == Truth::yes) return collect(part.body, scope);
  if (decided == Truth::no) return collect(part.otherwise, scope);
  if (refused(condition)) return add_value(condition, place);
  const std::uint32_t id = deployment_.conditions.id_of(condition, deployment_.store.provenance());
  const Choice taken{id, true}, not_taken{id, false};
  const Value body = TemplateWriter(evaluator_, deployment_, place).write(part.body, scope, How::literal);
  const Value otherwise =
      TemplateWriter(evaluator_, deployment_, place).write(part.otherwise, scope, How::literal);
  add_value(deployment_.store.alternatives({{body, deployment_.store.keep(std::vector{taken})},
                                            {otherwise, deployment_.store.keep(std::vector{not_taken})}},
                                           place),
            place);
}

void TemplateWriter::collect_loop(const hcl::TemplatePart& part, const Scope& scope) {
  const Place place = place_of(part, scope);
  const Iteration iteration = evaluator_.iterate(evaluator_.evaluate(*part.expr, scope), place);
  if (!iteration.stopped.is_absent()) return add_value(iteration.stopped, place);
  if (iteration.rest != nullptr) return add_value(deployment_.store.unknown(iteration.rest), place);
  for (const Iteration::Item& item : iteration.items) {
    const Binding key{part.key_name, item.key, scope.bindings};
    const Binding value{part.value_name, item.value, part.key_name.empty() ? scope.bindings : &key};
    Scope inner = scope;
    inner.bindings = &value;
    collect(part.body, inner);
  }
}

void TemplateWriter::add_text(const Atom& atom, ProvenanceId origin, TextBuilder& builder) const {
  const hcl::TemplatePart& part = *atom.part;
  const Document& document = *atom.document;
  if (!document.base.is_absent()) {
    const Text& text = document.base.text();
    if (part.kind == hcl::PartKind::verbatim) {
      builder.part(text, part.span.begin, part.span.length(), document.base.provenance());
    } else {
      const Place place =
          text_origin(deployment_.store, document.base, part.span.begin, part.span.length()).place;
      builder.derived(part.decoded, place, document.base.provenance());
    }
  } else if (part.kind == hcl::PartKind::verbatim && document.source != no_source) {
    builder.verbatim(document.slice(part.span), document.place(part.span), origin);
  } else if (part.kind == hcl::PartKind::verbatim) {
    builder.derived(document.slice(part.span), {}, origin);
  } else {
    builder.derived(part.decoded, document.place(part.span), origin);
  }
}

Value TemplateWriter::joined(std::span<const Value> values, ProvenanceId origin) {
  TextBuilder builder(deployment_.store);
  for (const Atom& atom : atoms_) {
    if (builder.size() > deployment_.limits.text_bytes) return deployment_.cut_off(Limit::text_bytes, place_);
    if (atom.part != nullptr) {
      add_text(atom, origin, builder);
    } else if (refused(values[atom.value])) {
      return values[atom.value];
    } else if (!builder.append(values[atom.value], atom.place)) {
      return deployment_.refuse("only text, numbers and booleans can stand in a template", atom.place);
    }
  }
  return composed_text(deployment_.store, builder.finish(origin));
}

Value TemplateWriter::write(std::span<const hcl::TemplatePart> parts, const Scope& scope, How how) {
  collect(parts, scope);
  if (!refused_.is_absent() && !refused_.is(ValueType::alternatives)) return refused_;
  const ProvenanceId origin = deployment_.store.step(values_.empty() ? how : How::expression, place_);
  const auto undecided = [](Value value) { return value.is(ValueType::alternatives); };
  if (std::ranges::none_of(values_, undecided)) return joined(values_, origin);
  return map_alternatives(deployment_.store, values_, Reach::top, place_,
                          [&](std::span<const Value> taken) { return joined(taken, origin); });
}

}  // namespace smtplint::terraform
