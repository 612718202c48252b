#include "knowledge/reasons.h"

#include <algorithm>

#include "base/assert.h"
#include "base/wording.h"
#include "knowledge/rule_text.h"

namespace smtplint::knowledge {
namespace {

constexpr std::string_view name_placeholder = "name";

/// The frontends say what is wrong with an expression in a sentence, unless a function refused its arguments.
bool is_sentence(std::string_view kind, std::string_view name) {
  return kind == "evaluation-error" && name.find(' ') != std::string_view::npos;
}

void check_placeholders(Reader& reader, std::string_view key, bool may_name) {
  const Node written = reader.optional(key);
  for (const RuleTextPart& part : parse_rule_text(written.text(), written.mark(), reader.problems())) {
    if (!part.placeholder || (may_name && part.text == name_placeholder)) continue;
    reader.problems().add(written.mark(), "unknown placeholder `{" + part.text + "}`");
  }
}

std::string filled(std::string_view sentence, const std::string& name) {
  Problems none;
  std::string result;
  for (const RuleTextPart& part : parse_rule_text(sentence, {}, none))
    result += part.placeholder ? name : part.text;
  return result;
}

}  // namespace

ReasonTable ReasonTable::read(Reader& reader) {
  ReasonTable table;
  const Node forms = reader.required("forms");
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Reader form(forms.at(i), reader.problems());
    std::string prefix = form.text("prefix");
    table.forms_.push_back({std::move(prefix), form.text("words")});
  }
  Reader sentences(reader.required("sentences"), reader.problems());
  for (std::size_t i = 0; i < reason_words.size(); ++i) {
    Reader sentence(sentences.required(reason_words[i]), reader.problems());
    table.named_[i] = sentence.text("named");
    table.nameless_[i] = sentence.text("nameless");
    check_placeholders(sentence, "named", true);
    check_placeholders(sentence, "nameless", false);
  }
  return table;
}

std::string ReasonTable::sentence(std::string_view kind, std::string_view name) const {
  const auto word = std::ranges::find(reason_words, kind);
  SMTPLINT_ASSERT(word != reason_words.end());
  const auto index = static_cast<std::size_t>(word - reason_words.begin());
  if (name.empty()) return filled(nameless_[index], {});
  if (is_sentence(kind, name)) return std::string(name);
  for (const Form& form : forms_) {
    if (!name.starts_with(form.prefix)) continue;
    return filled(named_[index], form.words + " " + quoted(name.substr(form.prefix.size())));
  }
  return filled(named_[index], quoted(name));
}

}  // namespace smtplint::knowledge
