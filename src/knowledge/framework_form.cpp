#include "knowledge/framework_form.h"

#include <utility>

#include "base/letter_case.h"

namespace smtplint::knowledge {
namespace {

constexpr std::pair<std::string_view, StateKey::Meaning> meanings[] = {
    {"silent", StateKey::Meaning::silent},
    {"direct", StateKey::Meaning::direct},
    {"direct-without-host", StateKey::Meaning::direct_without_host},
    {"open", StateKey::Meaning::open},
};
constexpr std::pair<std::string_view, SettingsForm::Kind> kinds[] = {
    {"environment", SettingsForm::Kind::environment},
    {"file", SettingsForm::Kind::file},
};

std::vector<std::string> keys(Reader& reader, std::string_view name) {
  std::vector<std::string> result;
  for (const std::string& key : reader.texts_or_none(name)) result.push_back(comparable_key(key));
  return result;
}

std::vector<std::string> words(Reader& reader, std::string_view name) {
  std::vector<std::string> result;
  for (const std::string& word : reader.texts_or_none(name)) result.push_back(lower_case(word));
  return result;
}

TlsKey read_tls_key(Node map, Problems& problems) {
  Reader reader(map, problems);
  TlsKey tls{comparable_key(reader.text("key")), {}};
  const Node values = reader.required("values");
  Reader entries(values, problems);
  for (std::size_t i = 0; values.is(NodeKind::map) && i < values.size(); ++i) {
    const std::string word(values.key_at(i));
    const Node mode = entries.optional(word);
    if (const auto named = tls_mode_named(mode.text())) {
      tls.values.emplace(lower_case(word), *named);
    } else {
      problems.add(mode.mark(), "expected `plaintext`, `opportunistic`, `starttls` or `implicit`");
    }
  }
  return tls;
}

StateKey read_state(Node map, Problems& problems) {
  Reader reader(map, problems);
  StateKey state;
  state.key = comparable_key(reader.text("key"));
  state.is = words(reader, "is");
  state.is_not = words(reader, "is-not");
  state.when_absent = reader.boolean_or("when-absent", false);
  state.meaning = reader.word<StateKey::Meaning>("means", meanings);
  if (!state.is.empty() && !state.is_not.empty()) reader.problem("`is` and `is-not` exclude each other");
  if (state.is.empty() && state.is_not.empty() && !state.when_absent) reader.problem("the state never holds");
  return state;
}

std::map<std::string, std::vector<std::string>> words_by_key(Reader& reader, std::string_view name) {
  std::map<std::string, std::vector<std::string>> result;
  const Node map = reader.optional(name);
  if (map.missing()) return result;
  Reader entries(map, reader.problems());
  for (std::size_t i = 0; map.is(NodeKind::map) && i < map.size(); ++i) {
    result.emplace(comparable_key(map.key_at(i)), words(entries, map.key_at(i)));
  }
  return result;
}

void fill_evidence(SettingsForm& form) {
  form.own_keys = form.images.empty() && form.evidence.empty() && form.evidence_values.empty();
  if (!form.own_keys) return;
  for (const auto* list : {&form.host, &form.port, &form.dsn, &form.ignores}) {
    form.evidence.insert(form.evidence.end(), list->begin(), list->end());
  }
}

}  // namespace

SettingsForm read_settings_form(Node map, Problems& problems) {
  Reader reader(map, problems);
  SettingsForm form;
  form.kind =
      reader.has("kind") ? reader.word<SettingsForm::Kind>("kind", kinds) : SettingsForm::Kind::environment;
  form.files = reader.texts_or_none("files");
  form.below = comparable_key(reader.text_or("below", ""));
  form.evidence = keys(reader, "evidence");
  form.images = reader.texts_or_none("images");
  form.evidence_values = words_by_key(reader, "evidence-values");
  form.host = keys(reader, "host");
  form.port = keys(reader, "port");
  form.dsn = keys(reader, "dsn");
  form.ignores = keys(reader, "ignores");
  form.user = keys(reader, "user");
  form.password = keys(reader, "password");
  const Node tls = reader.optional("tls");
  for (std::size_t i = 0; tls.is(NodeKind::list) && i < tls.size(); ++i) {
    form.tls.push_back(read_tls_key(tls.at(i), problems));
  }
  const Node states = reader.optional("states");
  for (std::size_t i = 0; states.is(NodeKind::list) && i < states.size(); ++i) {
    form.states.push_back(read_state(states.at(i), problems));
  }
  form.login_off = words_by_key(reader, "login-off");
  if (form.host.empty() && form.dsn.empty() && form.images.empty())
    reader.problem("a form has keys for `host` or `dsn`, or images");
  if ((form.kind == SettingsForm::Kind::file) == form.files.empty())
    reader.problem("a file form, and only it, has `files`");
  fill_evidence(form);
  return form;
}

}  // namespace smtplint::knowledge
