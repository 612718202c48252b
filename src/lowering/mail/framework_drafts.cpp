#include "lowering/mail/framework_drafts.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/glob.h"
#include "base/path.h"
#include "lowering/mail/section.h"

namespace smtplint::lowering {
namespace {

using knowledge::FormRef;
using knowledge::Framework;
using knowledge::SettingsForm;

std::vector<const Setting*> found(const std::vector<std::string>& keys, const SettingsByKey& settings) {
  std::vector<const Setting*> result;
  for (const std::string& key : keys) {
    const auto setting = settings.find(key);
    if (setting != settings.end()) result.push_back(setting->second);
  }
  return result;
}

/// Keys that others have too count only where they name a server, or where the program needs none.
bool applies(const Framework& framework, const SettingsForm& form, const SettingsByKey& settings) {
  return form.own_keys || framework.delivers_directly() || !found(form.host, settings).empty() ||
         !found(form.dsn, settings).empty();
}

/// Whether the value is of those that make a key evidence; a key that is evidence by itself needs none.
bool is_evidence(const SettingsForm& form, const std::string& key, const Setting& setting) {
  const auto patterns = form.evidence_values.find(key);
  if (patterns == form.evidence_values.end()) return true;
  if (!setting.value.is(ValueType::string)) return false;
  return std::ranges::any_of(patterns->second, [&setting](const std::string& pattern) {
    return glob_matches_ignoring_case(pattern, setting.value.text().chars);
  });
}

/// The name of an image without tag and digest.
std::string_view without_tag(std::string_view image) {
  image = image.substr(0, image.find('@'));
  const std::size_t slash = image.rfind('/');
  return image.substr(0, image.find(':', slash == std::string_view::npos ? 0 : slash));
}

bool is_image_of(const SettingsForm& form, const Setting& image) {
  if (!image.value.is(ValueType::string)) return false;
  const std::string_view name = without_tag(image.value.text().chars);
  return std::ranges::any_of(
      form.images, [name](const std::string& pattern) { return glob_matches_ignoring_case(pattern, name); });
}

/// Settings and what stands before their keys.
struct Scope {
  std::string prefix;
  std::shared_ptr<SettingsByKey> settings;
};

struct Candidate {
  FormRef ref;
  std::vector<const Setting*> settings = {};
  bool by_image = false;
};

bool is_written_in(const SettingsForm& form, const Settings& block) {
  if (form.kind == SettingsForm::Kind::environment) return true;
  const std::string_view name = file_name(block.document);
  return block.home != SettingsHome::environment &&
         std::ranges::any_of(form.files, [name](const std::string& pattern) {
           return glob_matches_ignoring_case(pattern, name);
         });
}

/// Whether a form's keys may stand behind a prefix.
bool may_stand_below(const SettingsForm& form, const std::string& prefix) {
  return form.below.empty() || glob_matches_ignoring_case(form.below, prefix);
}

/// The forms for which keys or the image are evidence, whatever else they need.
std::map<FormRef, Candidate> shown_by(const Settings& block, const SettingsByKey& settings,
                                      const knowledge::FrameworkTable& frameworks) {
  std::map<FormRef, Candidate> by_ref;
  for (const auto& [key, setting] : settings) {
    for (const FormRef& ref : frameworks.forms_with(key)) {
      const SettingsForm& form = frameworks.all()[ref.framework].forms[ref.form];
      if (is_evidence(form, key, *setting)) by_ref.try_emplace(ref, Candidate{.ref = ref});
    }
  }
  for (const FormRef& ref : frameworks.forms_with_images()) {
    const SettingsForm& form = frameworks.all()[ref.framework].forms[ref.form];
    if (is_image_of(form, block.image))
      by_ref.try_emplace(ref, Candidate{.ref = ref}).first->second.by_image = true;
  }
  return by_ref;
}

/// Forms for which there is evidence, those that explain most settings first, and of those the ones that say
/// where they stand. What the image says counts more: programs share the names of their variables.
std::vector<Candidate> candidates(const Settings& block, const Scope& scope,
                                  const knowledge::FrameworkTable& frameworks) {
  std::vector<Candidate> result;
  for (auto& [ref, candidate] : shown_by(block, *scope.settings, frameworks)) {
    const Framework& framework = frameworks.all()[ref.framework];
    const SettingsForm& form = framework.forms[ref.form];
    if (!is_written_in(form, block) || !may_stand_below(form, scope.prefix)) continue;
    if (!applies(framework, form, *scope.settings)) continue;
    candidate.settings = found(keys_of(form), *scope.settings);
    result.push_back(std::move(candidate));
  }
  std::ranges::stable_sort(result, std::ranges::greater(), [&frameworks](const Candidate& candidate) {
    const SettingsForm& form = frameworks.all()[candidate.ref.framework].forms[candidate.ref.form];
    return std::tuple(candidate.by_image, candidate.settings.size(), !form.below.empty());
  });
  return result;
}

Draft draft_of(const Framework& framework, const SettingsForm& form, const SettingsByKey& settings) {
  Draft draft;
  draft.framework = &framework;
  draft.form = &form;
  draft.hosts = found(form.dsn, settings);
  if (draft.hosts.empty()) draft.hosts = found(form.host, settings);
  if (draft.hosts.size() > 1) draft.hosts.resize(1);
  const std::vector<const Setting*> ports = found(form.port, settings);
  if (!ports.empty()) draft.port = ports.front();
  for (const auto* list : {&form.user, &form.password}) {
    const std::vector<const Setting*> credentials = found(*list, settings);
    draft.credentials.insert(draft.credentials.end(), credentials.begin(), credentials.end());
  }
  return draft;
}

/// Where the next part of a path begins: behind `.` or `__`; the path's length where there is none.
std::size_t part_after(const std::string& key, std::size_t at) {
  const std::size_t dot = key.find('.', at), joint = key.find("__", at);
  if (dot == std::string::npos && joint == std::string::npos) return key.size();
  return dot < joint ? dot + 1 : joint + 2;
}

/// By prefix: `services.web.environment.`. All settings are below the empty one.
using Scopes = std::map<std::string, std::shared_ptr<SettingsByKey>>;

/// In a document, a program's keys begin wherever a part of a path is evidence for it; in an environment,
/// where the program itself has names before them: `Serilog__WriteTo__0__Args__host`.
void add_inner_scopes(const Settings& block, const std::string& key,
                      const knowledge::FrameworkTable& frameworks, Scopes& scopes) {
  for (std::size_t at = part_after(key, 0); at < key.size(); at = part_after(key, at)) {
    const std::string prefix = key.substr(0, at);
    const auto begins_here = [&](const FormRef& ref) {
      const SettingsForm& form = frameworks.all()[ref.framework].forms[ref.form];
      const bool anywhere = block.home != SettingsHome::environment || !form.below.empty();
      return anywhere && may_stand_below(form, prefix);
    };
    if (std::ranges::none_of(frameworks.forms_with(key.substr(at)), begins_here)) continue;
    scopes.try_emplace(prefix, std::make_shared<SettingsByKey>());
  }
}

/// The first setting of a key counts.
void fill_scopes(const std::string& key, const Setting& setting, const Scopes& scopes) {
  for (std::size_t at = 0; at < key.size(); at = part_after(key, at)) {
    const auto scope = scopes.find(key.substr(0, at));
    if (scope != scopes.end()) scope->second->try_emplace(key.substr(at), &setting);
  }
}

/// The keys of an environment count with and without the block's section.
Scopes scopes_of(const Settings& block, const knowledge::FrameworkTable& frameworks) {
  Scopes scopes;
  scopes.emplace("", std::make_shared<SettingsByKey>());
  for (const Setting& setting : block.values) {
    add_inner_scopes(block, knowledge::comparable_key(setting.path), frameworks, scopes);
  }
  const std::string section = section_of(block);
  for (const Setting& setting : block.values) {
    fill_scopes(knowledge::comparable_key(setting.path), setting, scopes);
    if (section.empty()) continue;
    scopes[""]->try_emplace(knowledge::comparable_key(section + "." + setting.path), &setting);
  }
  return scopes;
}

bool is_empty(const Setting* setting) {
  const Value value = setting->value;
  return value.is_unset() || (value.is(ValueType::string) && value.text().chars.empty());
}

/// A program is configured in one of its forms: one that names no server says nothing beside another.
void drop_idle_forms(std::vector<Draft>& drafts, std::size_t first) {
  for (std::size_t i = drafts.size(); i-- > first;) {
    if (!std::ranges::all_of(drafts[i].hosts, is_empty)) continue;
    for (std::size_t other = first; other < drafts.size(); ++other) {
      const bool same = other != i && drafts[other].framework == drafts[i].framework;
      if (!same || (other > i && std::ranges::all_of(drafts[other].hosts, is_empty))) continue;
      drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
}

}  // namespace

std::vector<std::string> keys_of(const SettingsForm& form) {
  std::vector<std::string> keys;
  for (const auto* list :
       {&form.evidence, &form.host, &form.port, &form.dsn, &form.user, &form.password, &form.ignores}) {
    keys.insert(keys.end(), list->begin(), list->end());
  }
  for (const knowledge::TlsKey& tls : form.tls) keys.push_back(tls.key);
  for (const knowledge::StateKey& state : form.states) keys.push_back(state.key);
  for (const auto& [key, values] : form.login_off) keys.push_back(key);
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<Draft> framework_drafts(const Settings& block, const knowledge::FrameworkTable& frameworks,
                                    std::set<const Setting*>& claimed) {
  std::vector<Draft> drafts;
  for (const auto& [prefix, settings] : scopes_of(block, frameworks)) {
    const std::size_t before = drafts.size();
    for (const Candidate& candidate : candidates(block, {prefix, settings}, frameworks)) {
      const Framework& framework = frameworks.all()[candidate.ref.framework];
      const auto taken = [&claimed](const Setting* setting) { return claimed.contains(setting); };
      if (std::ranges::any_of(candidate.settings, taken)) continue;
      drafts.push_back(draft_of(framework, framework.forms[candidate.ref.form], *settings));
      if (candidate.by_image) {
        drafts.back().made_by = &block.image;
        drafts.back().set_by = "environment of " + std::string(block.image.value.text().chars);
      }
      drafts.back().settings = settings;
      claimed.insert(candidate.settings.begin(), candidate.settings.end());
    }
    drop_idle_forms(drafts, before);
  }
  return drafts;
}

Draft draft_of_program(const Framework& framework, const SettingsForm& form, const Settings& settings) {
  auto by_key = std::make_shared<SettingsByKey>();
  for (const Setting& setting : settings.values) by_key->try_emplace(setting.path, &setting);
  Draft draft = draft_of(framework, form, *by_key);
  draft.settings = std::move(by_key);
  return draft;
}

const Setting* setting_named(const Draft& draft, const std::string& key) {
  const auto setting = draft.settings->find(key);
  return setting == draft.settings->end() ? nullptr : setting->second;
}

}  // namespace smtplint::lowering
