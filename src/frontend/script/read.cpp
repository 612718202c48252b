#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/script/power_shell_start.h"
#include "frontend/script/reading.h"
#include "frontend/script/versions.h"
#include "value/alternatives.h"
#include "value/encoded_text.h"
#include "value/text.h"

namespace smtplint::script {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string_view first_line(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_first_of("\r\n"));
}

bool names_power_shell(std::string_view line) {
  const std::string lower = lower_case(line);
  return lower.find("pwsh") != std::string::npos || lower.find("powershell") != std::string::npos;
}

/// `#cloud-config` may stand behind `## template: jinja`.
bool is_cloud_config(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = first_line(text);
    if (line.starts_with("#cloud-config")) return true;
    if (!line.starts_with("##")) return false;
    text.remove_prefix(static_cast<std::size_t>(line.data() - text.data()) + line.size());
  }
  return false;
}

/// Words that scripts of PowerShell have and those of a shell have not.
bool looks_like_power_shell(std::string_view text) {
  constexpr std::array signs = {"install-windowsfeature",
                                "add-windowsfeature",
                                "new-object ",
                                "import-module ",
                                "set-executionpolicy",
                                "param(",
                                "param (",
                                "write-host ",
                                "invoke-webrequest",
                                "$env:",
                                "send-mailmessage"};
  const std::string lower = lower_case(text);
  return std::ranges::any_of(signs,
                             [&lower](const char* sign) { return lower.find(sign) != std::string::npos; });
}

constexpr std::string_view opening_tag = "<powershell>", closing_tag = "</powershell>";

Value inside_tags(Value text, Reading& reading) {
  const std::string_view chars = text.text().chars;
  const std::size_t begin = chars.find(opening_tag) + opening_tag.size();
  const std::size_t end = std::min(chars.find(closing_tag, begin), chars.size());
  return text_part(reading.store(), text, begin, end - begin);
}

void read_user_data(Value text, Reading& reading) {
  const std::string_view chars = text.text().chars;
  const std::string_view line = first_line(chars);
  if (is_message(chars)) return read_message(text, reading);
  if (is_cloud_config(chars)) return read_cloud_config(text, reading);
  if (line.starts_with("#!")) {
    return names_power_shell(line) ? run_power_shell(text, {}, reading) : run_shell(text, {}, reading);
  }
  if (line.starts_with("#ps1")) run_power_shell(text, {}, reading);
  if (line.starts_with(opening_tag)) run_power_shell(inside_tags(text, reading), {}, reading);
}

/// The command line of Windows that starts PowerShell: its `\` is no escape, but before a quote.
bool is_windows_command(std::string_view text) {
  const std::string_view line = first_line(text);
  return starts_power_shell(line.substr(0, line.find_first_of(" \t")));
}

void read_script(Value text, const Given& given, Reading& reading) {
  const std::string_view line = first_line(text.text().chars);
  if (is_windows_command(text.text().chars)) {
    const bool escapes = text.text().chars.find("\\\"") != std::string_view::npos;
    return escapes ? run_shell(text, given, reading) : run_power_shell(text, given, reading);
  }
  const bool power_shell =
      line.starts_with("#!") ? names_power_shell(line) : looks_like_power_shell(text.text().chars);
  if (power_shell) return run_power_shell(text, given, reading);
  run_shell(text, given, reading);
}

/// Blocks of YAML and lines of a shell end with a line break that no encoding has.
Value without_last_break(Value text, Reading& reading) {
  const std::string_view chars = text.text().chars;
  const std::size_t end = chars.find_last_not_of(" \t\r\n") + 1;
  return end == chars.size() ? text : text_part(reading.store(), text, 0, end);
}

}  // namespace

bool Reading::may_go_on(Place place) {
  if (setup.steps.size() < session.limits.steps) return true;
  if (setup.gaps.empty() || setup.gaps.back().kind != EventKind::limit_reached) {
    cut_off(place, Limit::expansion);
  }
  return false;
}

bool Reading::spend(std::size_t bytes, Place place) {
  constexpr std::uint64_t bytes_per_turn = 256, turns_per_step = 16;
  const std::uint64_t most = session.limits.steps * turns_per_step;
  if (spent > most) return false;
  spent += 1 + bytes / bytes_per_turn;
  if (bytes <= session.limits.text_bytes && spent <= most) return true;
  if (spent > most) cut_off(place, Limit::expansion);
  return false;
}

Value Reading::written(Value path) const {
  if (!path.is(ValueType::string)) return {};
  const auto file = files.find(std::string(path.text().chars));
  return file == files.end() ? Value() : file->second;
}

Value Reading::script(Value path) const {
  const Value known = written(path);
  if (!known.is_absent() || !session.find_script || !path.is(ValueType::string)) return known;
  return session.find_script(path.text().chars);
}

/// What is written under a condition is not known afterwards.
void Reading::remember(const FileWritten& file) {
  if (!file.path.is(ValueType::string)) return;
  Value& known = files[std::string(file.path.text().chars)];
  const bool replaced = file.how == FileWritten::How::replaced;
  if (!branches.empty() || file.how == FileWritten::How::edited) {
    known = store().unknown(ReasonKind::runtime_only, store().keep(file.path.text().chars),
                            place_of(*this, file.path));
  } else {
    known = replaced ? file.text : joined_texts(known, file.text, *this);
  }
}

Value composed(std::span<const Value> values, Place place, ProvenanceId origin, Reading& reading) {
  ValueStore& store = reading.store();
  return map_alternatives(store, values, Reach::top, place, [&](std::span<const Value> taken) {
    std::size_t bytes = 0;
    for (const Value value : taken) bytes += value.is(ValueType::string) ? value.text().chars.size() : 1;
    if (!reading.spend(bytes, place))
      return store.unknown(ReasonKind::limit, to_string(Limit::text_bytes), place);
    TextBuilder text(store);
    for (const Value value : taken) {
      if (!text.append(value, place)) text.hole(store.reason(ReasonKind::runtime_only, "", place), place, {});
    }
    return text.finish(origin);
  });
}

Value joined_texts(Value first, Value second, Reading& reading) {
  if (first.is_absent()) return second;
  if (second.is_absent()) return first;
  const Value both[] = {first, second};
  return composed(both, place_of(reading, first), first.provenance(), reading);
}

Place place_in(const Reading& reading, Value text, Span span) {
  return text_origin(reading.store(), text, span.begin, span.length()).place;
}

Place place_of(const Reading& reading, Value value) {
  if (value.is(ValueType::string)) {
    return place_in(reading, value, {0, static_cast<std::uint32_t>(value.text().chars.size())});
  }
  if (value.is_absent() || value.provenance() == no_provenance) return {};
  return reading.store().provenance().step(value.provenance()).place;
}

Value decoded(Value text, Reading& reading) {
  const DecodingLimits limits{reading.session.limits.text_bytes};
  for (std::uint32_t layer = 0; layer < reading.session.limits.depth; ++layer) {
    const Value packed = without_last_break(text, reading);
    Value plain = decode_base64_gzip(reading.store(), packed, text.provenance(), limits);
    if (plain.is_absent()) plain = decode_base64(reading.store(), packed, text.provenance());
    if (plain.is_unknown()) return plain;
    if (!plain.is(ValueType::string)) break;
    text = plain;
  }
  return text;
}

Value joined_lines(std::span<const Value> lines, Reading& reading) {
  TextBuilder text(reading.store());
  ProvenanceId origin = no_provenance;
  for (const Value line : lines) {
    if (!line.is(ValueType::string)) continue;
    if (origin == no_provenance) origin = line.provenance();
    text.part(line.text(), 0, line.text().chars.size(), line.provenance());
    text.derived("\n", place_of(reading, line), line.provenance());
  }
  return text.finish(origin);
}

/// Of several texts one is run. Conditions that they have in the same order are the same ones.
void read_versions(std::span<const Alternative> texts, Kind kind, Reading& reading, const Given& given) {
  std::vector<SetupStep>& steps = reading.setup.steps;
  const auto start = static_cast<std::ptrdiff_t>(steps.size());
  const std::map<std::string, Value> files = reading.files;
  const std::uint32_t branches = reading.session.branches;
  std::uint32_t most = branches;
  std::vector<Version> versions;
  for (const Alternative& one : texts) {
    reading.files = files;
    reading.session.branches = branches;
    read_inner(one.value, kind, reading, given);
    most = std::max(most, reading.session.branches);
    versions.push_back(
        {{std::make_move_iterator(steps.begin() + start), std::make_move_iterator(steps.end())},
         std::move(reading.files),
         one.choices});
    steps.erase(steps.begin() + start, steps.end());
  }
  reading.session.branches = most;
  reading.files = joined_files(versions, reading.store());
  std::ranges::move(joined_steps(std::move(versions), reading.branches.size()), std::back_inserter(steps));
}

void read_inner(Value text, Kind kind, Reading& reading, const Given& given) {
  if (text.is(ValueType::alternatives)) return read_versions(text.alternatives(), kind, reading, given);
  if (text.is_unknown() && text.reason().kind == ReasonKind::limit)
    reading.say_cut_off(text.reason().place, text.reason().name);
  if (!text.is(ValueType::string)) return;
  if (reading.depth >= reading.session.limits.depth) {
    reading.cut_off(place_of(reading, text), Limit::embedded_depth);
    return;
  }
  if (!reading.spend(text.text().chars.size(), place_of(reading, text))) return;
  ++reading.depth;
  if (text.text().chars.starts_with(byte_order_mark)) {
    text = text_part(reading.store(), text, byte_order_mark.size(),
                     text.text().chars.size() - byte_order_mark.size());
  }
  switch (kind) {
    case Kind::user_data:
      read_user_data(decoded(text, reading), reading);
      break;
    case Kind::shell:
      run_shell(text, given, reading);
      break;
    case Kind::power_shell:
      run_power_shell(text, given, reading);
      break;
    case Kind::commands:
      read_script(text, given, reading);
      break;
  }
  --reading.depth;
}

MachineSetup read(Value text, Kind kind, Session& session, Value arguments) {
  MachineSetup setup;
  Reading reading{session, setup};
  if (text.is_sequence()) text = joined_lines(text.items(), reading);
  read_inner(text, kind, reading, {{}, {}, nullptr, arguments});
  return setup;
}

MachineSetup read(const ConfigurationCall& call, Session& session) {
  MachineSetup setup;
  Reading reading{session, setup};
  read_inner(call.script, Kind::power_shell, reading, {{}, {}, &call});
  return setup;
}

}  // namespace smtplint::script
