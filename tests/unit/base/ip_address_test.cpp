#include "base/ip_address.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

bool in(std::string_view range, std::string_view address) {
  const auto parsed_range = parse_ip_range(range);
  const auto parsed_address = parse_ip_address(address);
  EXPECT_TRUE(parsed_range && parsed_address) << range << " " << address;
  return parsed_range && parsed_address && parsed_range->contains(*parsed_address);
}

TEST(IpAddress, ReadsBothFamilies) {
  EXPECT_TRUE(parse_ip_address("10.0.0.4"));
  EXPECT_TRUE(parse_ip_address("2001:db8::1"));
  EXPECT_TRUE(parse_ip_address("fe80::1%eth0"));
  EXPECT_EQ(parse_ip_address("::ffff:10.0.0.4"), parse_ip_address("10.0.0.4"));
}

TEST(IpAddress, RefusesWhatIsNone) {
  for (const auto* text :
       {"", "10.0.0", "10.0.0.256", "10.0.0.1%eth0", "smtp", "10.0.0.1:25", "%", "1.2.3.4/8"}) {
    EXPECT_FALSE(parse_ip_address(text)) << text;
  }
  EXPECT_FALSE(parse_ip_address(std::string(1000, '1')));
}

TEST(IpRange, CountsBits) {
  EXPECT_TRUE(in("10.0.0.0/8", "10.255.1.2"));
  EXPECT_FALSE(in("10.0.0.0/8", "11.0.0.0"));
  EXPECT_TRUE(in("172.16.0.0/12", "172.31.255.255"));
  EXPECT_FALSE(in("172.16.0.0/12", "172.32.0.0"));
  EXPECT_TRUE(in("fc00::/7", "fd12::1"));
  EXPECT_FALSE(in("fc00::/7", "2001::1"));
  EXPECT_TRUE(in("0.0.0.0/0", "8.8.8.8"));
  EXPECT_FALSE(in("0.0.0.0/0", "::1")) << "families never mix";
  EXPECT_TRUE(in("10.0.0.4", "10.0.0.4"));
  EXPECT_FALSE(in("10.0.0.4", "10.0.0.5"));
}

TEST(IpRange, RefusesWhatIsNone) {
  for (const auto* text : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "/8", "fc00::/129"}) {
    EXPECT_FALSE(parse_ip_range(text)) << text;
  }
}

}  // namespace
}  // namespace smtplint
