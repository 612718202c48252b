#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "value/existence.h"
#include "value/value.h"

namespace smtplint {

/// Whose names a resource's properties have: the azurerm provider's, or Azure Resource Manager's.
enum class Dialect { azurerm, arm };

/// A resource's properties, evaluated when they are asked for. Top-level attributes come as values; in the
/// `azurerm` dialect nested blocks come as lists of objects, as in plan JSON. In the `arm` dialect the top is
/// that of a template (`name`, `kind`, `sku`, `properties`), and `parent_id` is the id of the parent resource
/// or scope, whichever way the language writes it; a resource that only changes another one names that by
/// `resource_id`.
class Properties {
 public:
  virtual ~Properties() = default;
  /// Absent where nothing of that name is written.
  [[nodiscard]] virtual Value get(std::string_view name) const = 0;
  /// What is written, in the order of the source; for dumps and for searching all of a resource.
  [[nodiscard]] virtual std::vector<std::string_view> names() const = 0;
  /// Where an attribute or the first block of that name begins; unknown where it is not written.
  [[nodiscard]] virtual Place name_place(std::string_view name) const = 0;
};

/// The neutral shape of anything that is declared: resources, data sources, providers and module calls
/// whose source is not on disk.
struct Resource {
  std::string address;      ///< with module path and key: `module.mail.azurerm_linux_web_app.shop["a"]`
  std::string type;         ///< `azurerm_subnet`, `data.azurerm_subnet`, `provider.azurerm`,
                            ///< `module` (unresolved call), `Microsoft.Web/sites`
  std::string api_version;  ///< ARM dialect only
  std::string name;         ///< the last label
  std::string module_path;  ///< `module.mail["a"]`, empty in the root
  std::string provider;     ///< address of the provider resource that manages it, if any
  std::string source;       ///< of an unresolved module call: what it names
  Dialect dialect = Dialect::azurerm;
  Existence existence;
  Place place;  ///< of the block's type and labels
  std::shared_ptr<const Properties> properties;
};

}  // namespace smtplint
