#include "model/show.h"

namespace smtplint::model {
namespace {

constexpr unsigned most_nesting = 32;

std::string show(Value value, unsigned depth);

std::string show_reason(const Reason* reason) {
  if (reason == nullptr) return "{unknown}";
  std::string text = "{" + std::string(to_string(reason->kind));
  if (!reason->name.empty()) text += " " + std::string(reason->name);
  return text + "}";
}

std::string show_reference(const Reference& reference) {
  std::string text = "{" + std::string(reference.address);
  if (!reference.path.empty()) text += "." + std::string(reference.path);
  return text + "}";
}

std::string escaped(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    if (c == '\n') {
      shown += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') shown += '\\';
    shown += c;
  }
  return shown;
}

std::string show_text(const Text& text) {
  if (!text.has_holes()) return "\"" + escaped(text.chars) + "\"";
  std::string shown = "\"";
  for (const Piece& piece : text.pieces) {
    if (piece.kind == PieceKind::hole) {
      shown += show_reason(piece.reason);
    } else if (piece.kind == PieceKind::reference) {
      shown += show_reference(*piece.reference);
    } else {
      shown += escaped(text.chars.substr(piece.begin, piece.length));
    }
  }
  return shown + "\"";
}

std::string show_items(Value value, unsigned depth) {
  std::string shown;
  for (const Value item : value.items()) {
    if (!shown.empty()) shown += ", ";
    shown += show(item, depth + 1);
  }
  if (value.rest() != nullptr) shown += (shown.empty() ? "" : ", ") + std::string("...");
  return "[" + shown + "]";
}

std::string show_entries(Value value, unsigned depth) {
  std::string shown;
  for (const Entry& entry : value.entries()) {
    if (!shown.empty()) shown += ", ";
    shown += std::string(entry.key) + ": " + show(entry.value, depth + 1);
  }
  if (value.rest() != nullptr) shown += (shown.empty() ? "" : ", ") + std::string("...");
  return "{" + shown + "}";
}

std::string show_alternatives(Value value, unsigned depth) {
  std::string shown;
  for (const Alternative& choice : value.alternatives()) {
    if (!shown.empty()) shown += " | ";
    shown += show(choice.value, depth + 1);
  }
  return "(" + shown + ")";
}

std::string show(Value value, unsigned depth) {
  if (value.is_absent()) return "-";
  if (value.sensitive()) return "***";
  if (depth == most_nesting) return "...";
  switch (value.type()) {
    case ValueType::null:
      return "null";
    case ValueType::boolean:
      return value.boolean() ? "true" : "false";
    case ValueType::number:
      return to_text(value.number());
    case ValueType::string:
      return show_text(value.text());
    case ValueType::list:
    case ValueType::set:
    case ValueType::tuple:
      return show_items(value, depth);
    case ValueType::map:
    case ValueType::object:
      return show_entries(value, depth);
    case ValueType::reference:
      return show_reference(value.reference());
    case ValueType::unknown:
      return show_reason(&value.reason());
    case ValueType::alternatives:
      break;
  }
  return show_alternatives(value, depth);
}

}  // namespace

std::string show(Value value) { return show(value, 0); }

std::string show(Truth truth) {
  if (truth == Truth::unknown) return "unknown";
  return truth == Truth::yes ? "yes" : "no";
}

}  // namespace smtplint::model
