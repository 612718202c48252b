#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {

Workshop::Workshop() {
  scopes_.push_back({"infra", nullptr, "", "", "", ""});
  way_.push_back(&scopes_.front());
}

Scope& Workshop::on_the_way(std::size_t levels) {
  while (way_.size() <= levels) way_.push_back(&add_module(*way_.back()));
  return *way_[levels];
}

Scope& Workshop::add_module(Scope& parent) {
  const std::string name = fresh_name("mod");
  scopes_.push_back({parent.folder + "/modules/" + name, &parent, name, "./modules/" + name, "", ""});
  return scopes_.back();
}

std::string Workshop::fresh_name(std::string_view stem) {
  return std::string(stem) + "_" + std::to_string(next_name_++);
}

void Workshop::refer(Carrier& value, std::string_view symbol) {
  value.hops.push_back(fresh_mark());
  value.expression = with_mark(value.hops.back(), symbol);
}

void Workshop::into_local(Carrier& value) {
  const std::string name = fresh_name(value.variable_name);
  value.scope->body += "locals {\n  " + name + " = " + value.expression + "\n}\n\n";
  refer(value, "local." + name);
}

void Workshop::into_module(Carrier& value, Scope& child) {
  const std::string name = fresh_name(value.variable_name);
  child.arguments += "  " + name + " = " + value.expression + "\n";
  child.body += "variable \"" + name + "\" {}\n\n";
  value.scope = &child;
  refer(value, "var." + name);
}

void Workshop::out_of_module(Carrier& value) {
  const Scope& child = *value.scope;
  const std::string name = fresh_name(value.variable_name);
  value.scope->body += "output \"" + name + "\" {\n  value = " + value.expression + "\n}\n\n";
  value.scope = child.parent;
  refer(value, "module." + child.name + "." + name);
}

std::map<std::string, std::string> Workshop::finish() const {
  std::map<std::string, std::string> files = files_;
  for (const Scope& scope : scopes_) files[scope.folder + "/main.tf"] += scope.body;
  for (const Scope& scope : scopes_) {
    if (scope.parent == nullptr) continue;
    files[scope.parent->folder + "/main.tf"] +=
        "module \"" + scope.name + "\" {\n  source = \"" + scope.source + "\"\n" + scope.arguments + "}\n\n";
  }
  return files;
}

}  // namespace smtplint::generate::terraform
