#pragma once

#include <algorithm>
#include <vector>

namespace smtplint::network {

/// A set of points as intervals that neither touch nor overlap, in order. A point has an order, and
/// `next(point)` and `previous(point)` give its neighbours; neither is asked beyond the ends of a set.
template <typename Point>
class IntervalSet {
 public:
  struct Interval {
    Point first, last;
    bool operator==(const Interval&) const = default;
  };

  IntervalSet() = default;
  IntervalSet(Point first, Point last) : intervals_{{first, last}} {}

  [[nodiscard]] bool empty() const { return intervals_.empty(); }
  [[nodiscard]] const std::vector<Interval>& intervals() const { return intervals_; }
  /// Whether every point of the other set is in this one.
  [[nodiscard]] bool covers(const IntervalSet& other) const { return other.without(*this).empty(); }
  [[nodiscard]] bool meets(const IntervalSet& other) const { return !common(other).empty(); }

  [[nodiscard]] IntervalSet united(const IntervalSet& other) const {
    std::vector<Interval> all = intervals_;
    all.insert(all.end(), other.intervals_.begin(), other.intervals_.end());
    std::ranges::sort(all, {}, &Interval::first);
    IntervalSet result;
    for (const Interval& one : all) result.append(one);
    return result;
  }

  [[nodiscard]] IntervalSet common(const IntervalSet& other) const {
    IntervalSet result;
    for (const Interval& left : intervals_) {
      for (const Interval& right : other.intervals_) {
        const Interval both{std::max(left.first, right.first), std::min(left.last, right.last)};
        if (both.first <= both.last) result.intervals_.push_back(both);
      }
    }
    return result;
  }

  [[nodiscard]] IntervalSet without(const IntervalSet& other) const {
    IntervalSet result;
    for (Interval rest : intervals_) {
      bool is_left = true;
      for (const Interval& cut : other.intervals_) {
        if (cut.last < rest.first || rest.last < cut.first) continue;
        if (rest.first < cut.first) result.intervals_.push_back({rest.first, previous(cut.first)});
        is_left = cut.last < rest.last;
        if (!is_left) break;
        rest.first = next(cut.last);
      }
      if (is_left) result.intervals_.push_back(rest);
    }
    return result;
  }

  bool operator==(const IntervalSet&) const = default;

 private:
  void append(const Interval& one) {
    if (intervals_.empty() || intervals_.back().last < one.first) {
      const bool touches = !intervals_.empty() && next(intervals_.back().last) == one.first;
      if (!touches) {
        intervals_.push_back(one);
        return;
      }
    }
    intervals_.back().last = std::max(intervals_.back().last, one.last);
  }

  std::vector<Interval> intervals_;
};

}  // namespace smtplint::network
