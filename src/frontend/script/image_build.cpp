#include "frontend/script/reading.h"
#include "frontend/script/script.h"

namespace smtplint::script {
namespace {

/// The steps of one build: all see the files that were made before.
class Build {
 public:
  explicit Build(Reading& reading) : reading_(reading) {}

  void take(const BuildStep& step) {
    switch (step.kind) {
      case BuildStep::Kind::shell:
        return read_inner(step.words[0], Kind::shell, reading_, {{}, {}, nullptr, step.environment});
      case BuildStep::Kind::power_shell:
        return read_inner(step.words[0], Kind::power_shell, reading_, {{}, {}, nullptr, step.environment});
      case BuildStep::Kind::command:
        return run_words(step.words, reading_);
      case BuildStep::Kind::copied:
        return copy(step);
      case BuildStep::Kind::brought:
        return leave_open(step, ReasonKind::runtime_only);
      case BuildStep::Kind::written:
        reading_.add(FileWritten{step.words.back(), step.words.front()}, step.place);
        return;
    }
  }

 private:
  void copy(const BuildStep& step) {
    bool any = false;
    for (std::size_t i = 0; reading_.session.copy_files && i + 1 < step.words.size(); ++i) {
      for (const auto& [path, text] :
           reading_.session.copy_files(chars(step.words[i]), chars(step.words.back()))) {
        const Value target = reading_.store().string(path, step.words.back().provenance());
        reading_.add(FileWritten{target, text}, step.place);
        any = true;
      }
    }
    if (!any) leave_open(step, ReasonKind::missing_file);
  }

  void leave_open(const BuildStep& step, ReasonKind why) {
    const Value text =
        reading_.store().unknown(why, reading_.store().keep(chars(step.words.front())), step.place);
    reading_.add(FileWritten{step.words.back(), text}, step.place);
  }

  static std::string_view chars(Value word) {
    return word.is(ValueType::string) ? word.text().chars : std::string_view();
  }

  Reading& reading_;
};

}  // namespace

MachineSetup read(const ImageBuild& build, Session& session) {
  MachineSetup setup;
  Reading reading{session, setup};
  Build steps(reading);
  for (const BuildStep& step : build.steps) steps.take(step);
  return setup;
}

}  // namespace smtplint::script
