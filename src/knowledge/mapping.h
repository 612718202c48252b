#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "knowledge/mapping_vocabulary.h"
#include "knowledge/pattern.h"
#include "knowledge/property_path.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A value that a table gives, with the type that it is written in.
using TableValue = std::variant<bool, std::int64_t, std::string>;

/// What must hold of a resource. Decided in three-valued logic.
struct Condition {
  enum class Test {
    matches,  ///< the text at the path
    present,  ///< something is written at the path, or under a name that fits
    absent,
    type,            ///< the resource's type is one of `types`
    deployment_has,  ///< a resource of the mapping `mapping` is part of the deployment
  };
  Test test = Test::matches;
  PropertyPath path;
  Pattern names;    ///< of properties wherever they stand, in place of the path
  Pattern pattern;  ///< of `matches`
  std::vector<std::string> types;
  std::string mapping;
  Mark mark;
};

struct FixedField {
  Field field = Field::name;
  TableValue value;
};

/// A type of resource that a mapping is about.
struct Match {
  std::string type;             ///< compared without case
  Pattern source;               ///< of an unresolved module call
  std::vector<Condition> when;  ///< all must hold
  std::vector<FixedField> set;
  bool existing = false;  ///< declared elsewhere: what hangs on it is not in the deployment
};

struct Translation {
  Pattern matches;
  TableValue to;
};

/// Keys of the objects in a name-value list.
struct NameValueKeys {
  std::string name = "name";
  std::vector<std::string> value{"value"};  ///< the first that is present
  std::vector<std::string> secure;          ///< keys that hold the value as a secret
  std::vector<std::string> secret;          ///< keys that name a secret, or hold where the value comes from
  std::optional<PropertyPath> secrets;      ///< objects of the same resource that hold the secrets by name
};

/// One way to read a field. The first that finds something counts.
struct FieldSource {
  std::vector<PropertyPath> paths;  ///< several: true if any of them is; of a list: all elements of all
  Pattern names;                    ///< in place of a path: the outermost properties whose name fits
  Shape shape = Shape::scalar;
  bool negate = false;
  bool partial = false;         ///< of settings: there are others that are not written here
  bool json = false;            ///< of settings: they are a JSON document in a text
  bool base64 = false;          ///< of settings: each is in base64, and is never shown
  std::vector<Condition> when;  ///< of settings: the way is open where all hold
  NameValueKeys keys;
  std::string up_to;                   ///< of an id: the part that names the resource of this type
  std::vector<Translation> translate;  ///< the first that fits; what fits none is unknown
};

struct DefaultRow {
  enum class Applies { azurerm, arm, both };
  Applies dialect = Applies::both;
  std::vector<std::string> types;  ///< empty: all
  std::string from_api_version;    ///< empty: any
  TableValue value;
  std::vector<std::string> sources;
};

struct FieldMapping {
  Field field = Field::name;
  std::vector<FieldSource> azurerm;
  std::vector<FieldSource> arm;
  std::optional<Field> inherit;  ///< the link whose thing has it, where nothing is written here
  bool inherit_known = false;    ///< nothing, instead of unknown, where the link's thing is not known
  std::vector<DefaultRow> defaults;
};

/// Things written inside the resource.
struct Contains {
  std::string mapping;  ///< id of what the objects are
  std::vector<PropertyPath> azurerm;
  std::vector<PropertyPath> arm;
  std::vector<FixedField> set;
  Mark mark;
};

/// Another resource that says something about this one.
struct Attach {
  std::vector<Match> match;
  PropertyPath to;                             ///< how it points here: by id, or by name
  std::optional<PropertyPath> resource_group;  ///< of the name
  AttachMode mode = AttachMode::replace;
  std::vector<std::pair<Field, std::vector<FieldSource>>> fields;
};

/// Text that is a document of its own.
struct Embedded {
  EmbeddedKind kind = EmbeddedKind::unknown;
  bool layered = false;  ///< laid over each other in their order, and under the settings of the thing
  std::optional<PropertyPath> folder;  ///< of layered texts: names a folder with a file that lies below them
  std::string file;                    ///< the name of that file
  std::vector<PropertyPath> azurerm;
  std::vector<PropertyPath> arm;
  std::vector<PropertyPath> arguments;  ///< what the document is given: an object, or a JSON document
  std::vector<Decoding> decode;
  std::vector<std::string> inside;  ///< members of a document that are the texts
  bool runs_files = false;          ///< a script that it runs by name may be a file of the workspace
};

/// A row of the table that tells a workload's kind; the first whose conditions hold counts.
struct KindRow {
  std::vector<Condition> when;
  WorkloadKind kind = WorkloadKind::unknown;
  bool may_seem_to_work = false;   ///< port 25 is not supported, but may be open for a while
  bool perhaps_elsewhere = false;  ///< such things run outside of Azure too
};

/// How one kind of resource becomes part of the egress model: `rules/resources/`.
struct Mapping {
  std::string id;
  Thing thing = Thing::workload;
  bool fallback = false;  ///< counts only where no other mapping matches the resource
  std::vector<Match> match;
  std::vector<FieldMapping> fields;
  std::vector<KindRow> classify;  ///< of a workload
  std::vector<Contains> contains;
  std::vector<Attach> attach;
  std::vector<Embedded> embedded;
  std::vector<Condition> open_if;  ///< then more belongs to the thing than is written
  std::vector<std::string> sources;
  Mark mark;

  static Mapping read(Node file, Problems& problems);
  [[nodiscard]] const FieldMapping* field(Field field) const;
};

/// What only all mappings together show: ids that are repeated, and names of mappings that do not exist or
/// that do not fit where they are named.
void check_references(const std::vector<Mapping>& mappings, Problems& problems);

}  // namespace smtplint::knowledge
