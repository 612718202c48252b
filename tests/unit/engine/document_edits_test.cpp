// Where a scalar of a document stands: what is written there instead is what the document then says, and
// nothing else of it changes. Over the documents of this repository, and over folders that SMTPLINT_CORPORA
// names.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "base/source.h"
#include "engine/languages/config_reading.h"
#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view written_instead = "587";
constexpr std::size_t most_settings = 20000;
constexpr std::size_t most_edits = 12;  ///< of one file
constexpr std::size_t most_bytes = 100'000;

const std::map<std::string, FileFormat>& formats_by_ending() {
  static const std::map<std::string, FileFormat> formats{
      {".json", FileFormat::json},      {".yaml", FileFormat::yaml},  {".yml", FileFormat::yaml},
      {".toml", FileFormat::toml},      {".env", FileFormat::dotenv}, {".properties", FileFormat::properties},
      {".ini", FileFormat::ini},        {".cfg", FileFormat::ini},    {".xml", FileFormat::xml},
      {".config", FileFormat::xml},     {".csproj", FileFormat::xml}, {".dockerfile", FileFormat::dockerfile},
      {".py", FileFormat::python},      {".php", FileFormat::php},    {".rb", FileFormat::ruby},
      {".ps1", FileFormat::powershell},
  };
  return formats;
}

std::optional<FileFormat> format_of_file(const fs::path& file) {
  const std::string name = file.filename().string();
  if (name.starts_with("Dockerfile")) return FileFormat::dockerfile;
  if (name.starts_with(".env")) return FileFormat::dotenv;
  const auto found = formats_by_ending().find(file.extension().string());
  return found == formats_by_ending().end() ? std::nullopt : std::optional(found->second);
}

/// What a text says: a line for each scalar, and where those are that can be edited.
struct Said {
  std::vector<std::pair<std::string, std::string>> lines;  ///< path and text
  std::vector<Span> spans;  ///< of each line; empty where nothing can be written
};

/// Whether all that is written of a scalar stands at its span: byte for byte what it means, or between
/// quotes. Others, as those over several lines, are only marked there.
bool is_whole(const config::Node& scalar, std::string_view text) {
  if (scalar.kind != config::Node::Kind::text || scalar.encoded) return false;
  const auto [begin, end] = scalar.span;
  if (text.substr(begin, end - begin) == scalar.text) return true;
  constexpr std::string_view quotes = "'\"";
  return begin > 0 && end < text.size() && text[begin - 1] == text[end] &&
         quotes.find(text[end]) != std::string_view::npos;
}

class Documents {
 public:
  Said read(FileFormat format, std::string_view text) const {
    Said said;
    const auto words = words_.find(format);
    const config::ReadOptions options{limits_.nesting, limits_.parse_progress_per_kilobyte, limits_.nodes(),
                                      words == words_.end() ? nullptr : &words->second};
    const config::FormatRow& row = config::row_of(format);
    const config::Reading reading = row.read(text, options);
    if (!reading.problems.empty() || !reading.foreign.empty()) return said;
    for (const config::Node& document : reading.documents) {
      const config::Flat flat = config::flatten(document, row.separator, most_settings);
      for (const config::Entry& entry : flat.entries) {
        said.lines.emplace_back(entry.path, entry.value->text);
        said.spans.push_back(is_whole(*entry.value, text) ? entry.value->span : Span{});
      }
    }
    return said;
  }

 private:
  const knowledge::Catalogue& catalogue_ = knowledge::Catalogue::built_in();
  config::Limits limits_ = config_limits(catalogue_.limits());
  std::map<FileFormat, config::ProgramWords> words_ = program_words(catalogue_);
};

std::string edited(std::string_view text, Span span) {
  return std::string(text.substr(0, span.begin)) + std::string(written_instead) +
         std::string(text.substr(span.end));
}

/// What must be said after an edit: an alias says it too.
std::vector<std::pair<std::string, std::string>> expected(const Said& said, Span span) {
  auto lines = said.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (said.spans[i] == span) lines[i].second = written_instead;
  }
  return lines;
}

struct Count {
  std::size_t files = 0, scalars = 0, edits = 0, faults = 0;
};

class Edits {
 public:
  void check(const std::string& name, FileFormat format, std::string_view text) {
    const Said said = documents_.read(format, text);
    Count& count = counts_[format];
    count.files += 1;
    count.scalars += said.lines.size();
    std::vector<Span> spans;
    for (const Span span : said.spans) {
      if (span.length() > 0) spans.push_back(span);
    }
    const std::size_t step = std::max<std::size_t>(1, spans.size() / most_edits);
    for (std::size_t i = 0; i < spans.size(); i += step) {
      count.edits += 1;
      const Said now = documents_.read(format, edited(text, spans[i]));
      const auto wanted = expected(said, spans[i]);
      if (now.lines == wanted) continue;
      const auto differs = std::ranges::mismatch(now.lines, wanted).in2;
      const std::string where = differs == wanted.end() ? "the end" : differs->first;
      count.faults += 1;
      if (count.faults <= 5)
        ADD_FAILURE() << name << ": an edit of `" << text.substr(spans[i].begin, spans[i].length()) << "` at "
                      << spans[i].begin << " changes `" << where << "`";
    }
  }

  void check_below(const fs::path& folder) {
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(folder, failed), end; entry != end; entry.increment(failed)) {
      if (entry->path().filename() == "node_modules" || entry->path().filename() == ".git" ||
          entry->path().filename() == "build") {
        entry.disable_recursion_pending();
        continue;
      }
      const auto format = format_of_file(entry->path());
      if (!format || !entry->is_regular_file(failed) || entry->file_size(failed) > most_bytes) continue;
      std::ifstream stream(entry->path(), std::ios::binary);
      std::stringstream bytes;
      bytes << stream.rdbuf();
      const auto source = decode_source(entry->path().string(), bytes.str());
      if (source.ok()) check(entry->path().string(), *format, (*source)->text());
    }
  }

  void print() const {
    for (const auto& [format, count] : counts_) {
      const auto named =
          std::ranges::find(formats_by_ending(), format, &std::pair<const std::string, FileFormat>::second);
      std::cout << (named == formats_by_ending().end() ? "?" : named->first) << ": " << count.files
                << " files, " << count.scalars << " scalars, " << count.edits << " edits, " << count.faults
                << " faults\n";
    }
  }

 private:
  Documents documents_;
  std::map<FileFormat, Count> counts_;
};

TEST(DocumentEdits, ChangeOneScalarAndNothingElse) {
  Edits edits;
  for (const char* folder : {"rules", "fixtures", "editors", "packaging", "tests/gates", "tests/cli"})
    edits.check_below(fs::path(SMTPLINT_SOURCE_DIR) / folder);
  const char* corpora = std::getenv("SMTPLINT_CORPORA");
  std::stringstream folders(corpora == nullptr ? "" : corpora);
  for (std::string folder; std::getline(folders, folder, ':');) edits.check_below(folder);
  edits.print();
}

}  // namespace
}  // namespace smtplint::engine
