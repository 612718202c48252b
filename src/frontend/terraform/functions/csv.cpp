#include <algorithm>
#include <optional>

#include "frontend/terraform/functions/computations.h"

namespace smtplint::terraform::functions {
namespace {

/// One cell: byte ranges of the text that together are its content.
struct Cell {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
};
using Row = std::vector<Cell>;

/// Reads comma-separated values as Go does: quotes only around whole cells, empty lines skipped.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() {
    while (line_break() > 0) at_ += line_break();
    return at_ >= text_.size();
  }
  /// Nothing where the text is malformed.
  std::optional<Row> row() {
    Row row;
    for (;;) {
      Cell cell;
      if (!(peek() == '"' ? quoted(cell) : bare(cell))) return std::nullopt;
      row.push_back(std::move(cell));
      if (peek() == ',') {
        ++at_;
        continue;
      }
      at_ += line_break();
      return row;
    }
  }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] std::size_t line_break() const {
    if (text_.substr(at_).starts_with("\r\n")) return 2;
    return text_.substr(at_).starts_with("\n") ? 1 : 0;
  }
  bool bare(Cell& cell) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && peek() != ',' && line_break() == 0) {
      if (text_[at_++] == '"') return false;
    }
    cell.parts.emplace_back(begin, at_ - begin);
    return true;
  }
  bool quoted(Cell& cell) {
    std::size_t begin = ++at_;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) return false;
      at_ = quote + 1;
      const bool doubled = peek() == '"';
      cell.parts.emplace_back(begin, quote - begin + (doubled ? 1 : 0));
      if (!doubled) return at_ >= text_.size() || peek() == ',' || line_break() > 0;
      begin = ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

Value cell_value(Call& call, const Cell& cell) {
  TextBuilder builder(call.store());
  const Value text = call.arguments[0];
  for (const auto& [begin, length] : cell.parts) builder.part(text.text(), begin, length, text.provenance());
  const auto [first, first_length] = cell.parts.front();
  const ProvenanceId from = part_provenance(call.store(), text, first, first_length);
  return builder.finish(call.store().step(How::document, call.place(), call.name(), from));
}

/// The names of the columns; nothing where two are the same.
std::optional<std::vector<Value>> column_names(Call& call, const Row& head) {
  std::vector<Value> names;
  for (const Cell& cell : head) {
    const Value name = cell_value(call, cell);
    const auto same = [name](Value other) { return other.text().chars == name.text().chars; };
    if (std::ranges::any_of(names, same) || !call.context.budget.spend(names.size())) return std::nullopt;
    names.push_back(name);
  }
  return names;
}

}  // namespace

Value csv_decode(Call& call) {
  CsvReader reader(call.chars(0));
  if (reader.at_end()) return call.refuse();
  const std::optional<Row> head = reader.row();
  const std::optional<std::vector<Value>> names = head ? column_names(call, *head) : std::nullopt;
  if (!names) return call.refuse();
  std::vector<Value> rows;
  while (!reader.at_end()) {
    const std::optional<Row> row = reader.row();
    if (!row || row->size() != names->size()) return call.refuse();
    if (rows.size() >= call.context.limits.expansion) return call.limit(Limit::expansion);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < row->size(); ++i) {
      const Value name = (*names)[i];
      const Place place = call.store().provenance().step(name.provenance()).place;
      entries.push_back({name.text().chars, cell_value(call, (*row)[i]), place});
    }
    rows.push_back(call.mapping(ValueType::object, std::move(entries)));
  }
  return call.sequence(ValueType::list, rows);
}

}  // namespace smtplint::terraform::functions
