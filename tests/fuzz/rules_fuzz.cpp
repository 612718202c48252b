// Rule files of a stranger (`--rules`): every input is refused with places or becomes a catalogue.
#include "fuzz/files.h"
#include "fuzz/fuzz.h"
#include "knowledge/catalogue.h"
#include "knowledge/yaml_import.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  knowledge::ImageWriter writer;
  knowledge::Problems problems;
  for (const auto& [path, text] : fuzz::files_of(fuzz::text_of(data, size))) {
    knowledge::import_yaml(path.substr(0, path.find('/')), path, text, writer, problems);
  }
  const std::string bytes = writer.finish();
  const knowledge::Image image(bytes);
  const knowledge::Catalogue::Built built = knowledge::Catalogue::build(nullptr, &image);
  fuzz::require((built.catalogue == nullptr) == !built.problems.empty());
  return 0;
}
