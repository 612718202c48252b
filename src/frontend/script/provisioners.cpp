#include <string_view>
#include <vector>

#include "frontend/script/reading.h"

namespace smtplint::script {
namespace {

/// The provisioners of one resource of Terraform, in their order: files that are brought to a machine, and
/// what is run there.
class Provisioners {
 public:
  explicit Provisioners(Reading& reading) : reading_(reading) {}

  void read(Value block) {
    if (!block.is_mapping() || !block.find("type").is(ValueType::string)) return;
    const std::string_view type = block.find("type").text().chars;
    if (type == "file") bring(block);
    if (type == "remote-exec") run(block);
  }

 private:
  void bring(Value block) {
    const Value path = block.find("destination");
    if (path.is_unset()) return;
    Value text = block.find("content");
    if (text.is_unset()) text = file(block.find("source"));
    if (text.is_absent()) {
      text = reading_.store().unknown(ReasonKind::missing_file, "source", place_of(reading_, path));
    }
    reading_.add(FileWritten{path, text}, place_of(reading_, path));
  }

  void run(Value block) {
    const Value lines = block.find("inline");
    if (lines.is_sequence()) read_inner(joined_lines(lines.items(), reading_), Kind::commands, reading_);
    read_file(block.find("script"));
    const Value scripts = block.find("scripts");
    if (!scripts.is_sequence()) return;
    for (const Value script : scripts.items()) read_file(script);
  }

  void read_file(Value path) {
    if (path.is(ValueType::string)) read_inner(file(path), Kind::commands, reading_);
  }

  /// Of the computer that deploys; files of the machine have no part in it.
  [[nodiscard]] Value file(Value path) const {
    const bool known = path.is(ValueType::string) && reading_.session.find_script;
    return known ? reading_.session.find_script(path.text().chars) : Value();
  }

  Reading& reading_;
};

}  // namespace

MachineSetup read_provisioners(Value blocks, Session& session) {
  MachineSetup setup;
  Reading reading{session, setup};
  Provisioners provisioners(reading);
  if (!blocks.is_sequence()) return setup;
  for (const Value block : blocks.items()) provisioners.read(block);
  return setup;
}

}  // namespace smtplint::script
