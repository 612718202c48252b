#include "knowledge/rule_text.h"

namespace smtplint::knowledge {
namespace {

class RuleTextParser {
 public:
  RuleTextParser(std::string_view text, const Mark& place, Problems& problems)
      : rest_(text), place_(place), problems_(problems) {}

  std::vector<RuleTextPart> parse() {
    while (!rest_.empty()) step();
    flush();
    return std::move(parts_);
  }

 private:
  void step() {
    const char next = rest_.front();
    const bool doubled = rest_.size() > 1 && rest_[1] == next;
    if ((next == '{' || next == '}') && doubled) {
      verbatim_ += next;
      rest_.remove_prefix(2);
    } else if (next == '{') {
      placeholder();
    } else {
      if (next == '}') problems_.add(place_, "`}` without `{`; `}}` stands for a brace");
      verbatim_ += next;
      rest_.remove_prefix(1);
    }
  }

  void placeholder() {
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos) {
      problems_.add(place_, "`{` without `}`; `{{` stands for a brace");
      rest_ = {};
      return;
    }
    flush();
    parts_.push_back({std::string(rest_.substr(1, end - 1)), true});
    rest_.remove_prefix(end + 1);
  }

  void flush() {
    if (!verbatim_.empty()) parts_.push_back({std::move(verbatim_), false});
    verbatim_.clear();
  }

  std::string_view rest_;
  Mark place_;
  Problems& problems_;
  std::string verbatim_;
  std::vector<RuleTextPart> parts_;
};

}  // namespace

std::vector<RuleTextPart> parse_rule_text(std::string_view text, const Mark& place, Problems& problems) {
  return RuleTextParser(text, place, problems).parse();
}

}  // namespace smtplint::knowledge
