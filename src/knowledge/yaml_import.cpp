#include "knowledge/yaml_import.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "base/line_index.h"
#include "base/utf8.h"

namespace smtplint::knowledge {
namespace {

constexpr std::size_t largest_file = 1u << 20u;
constexpr std::size_t deepest = 64;

/// True where a quoted scalar that begins at `begin` ends; yaml-cpp takes the end of the file for its end.
bool has_closing_quote(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return true;
      ++i;
    }
  }
  return false;
}

/// Hands the events of yaml-cpp on to the writer and notes everything that our files may not contain. Ends
/// at the first thing that is no map with plain keys, list or scalar: what follows would have no place.
class Importer final : public YAML::EventHandler {
 public:
  Importer(std::string_view path, std::string_view text, ImageWriter& writer, Problems& problems)
      : path_(path), text_(text), lines_(text), writer_(writer), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) give_up(mark, "a file holds one document");
  }
  void OnDocumentEnd() override {}

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    if (!given_up_) give_up(mark, "aliases are not allowed");
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (given_up_) return;
    check_properties(mark, anchor);
    if (expects_key()) return give_up(mark, "a key is missing");
    const Position place = position(mark);
    writer_.null(place.line, place.column);
    value_done();
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (given_up_) return;
    check_properties(mark, anchor);
    check_quotes(mark);
    const Position place = position(mark);
    if (expects_key()) return add_key(mark, place, value);
    writer_.scalar(value, tag == "!", place.line, place.column);
    value_done();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, NodeKind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, NodeKind::map);
  }
  void OnMapEnd() override { close(); }

  void problem(const YAML::Mark& mark, std::string_view sentence) {
    const Position place = position(mark);
    problems_.add({path_, place.line, place.column}, sentence);
  }

  [[nodiscard]] std::size_t documents() const { return documents_; }

 private:
  struct Level {
    NodeKind kind = NodeKind::list;
    bool key_next = false;
    std::vector<std::string> keys;
  };

  [[nodiscard]] Position position(const YAML::Mark& mark) const {
    const auto offset =
        static_cast<std::uint32_t>(std::clamp<long>(mark.pos, 0, static_cast<long>(text_.size())));
    return lines_.position(offset, ColumnUnit::unicode_scalar);
  }

  [[nodiscard]] char at(const YAML::Mark& mark) const {
    const auto offset = static_cast<std::size_t>(std::max(mark.pos, 0));
    return offset < text_.size() ? text_[offset] : '\0';
  }

  [[nodiscard]] bool expects_key() const { return !levels_.empty() && levels_.back().key_next; }

  void give_up(const YAML::Mark& mark, std::string_view sentence) {
    problem(mark, sentence);
    given_up_ = true;
  }

  void check_properties(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) {
      problem(mark, "anchors are not allowed");
    } else if (at(mark) == '!') {
      problem(mark, "tags are not allowed");
    }
  }

  void check_quotes(const YAML::Mark& mark) {
    const char first = at(mark);
    if (first != '"' && first != '\'') return;
    if (!has_closing_quote(text_, static_cast<std::size_t>(mark.pos))) {
      problem(mark, "the closing quote is missing");
    }
  }

  void add_key(const YAML::Mark& mark, Position place, const std::string& key) {
    std::vector<std::string>& keys = levels_.back().keys;
    if (std::ranges::find(keys, key) != keys.end()) problem(mark, "`" + key + "` is repeated");
    keys.push_back(key);
    writer_.key(key, place.line, place.column);
    levels_.back().key_next = false;
  }

  void value_done() {
    if (!levels_.empty() && levels_.back().kind == NodeKind::map) levels_.back().key_next = true;
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, NodeKind kind) {
    if (given_up_) return;
    check_properties(mark, anchor);
    if (expects_key()) return give_up(mark, "a key is a plain word");
    if (levels_.size() == deepest) return give_up(mark, "too deeply nested");
    const Position place = position(mark);
    writer_.begin(kind, place.line, place.column);
    levels_.push_back({kind, kind == NodeKind::map, {}});
  }

  void close() {
    if (given_up_) return;
    writer_.end();
    levels_.pop_back();
    value_done();
  }

  std::string_view path_;
  std::string_view text_;
  LineIndex lines_;
  ImageWriter& writer_;
  Problems& problems_;
  std::vector<Level> levels_;
  std::size_t documents_ = 0;
  bool given_up_ = false;
};

/// What no file may contain, wherever it stands.
bool has_bad_characters(std::string_view path, std::string_view text, Problems& problems) {
  const LineIndex lines(text);
  const auto refuse = [&](std::size_t offset, std::string_view sentence) {
    const Position place = lines.position(static_cast<std::uint32_t>(offset), ColumnUnit::unicode_scalar);
    problems.add({path, place.line, place.column}, sentence);
    return true;
  };
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded next = utf8::decode(text.substr(i));
    if (!next.valid) return refuse(i, "not UTF-8");
    if (next.scalar == U'\t')
      return refuse(i, "tabs are not allowed; in double quotes, `\\t` stands for one");
    const bool line_end = next.scalar == U'\n' || next.scalar == U'\r';
    if ((next.scalar < 0x20 && !line_end) || next.scalar == 0x7f || next.scalar == 0xfeff) {
      return refuse(i, "control characters are not allowed");
    }
    i += next.bytes;
  }
  return false;
}

void parse(std::string_view path, std::string_view text, ImageWriter& writer, Problems& problems,
           EmptyFile empty) {
  Importer importer(path, text, writer, problems);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    // A second document is an error already, and yaml-cpp may find documents without end where a token is in
    // its way.
    while (importer.documents() < 2 && parser.HandleNextDocument(importer)) {
    }
    if (importer.documents() == 0 && empty == EmptyFile::null) {
      writer.null(1, 1);
    } else if (importer.documents() == 0) {
      problems.add({path, 1, 1}, "the file is empty");
    }
  } catch (const YAML::ParserException& error) {
    importer.problem(error.mark, error.msg);
  } catch (const YAML::Exception& error) {
    problems.add({path, 1, 1}, error.what());
  }
}

}  // namespace

void import_yaml(std::string_view section, std::string_view path, std::string_view text, ImageWriter& writer,
                 Problems& problems, EmptyFile empty) {
  const std::size_t before = problems.all().size();
  writer.begin_file(section, path);
  if (text.size() > largest_file) {
    problems.add({path, 1, 1}, "the file is larger than 1 MiB");
  } else if (!has_bad_characters(path, text, problems)) {
    parse(path, text, writer, problems, empty);
  }
  if (problems.all().size() == before) {
    writer.end_file();
  } else {
    writer.drop_file();
  }
}

}  // namespace smtplint::knowledge
