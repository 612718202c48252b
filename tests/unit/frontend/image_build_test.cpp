#include <gtest/gtest.h>

#include "frontend/config/read_build.h"
#include "script_run.h"

namespace smtplint::script {
namespace {

/// What building an image of a Dockerfile does, a line for each step. Beside it lies the file `conf`.
class ImageRun {
 public:
  explicit ImageRun(std::string_view marked) : places(add_marked(sources, "Dockerfile", marked)) {
    const ImageBuild build = config::read_build(sources.get(SourceId{0}), SourceId{0}, store);
    Session session{{4, 100, 4000, 1000, 1u << 20u}, {}, store};
    session.copy_files = [this](std::string_view from, std::string_view to) {
      std::vector<std::pair<std::string, Value>> copies;
      if (from == "conf") copies.emplace_back(std::string(to), store.string("text"));
      return copies;
    };
    setup = read(build, session);
  }

  SourceStore sources;
  ValueStore store;
  std::vector<Place> places;
  MachineSetup setup;
};

std::string image(std::string_view dockerfile) { return ScriptRun::lines_of(ImageRun(dockerfile).setup); }

TEST(ImageBuild, RunsScriptsAndCommands) {
  EXPECT_EQ(image("FROM a\nRUN x y && z\n"), "run x y\nrun z\n");
  EXPECT_EQ(image("FROM a\nRUN [\"x\", \"y z\"]\n"), "run x y z\n");
  EXPECT_EQ(image("from a\nrun --mount=type=cache,target=/x x\n"), "run x\n");
  EXPECT_EQ(image("FROM a\nRUN x \\\n    # why\n    y \\\n\n    z\nRUN w\n"), "run x y z\nrun w\n");
  EXPECT_EQ(image("FROM a\nSHELL [\"powershell\", \"-Command\"]\nRUN Install-It -Name x\n"),
            "run Install-It -Name x\n");
  EXPECT_EQ(image("FROM a\n# RUN x\nEXPOSE 25\n"), "");
}

TEST(ImageBuild, ReadsHereDocuments) {
  EXPECT_EQ(image("FROM a\nRUN <<EOF\nx\nENV y\nEOF\nRUN z\n"), "run x\nrun ENV y\nrun z\n");
  EXPECT_EQ(image("FROM a\nRUN cat <<EOF > /f\nx\nEOF\n"), "file /f = x\\n\n");
  EXPECT_EQ(image("FROM a\nCOPY <<EOF /f\nx\nEOF\n"), "file /f = x\\n\n");
  EXPECT_EQ(image("FROM a\nCOPY <<EOF /f\n# x\n\ny\nEOF\n"), "file /f = # x\\n\\ny\\n\n")
      << "all of it is text";
  EXPECT_EQ(image("FROM a\nRUN <<EOF\nx\n"), "run x\n") << "nothing ends it";
}

TEST(ImageBuild, CopiesFiles) {
  EXPECT_EQ(image("FROM a\nCOPY conf /etc/c\n"), "file /etc/c = text\n");
  EXPECT_EQ(image("FROM a\nWORKDIR /etc\nWORKDIR c\nCOPY [\"conf\", \"d\"]\n"), "file /etc/c/d = text\n");
  EXPECT_EQ(image("FROM a\nCOPY other /etc/c\n"), "file /etc/c = {other}\n");
  EXPECT_EQ(image("FROM a\nCOPY --from=b conf /etc/c\nADD https://contoso.com/conf /etc/d\n"),
            "file /etc/c = {conf}\nfile /etc/d = {https://contoso.com/conf}\n");
  EXPECT_EQ(image("FROM a\nCOPY conf /x\nRUN cp /x /y\n"), "file /x = text\nfile /y = text\n");
}

TEST(ImageBuild, IsThatOfTheLastStage) {
  EXPECT_EQ(image("FROM a AS one\nRUN x\nFROM b\nRUN y\n"), "run y\n");
  EXPECT_EQ(image("FROM a AS one\nRUN x\nFROM One as two\nRUN y\nFROM two\nRUN z\n"),
            "run x\nrun y\nrun z\n");
}

TEST(ImageBuild, KnowsVariablesWhileItIsBuilt) {
  EXPECT_EQ(image("FROM a\nENV A=x B=\"y z\"\nARG C=w\nRUN run $A \"$B\" $C\n"), "run run x y z {C}\n");
  EXPECT_EQ(image("FROM a\nENV A=x\nRUN x\nENTRYPOINT [\"run\"]\nCMD [\"-v\", \"$A\"]\n"),
            "run x\nrun run -v $A\n");
  EXPECT_EQ(image("FROM a\nENV A=x\nRUN x\nCMD run $A\n"), "run x\nrun run {$A}\n")
      << "who starts it may say something else";
}

TEST(ImageBuild, KeepsItsPlaces) {
  const ImageRun run("FROM a\nRUN x \\\n  # why\n  [[y]]\n");
  const auto& command = std::get<CommandRun>(run.setup.steps.back().what);
  EXPECT_EQ(text_origin(run.store, command.words[1], 0, 1).place, run.places[0]);
}

}  // namespace
}  // namespace smtplint::script
