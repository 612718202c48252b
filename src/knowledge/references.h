#pragma once

#include "knowledge/reader.h"
#include "knowledge/rule_set.h"

namespace smtplint::knowledge {

/// Names in one section that stand for an entry of another, and files that nobody would read: each that leads
/// nowhere is a problem with its place.
void check_references(const RuleSet& rules, Problems& problems);

/// A check that replaces another keeps its name and its subject, so that suppressions and readers still mean
/// the same.
void check_replaced_checks(const RuleSet& rules, Problems& problems);

}  // namespace smtplint::knowledge
