#include "base/date.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

TEST(Date, DaysOfTheCalendar) {
  for (const char* day : {"2024-02-29", "2017-11-15", "2000-02-29", "2025-12-31"})
    EXPECT_TRUE(is_date(day)) << day;
}

TEST(Date, EverythingElse) {
  for (const char* text : {"", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31",
                           "2024-1-1", "2024/01/01", "2024-01-01T", "+024-01-01", "2024-01-0x", "20240101"}) {
    EXPECT_FALSE(is_date(text)) << text;
  }
}

}  // namespace
}  // namespace smtplint
