#include "generate/workshop.h"

namespace smtplint::generate {

Workshop::Workshop() {
  scopes_.push_back({"infra", nullptr, "", "", "", "", {}});
  way_.push_back(&scopes_.front());
}

Scope& Workshop::on_the_way(std::size_t levels) {
  while (way_.size() <= levels) way_.push_back(&add_module(*way_.back()));
  return *way_[levels];
}

Scope& Workshop::add_module(Scope& parent) {
  scopes_.push_back({"", &parent, fresh_name("mod"), "", "", "", {}});
  settle(scopes_.back());
  return scopes_.back();
}

std::string Workshop::fresh_name(std::string_view stem) {
  return std::string(stem) + "_" + std::to_string(next_name_++);
}

void Workshop::refer(Carrier& value, std::string_view symbol) {
  value.hops.push_back(fresh_mark());
  value.expression = with_mark(value.hops.back(), symbol);
  value.literal = false;
}

}  // namespace smtplint::generate
