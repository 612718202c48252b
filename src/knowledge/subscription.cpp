#include "knowledge/subscription.h"

#include <algorithm>

#include "base/letter_case.h"
#include "base/nearest.h"

namespace smtplint::knowledge {
namespace {

constexpr std::string_view agreements_file = "agreements";
constexpr std::string_view notes_file = "ambiguous-quota-ids";

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::any_of(words,
                             [word](const std::string& each) { return equal_ignoring_case(each, word); });
}

}  // namespace

class SubscriptionReader {
 public:
  SubscriptionReader(const std::vector<Node>& files, Problems& problems)
      : files_(files), problems_(problems) {}

  SubscriptionTable read() {
    for (const Node file : files_) {
      const std::string_view id = file.find("id").text();
      if (id != agreements_file && id != notes_file) read_type(file);
    }
    for (const Node file : files_) {
      const std::string_view id = file.find("id").text();
      if (id == agreements_file) read_agreements(file);
      if (id == notes_file) read_notes(file);
    }
    check_notes();
    return std::move(table_);
  }

 private:
  void read_type(Node file) {
    Reader reader(file, problems_);
    SubscriptionType type;
    type.id = reader.text("id");
    type.name = reader.text("name");
    type.aliases = reader.texts_or_none("aliases");
    type.offers = reader.texts_or_none("offers");
    type.quota_ids = reader.texts_or_none("quota-ids");
    type.sources = reader.sources();
    for (const std::string& alias : type.aliases) {
      const SubscriptionType* other = table_.find(alias);
      if (other != nullptr) reader.problem("alias `" + alias + "` belongs to `" + other->id + "` already");
    }
    for (const std::string& quota_id : type.quota_ids) add_quota_id(quota_id, type.id);
    table_.types_.push_back(std::move(type));
  }

  void add_quota_id(const std::string& id, const std::string& type) {
    auto entry = std::ranges::find(table_.quota_ids_, id, &QuotaId::id);
    if (entry == table_.quota_ids_.end()) entry = table_.quota_ids_.insert(entry, {id, {}, {}});
    entry->types.push_back(type);
  }

  /// Types that a rule names, each of which must exist.
  std::vector<std::string> types(Reader& reader) {
    std::vector<std::string> ids = reader.texts("types");
    for (const std::string& id : ids) {
      const auto known = std::ranges::find(table_.types_, id, &SubscriptionType::id);
      if (known != table_.types_.end() || id.empty()) continue;
      const SubscriptionType* near = table_.nearest(id);
      const std::string hint = near == nullptr ? "" : "; did you mean `" + near->id + "`?";
      problems_.add(reader.optional("types").mark(), "there is no subscription type `" + id + "`" + hint);
    }
    return ids;
  }

  void read_agreements(Node file) {
    Reader reader(file, problems_);
    (void)reader.text("id");
    (void)reader.sources();
    table_.default_workload_ = reader.text("default-workload");
    const Node rules = reader.required("rules");
    for (std::size_t i = 0; i < rules.size(); ++i) read_agreement(rules.at(i));
  }

  void read_agreement(Node node) {
    Reader reader(node, problems_);
    AgreementRule rule;
    rule.agreement = reader.text_or("agreement", "");
    rule.account_type = reader.text_or("account-type", "");
    rule.account_sub_type = reader.text_or("account-sub-type", "");
    rule.sku = reader.text_or("sku", "");
    rule.quota_id = reader.text_or("quota-id", "");
    rule.workload = reader.text_or("workload", "");
    rule.note = reader.text_or("note", "");
    rule.types = types(reader);
    if (reader.has("scope")) rule.scope = Pattern::read(reader.optional("scope"), problems_);
    if (rule.agreement.empty() == !reader.has("scope")) {
      reader.problem("a rule needs either `agreement` or `scope`");
    }
    table_.agreements_.push_back(std::move(rule));
  }

  void read_notes(Node file) {
    Reader reader(file, problems_);
    (void)reader.text("id");
    (void)reader.sources();
    const Node notes = reader.required("notes");
    Reader texts(notes, problems_);
    if (!notes.is(NodeKind::map)) return;
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const std::string_view id = notes.key_at(i);
      const auto entry = std::ranges::find(table_.quota_ids_, id, &QuotaId::id);
      const bool ambiguous = entry != table_.quota_ids_.end() && entry->types.size() > 1;
      if (!ambiguous) {
        problems_.add(notes.key_mark_at(i), "`" + std::string(id) + "` is not the quota id of several types");
      }
      std::string note = texts.text(id);
      if (ambiguous) entry->note = std::move(note);
    }
    notes_mark_ = notes.mark();
  }

  void check_notes() {
    for (const QuotaId& quota : table_.quota_ids_) {
      if (quota.types.size() < 2 || !quota.note.empty() || notes_mark_.line == 0) continue;
      problems_.add(notes_mark_, "`" + quota.id + "` is the quota id of several types and needs a note");
    }
  }

  const std::vector<Node>& files_;
  Problems& problems_;
  SubscriptionTable table_;
  Mark notes_mark_;
};

SubscriptionTable SubscriptionTable::read(const std::vector<Node>& files, Problems& problems) {
  return SubscriptionReader(files, problems).read();
}

const SubscriptionType* SubscriptionTable::find(std::string_view word) const {
  const auto named = [word](const SubscriptionType& type) {
    return equal_ignoring_case(type.id, word) || contains(type.aliases, word);
  };
  const auto found = std::ranges::find_if(types_, named);
  if (found != types_.end()) return &*found;
  const std::vector<std::string> offering = types_of_offer(word);
  return offering.size() == 1 ? &*std::ranges::find(types_, offering.front(), &SubscriptionType::id)
                              : nullptr;
}

const QuotaId* SubscriptionTable::quota_id(std::string_view id) const {
  const auto same = [id](const QuotaId& quota) { return equal_ignoring_case(quota.id, id); };
  const auto found = std::ranges::find_if(quota_ids_, same);
  return found == quota_ids_.end() ? nullptr : &*found;
}

std::vector<std::string> SubscriptionTable::types_of_offer(std::string_view offer) const {
  std::vector<std::string> ids;
  for (const SubscriptionType& type : types_) {
    if (contains(type.offers, offer)) ids.push_back(type.id);
  }
  return ids;
}

const SubscriptionType* SubscriptionTable::nearest(std::string_view word) const {
  std::vector<std::string_view> names;
  for (const SubscriptionType& type : types_) {
    names.push_back(type.id);
    names.insert(names.end(), type.aliases.begin(), type.aliases.end());
  }
  const auto name = nearest_name(word, names);
  return name ? find(*name) : nullptr;
}

}  // namespace smtplint::knowledge
