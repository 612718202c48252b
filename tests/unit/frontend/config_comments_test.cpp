#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "frontend/config/config.h"
#include "frontend/script/script.h"

namespace smtplint::config {
namespace {

using Texts = std::vector<std::string>;

constexpr Limits limits{1u << 20u, 64, 64, 1000};

Texts slices(std::string_view text, const std::vector<Span>& spans) {
  Texts found;
  for (const Span span : spans) found.emplace_back(text.substr(span.begin, span.length()));
  return found;
}

Texts comments_of(Format format, std::string_view text) {
  return slices(text, comments(text, format, limits));
}

TEST(ConfigComments, OfYamlDoNotStandInValues) {
  EXPECT_EQ(
      comments_of(Format::yaml,
                  "# first\n"
                  "port: 25 # behind\n"
                  "quoted: 'a # b' # behind quotes\n"
                  "anchor: a#b\n"
                  "block: | # of the block\n"
                  "  # in the block\n"
                  "\n"
                  "  more\n"
                  "items:\n"
                  "  - text: >-\n"
                  "      # in the item\n"
                  "    port: 25 # behind the item\n"
                  "# last\n"),
      (Texts{"# first", "# behind", "# behind quotes", "# of the block", "# behind the item", "# last"}));
}

TEST(ConfigComments, OfLines) {
  EXPECT_EQ(comments_of(Format::dotenv, "# a\nHOST='x # y' # b\nURL=x#y\n"), (Texts{"# a", "# b"}));
  EXPECT_EQ(comments_of(Format::ini, "; a\n[mail] \nport = 25 ; b\n# c\n"), (Texts{"; a", "; b", "# c"}));
  EXPECT_EQ(comments_of(Format::properties, "! a\n# b\nport=25 # no comment\n"), (Texts{"! a", "# b"}));
  EXPECT_EQ(comments_of(Format::dockerfile, "# a\nRUN x # no comment\n  # b\n"), (Texts{"# a", "# b"}));
  EXPECT_EQ(comments_of(Format::toml, "# a\nhost = \"x # y\" # b\n"), (Texts{"# a", "# b"}));
}

TEST(ConfigComments, OfTreesAndPrograms) {
  EXPECT_EQ(comments_of(Format::json, "{\"a\": \"// no\", /* b */ \"c\": 1} // d"),
            (Texts{"/* b */", "// d"}));
  EXPECT_EQ(comments_of(Format::xml, "<a><!-- b --><c d='e'><![CDATA[<!-- no -->]]></c></a>"),
            (Texts{"<!-- b -->"}));
  EXPECT_EQ(comments_of(Format::python, "a = '# no'  # b\n"), (Texts{"# b"}));
  EXPECT_EQ(comments_of(Format::php, "<?php $a = '// no'; // b\n/* c */"), (Texts{"// b", "/* c */"}));
  EXPECT_EQ(comments_of(Format::ruby, "a = '# no' # b\n"), (Texts{"# b"}));
}

TEST(ConfigComments, OfScripts) {
  const std::string_view bash = "echo '# no' # a\ncat <<EOF\n# no\nEOF\n# b\n";
  EXPECT_EQ(slices(bash, script::comments("setup.sh", bash, 64, 64)), (Texts{"# a", "# b"}));
  const std::string_view power_shell = "$a = '# no' # b\n<# c #>\n";
  EXPECT_EQ(slices(power_shell, script::comments("setup.ps1", power_shell, 64, 64)),
            (Texts{"# b", "<# c #>"}));
}

TEST(ConfigComments, EndWhereTheTextEnds) {
  EXPECT_EQ(comments_of(Format::xml, "<!-- open"), Texts{});
  for (const FileFormatTraits& traits : file_formats) {
    EXPECT_EQ(comments_of(traits.format, ""), Texts{}) << traits.word;
  }
  EXPECT_EQ(comments_of(Format::yaml, "a: |"), Texts{});
  EXPECT_EQ(comments_of(Format::python, std::string(100, '(')), Texts{});
}

}  // namespace
}  // namespace smtplint::config
