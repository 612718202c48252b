#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "knowledge/framework.h"
#include "knowledge/mail_ports.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

enum class PortTls { starttls, implicit };

struct ProviderPort {
  std::uint16_t number = 0;
  PortTls tls = PortTls::starttls;
};

/// Settings of a program that sends through the provider, on a subscription that may not use port 25 unless
/// it says another one; and what comes of them. They run as tests.
struct ProviderExample {
  FrameworkExample::Kind kind = FrameworkExample::Kind::bad;
  std::vector<std::pair<std::string, std::string>> settings;
  std::string subscription = "pay-as-you-go";
  std::string finds;  ///< the rule that speaks; empty: none does
  std::string help;   ///< a part of what that advises; empty: anything
};

/// A relay that is known by its host names: `rules/providers/`.
struct Provider {
  std::string id;                  ///< `sendgrid`
  std::string name;                ///< `SendGrid`
  std::vector<std::string> hosts;  ///< lower case; `*` stands for one character or more, also across labels
  std::vector<ProviderPort> ports;
  std::optional<std::uint16_t> submission;  ///< the port to suggest; none where only 25 answers
  bool demands_login = true;
  bool sink = false;          ///< a test inbox that never delivers
  bool recipient_mx = false;  ///< answers as an MX host only (direct send)
  std::string advice;         ///< a sentence for help: login, limits
  std::vector<ProviderExample> examples;
  std::vector<std::string> sources;
};

class ProviderTable {
 public:
  static ProviderTable read(const std::vector<Node>& files, const MailPorts& mail, Problems& problems);

  [[nodiscard]] const std::vector<Provider>& all() const { return providers_; }
  /// The provider that a host name belongs to, by its longest pattern; compared without case and final dot.
  /// A name whose first labels are not known may be asked for with any other bytes in their place. nullptr
  /// if none.
  [[nodiscard]] const Provider* of_host(std::string_view host) const;
  [[nodiscard]] const Provider* by_id(std::string_view id) const;

 private:
  struct Pattern {
    std::string text;
    std::size_t provider = 0;
  };

  void index(Problems& problems, const std::vector<Node>& files);

  std::vector<Provider> providers_;
  /// By the labels behind the last `*`: one look-up for each label of a name decides.
  std::unordered_map<std::string, std::vector<Pattern>> by_suffix_;
};

}  // namespace smtplint::knowledge
