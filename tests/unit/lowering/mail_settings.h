#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/catalogue.h"
#include "lowering/mail/mailers.h"
#include "marked_source.h"
#include "value/text.h"

namespace smtplint::lowering {

/// Settings written as lines `KEY=value`, as one environment block of a web app. In values `%{var.x}` is a
/// part that is not known and `%{&address.path}` one that stands for a resource; `[[` and `]]` mark places.
class WrittenSettings {
 public:
  explicit WrittenSettings(std::string_view lines) : places(add_marked(sources, "app.env", lines)) {
    block.workload = model::Id<model::Workload>(0);
    block.settings.owner = "azurerm_linux_web_app.shop";
    block.settings.document = "app_settings";
    const Source& source = sources.get(SourceId{0});
    std::size_t begin = 0;
    while (begin < source.text().size()) {
      const std::size_t end = std::min(source.text().find('\n', begin), source.text().size());
      const std::size_t equals = source.text().find('=', begin);
      if (equals < end) add_line(begin, equals, end);
      begin = end + 1;
    }
  }

  /// As a file of configuration instead, to which no compute is linked.
  void stand_in_file(std::string path) {
    block.workload = {};
    block.settings.owner.clear();
    block.settings.home = SettingsHome::file;
    block.settings.document = std::move(path);
  }

  Setting& add(std::string path, Value value) {
    block.settings.values.push_back({std::move(path), value, {}});
    return block.settings.values.back();
  }

  [[nodiscard]] MailFindings find(const MailOptions& options = {}) {
    return find_mail({block}, knowledge::Catalogue::built_in(), store, options);
  }
  /// The only mailer; a failure of the test where there is another number of them.
  [[nodiscard]] model::Mailer only(const MailOptions& options = {}) {
    std::vector<model::Mailer> mailers = find(options).mailers;
    if (mailers.size() != 1) throw std::to_string(mailers.size()) + " mailers";
    return mailers.front();
  }
  [[nodiscard]] std::string_view text(Place place) const { return sources.slice(place); }

  SourceStore sources;
  ValueStore store;
  std::vector<Place> places;  ///< the marked ones
  SettingsBlock block;

 private:
  Place place(std::size_t begin, std::size_t end) const {
    return {SourceId{0}, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  }

  void add_line(std::size_t begin, std::size_t equals, std::size_t end) {
    const std::string_view text = sources.get(SourceId{0}).text();
    const Place whole = place(equals + 1, end);
    const ProvenanceId origin = store.step(How::literal, whole);
    TextBuilder builder(store);
    std::size_t at = equals + 1;
    while (at < end) {
      const std::size_t hole = std::min(text.substr(0, end).find("%{", at), end);
      if (hole > at) builder.verbatim(text.substr(at, hole - at), place(at, hole), origin);
      if (hole == end) break;
      const std::size_t close = text.find('}', hole);
      add_hole(builder, text.substr(hole + 2, close - hole - 2), place(hole, close + 1), origin);
      at = close + 1;
    }
    block.settings.values.push_back(
        {std::string(text.substr(begin, equals - begin)), builder.finish(origin), place(begin, equals)});
  }

  void add_hole(TextBuilder& builder, std::string_view name, Place where, ProvenanceId origin) {
    if (!name.starts_with('&'))
      return builder.hole(store.reason(ReasonKind::no_value, name, where), where, origin);
    const std::size_t dot = name.rfind('.');
    const Value symbol = store.reference(name.substr(1, dot - 1), name.substr(dot + 1), origin);
    builder.symbol(&symbol.reference(), where, origin);
  }
};

/// `host:port`, with `?` for what is not known.
inline std::string brief(const model::Mailer& mailer) {
  std::string text = mailer.hosts.front().name.value_or("?") + ":";
  const auto& port = mailer.ports.front().number;
  return text + (port ? std::to_string(*port) : "?");
}

inline std::vector<std::string> mailers(std::string_view lines) {
  std::vector<std::string> result;
  for (const model::Mailer& mailer : WrittenSettings(lines).find().mailers) result.push_back(brief(mailer));
  return result;
}

}  // namespace smtplint::lowering
