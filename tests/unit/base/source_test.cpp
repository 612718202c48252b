#include "base/source.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

using std::string_literals::operator""s;

std::shared_ptr<const Source> decoded(std::string bytes) {
  auto source = decode_source("file.tf", std::move(bytes));
  EXPECT_TRUE(source.ok());
  return *source;
}

TEST(Source, ByteOrderMarkIsNoText) {
  const auto source = decoded("\xef\xbb\xbfport");
  EXPECT_EQ(source->text(), "port");
  EXPECT_EQ(source->encoding(), Encoding::utf8_with_bom);
}

TEST(Source, ReadsUtf16WithAndWithoutMark) {
  EXPECT_EQ(decoded("\xff\xfep\0o\0r\0t\0"s)->text(), "port");
  EXPECT_EQ(decoded("\xfe\xff\0p\0o\0r\0t"s)->text(), "port");
  EXPECT_EQ(decoded("p\0o\0r\0t\0"s)->encoding(), Encoding::utf16_little);
  EXPECT_EQ(decoded("\xff\xfe\x3d\xd8\xe7\xdc"s)->text(), "\xf0\x9f\x93\xa7");
}

TEST(Source, BytesThatAreNoTextAreRefusedWithTheirPath) {
  const auto source = decode_source("dir/file.tf",
                                    "a\xff"
                                    "b");
  ASSERT_FALSE(source.ok());
  EXPECT_NE(source.error().message.find("dir/file.tf"), std::string::npos);
}

TEST(Source, IsWrittenBackInItsEncoding) {
  for (const std::string& bytes :
       {"port"s, "\xef\xbb\xbfport"s, "\xff\xfep\0o\0r\0t\0"s, "\xfe\xff\0p\0o\0r\0t"s, "p\0o\0r\0t\0"s,
        "\xff\xfe\x3d\xd8\xe7\xdc"s, ""s}) {
    const auto source = decoded(bytes);
    EXPECT_EQ(encode_source(*source, bytes, source->text()), bytes);
  }
  EXPECT_EQ(encode_source(*decoded("\xff\xfep\0"s), "\xff\xfep\0"s, "p\xf0\x9f\x93\xa7"),
            "\xff\xfep\0\x3d\xd8\xe7\xdc"s);
}

TEST(Source, IsNotWrittenBackWhereTheFileIsAnother) {
  EXPECT_FALSE(encode_source(*decoded("port"), "ports", "x").has_value());
  const std::string half_a_pair = "\xff\xfe\x3d\xd8p\0"s;
  EXPECT_FALSE(encode_source(*decoded(half_a_pair), half_a_pair, "x").has_value());
}

TEST(SourceStore, TheSamePathIsTheSameSource) {
  SourceStore store;
  const SourceId first = store.add(decoded("one"));
  EXPECT_EQ(store.add(decoded("two")), first);
  EXPECT_EQ(store.get(first).text(), "one");
  EXPECT_EQ(store.find("other.tf"), nullptr);
  EXPECT_EQ(store.slice({first, {1, 3}}), "ne");
}

}  // namespace
}  // namespace smtplint
