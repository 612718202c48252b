#include "knowledge/container_documents.h"

#include <re2/re2.h>

namespace smtplint::knowledge {
namespace {

NamedDocumentKind read_named(Node map, Problems& problems) {
  Reader reader(map, problems);
  NamedDocumentKind named;
  named.kind = reader.text("kind");
  named.settings = reader.texts("settings");
  named.whole = reader.text("whole");
  named.single = reader.text("single");
  named.secret = reader.boolean_or("secret", false);
  return named;
}

ContainerDocumentKind read_kind(Node map, Problems& problems) {
  Reader reader(map, problems);
  ContainerDocumentKind kind;
  (void)reader.text("name");
  kind.has = reader.texts("has");
  kind.only = reader.texts_or_none("only");
  kind.begins = reader.text("begins");
  kind.containers = reader.texts("containers");
  kind.needs = reader.texts_or_none("needs");
  kind.environment = reader.texts("environment");
  kind.image = reader.text("image");
  kind.address = reader.text("address");
  const auto compute = workload_kind_from(reader.text("kind"));
  if (!compute) reader.problem("`kind` is no kind of compute");
  kind.kind = compute.value_or(WorkloadKind::unknown);
  kind.others = reader.boolean_or("others", false);
  kind.not_in = reader.texts_or_none("not-in");
  kind.environment_files = reader.text_or("environment-files", "");
  kind.variables = reader.text_or("variables", "");
  kind.include = reader.text_or("include", "");
  kind.base = reader.text_or("base", "");
  const Node named = reader.optional("named");
  for (std::size_t i = 0; named.is(NodeKind::list) && i < named.size(); ++i)
    kind.named.push_back(read_named(named.at(i), problems));
  if (!RE2(kind.begins, RE2::Quiet).ok()) reader.problem("`begins` is no regular expression");
  return kind;
}

}  // namespace

ContainerDocuments ContainerDocuments::read(Reader& reader) {
  ContainerDocuments table;
  const Node kinds = reader.required("documents");
  for (std::size_t i = 0; kinds.is(NodeKind::list) && i < kinds.size(); ++i)
    table.kinds_.push_back(read_kind(kinds.at(i), reader.problems()));
  (void)reader.sources();
  return table;
}

}  // namespace smtplint::knowledge
