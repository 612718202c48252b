#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "frontend/config/containers.h"
#include "frontend/config/interpolation.h"
#include "frontend/config/named_documents.h"
#include "frontend/config/read_files.h"
#include "frontend/config/settings_writer.h"

namespace smtplint::config {

/// What the containers of a document run with: their own variables, below them those of the files that they
/// name and of the containers and documents whose settings they take.
class ContainerSettings {
 public:
  /// Everything handed over must outlive the result; `parts` is what was found in the document.
  ContainerSettings(ReadFiles& files, NamedDocuments& named, const Root& root, DocumentPlace document,
                    const ContainerDocument& parts, ValueStore& store);

  [[nodiscard]] Settings of(const Container& container);
  /// Files without which a container does not start, and that could not be read.
  [[nodiscard]] std::vector<LeftOut> take_missing() { return std::move(missing_); }

 private:
  /// A container with the document that it stands in.
  struct Layer {
    const Container* container = nullptr;
    DocumentPlace document;
  };

  [[nodiscard]] std::vector<Layer> layers_of(const Container& container);
  [[nodiscard]] Layer base_of(const Layer& layer);
  void add_environment(const File& file, const Node& environment, Settings& settings);
  void add_files(const Layer& layer, Settings& settings);
  void add_named(const Layer& layer, const SettingsReference& reference, Settings& settings);
  void fill_in(Setting& setting);
  [[nodiscard]] std::optional<Value> variable(std::string_view name);
  [[nodiscard]] std::optional<Value> read_variable(std::string_view name);
  [[nodiscard]] std::optional<Value> read_variable(std::string_view name, const std::string& path);
  static void add_below(Settings& settings, Settings below);

  ReadFiles& files_;
  NamedDocuments& named_;
  const Root& root_;
  DocumentPlace document_;
  const ContainerDocument& parts_;
  ValueStore& store_;
  std::deque<ContainerDocument> others_;  ///< documents of other files, to which layers point
  std::vector<LeftOut> missing_;
  std::map<std::string, std::optional<Value>, std::less<>> variables_;  ///< what is known of them so far
};

}  // namespace smtplint::config
