#include "knowledge/container_documents.h"

#include <re2/re2.h>

namespace smtplint::knowledge {
namespace {

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
