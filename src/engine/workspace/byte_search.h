#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <string>

namespace smtplint::engine {

/// Searches texts for any of a list of regular expressions, without case.
class ByteSearch {
 public:
  explicit ByteSearch(const std::vector<std::string>& patterns);
  ~ByteSearch();
  ByteSearch(const ByteSearch&) = delete;
  ByteSearch& operator=(const ByteSearch&) = delete;

  [[nodiscard]] bool found_in(std::string_view text) const;

 private:
  struct Pattern;
  std::unique_ptr<Pattern> pattern_;
};

}  // namespace smtplint::engine
