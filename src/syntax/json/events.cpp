#include "syntax/json/events.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace smtplint::json {
namespace {

/// Tells somebody else how far the reader has come.
class ObservedText {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  ObservedText(const char* at, const char** observed) : at_(at), observed_(observed) {}
  reference operator*() const { return *at_; }
  ObservedText& operator++() {
    *observed_ = ++at_;
    return *this;
  }
  bool operator==(const ObservedText& other) const { return at_ == other.at_; }
  bool operator!=(const ObservedText& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** observed_;
};

bool stands_between(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ',' || c == ':';
}

bool is_of_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// The reader's own sentence without its preamble and without what it quotes.
std::string sentence_of(std::string_view message) {
  constexpr std::string_view dash = " - ", quotation = "; last read: '";
  if (const std::size_t at = message.find(dash); at != message.npos) message.remove_prefix(at + dash.size());
  std::string sentence(message.substr(0, message.find(quotation)));
  const std::size_t expected = message.rfind("; expected ");
  if (expected != message.npos && expected > sentence.size()) sentence += message.substr(expected);
  std::ranges::replace(sentence, '\'', '`');
  return sentence;
}

/// Adds the places, which the reader does not tell.
class PlacedReader final : public nlohmann::json_sax<nlohmann::json> {
 public:
  PlacedReader(std::string_view text, std::uint32_t deepest, EventHandler& handler)
      : text_(text), deepest_(deepest), handler_(handler), read_(text.data()) {}

  std::optional<SyntaxError> run() {
    const char* const end = text_.data() + text_.size();
    nlohmann::json::sax_parse(ObservedText(text_.data(), &read_), ObservedText(end, &read_), this);
    return std::move(fault_);
  }

  bool null() override { return word(NodeKind::null); }
  bool boolean(bool) override { return word(NodeKind::boolean); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool binary(binary_t&) override { return false; }

  bool string(string_t& decoded) override {
    const Span place = token();
    handler_.scalar(NodeKind::string, decoded, place);
    return true;
  }

  bool key(string_t& decoded) override {
    const Span place = token();
    handler_.name(decoded, {place.begin + 1, place.end - 1});
    return true;
  }

  bool start_object(std::size_t) override { return start(NodeKind::object); }
  bool start_array(std::size_t) override { return start(NodeKind::array); }
  bool end_object() override { return finish(); }
  bool end_array() override { return finish(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& fault) override {
    const auto at = static_cast<std::uint32_t>(std::min(position(), text_.size()));
    const std::uint32_t begin = at == 0 ? 0 : at - 1;
    fault_ = SyntaxError{{begin, at}, sentence_of(fault.what())};
    return false;
  }

 private:
  [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(read_ - text_.data()); }

  /// From behind the last token and what stands between tokens to where the reader is.
  Span token() {
    while (stands_between(text_[end_])) ++end_;
    const auto begin = static_cast<std::uint32_t>(end_);
    end_ = position();
    return {begin, static_cast<std::uint32_t>(end_)};
  }

  bool word(NodeKind kind) {
    const Span place = token();
    handler_.scalar(kind, text_.substr(place.begin, place.length()), place);
    return true;
  }

  /// The reader sees the end of a number only behind it.
  bool number() {
    while (stands_between(text_[end_])) ++end_;
    const std::size_t begin = end_;
    while (end_ < text_.size() && is_of_number(text_[end_])) ++end_;
    handler_.scalar(NodeKind::number, text_.substr(begin, end_ - begin),
                    {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end_)});
    return true;
  }

  bool start(NodeKind kind) {
    const Span place = token();
    if (++depth_ > deepest_) {
      fault_ = SyntaxError{place, "nested deeper than " + std::to_string(deepest_) + " levels"};
      return false;
    }
    handler_.open(kind, place.begin);
    return true;
  }

  bool finish() {
    --depth_;
    handler_.close(token().end);
    return true;
  }

  std::string_view text_;
  std::uint32_t deepest_;
  EventHandler& handler_;
  const char* read_;
  std::size_t end_ = 0;  ///< of the last token
  std::uint32_t depth_ = 0;
  std::optional<SyntaxError> fault_;
};

}  // namespace

std::optional<SyntaxError> read_events(std::string_view text, std::uint32_t deepest, EventHandler& handler) {
  return PlacedReader(text, deepest, handler).run();
}

}  // namespace smtplint::json
