#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "diagnostic/vocabulary.h"
#include "model/id.h"
#include "model/workload.h"
#include "value/value.h"

namespace smtplint::model {

/// A value as it stands in one place: what to mark, and the chain from there to the sink.
struct Mark {
  Place place;         ///< the narrowest thing that a user would edit
  bool exact = false;  ///< the place holds exactly the value, so that it can be edited there
  ProvenanceId chain = no_provenance;
  bool whole = false;  ///< the value is exact, and all that its literal holds
};

enum class PortOrigin {
  written,            ///< in the deployment, also as the default of a variable
  framework_default,  ///< nobody wrote one; the program dials it by itself
  only_answer,        ///< nobody wrote one; the host answers on no other
  unknown,
  none,  ///< no port belongs here
};

/// One of the ports that a mailer may use, with the conditions under which it does.
struct PortChoice {
  std::optional<std::uint16_t> number;  ///< none where it is not known
  const Reason* reason = nullptr;       ///< why it is not known
  Mark mark;
  std::vector<Choice> choices;
};

/// One of the hosts that a mailer may talk to.
struct HostChoice {
  std::optional<std::string> name;  ///< lower case; none where it is not known
  const Reason* reason = nullptr;
  Mark mark;
  std::vector<Choice> choices;
  Scope scope = Scope::unknown;
  std::string provider;          ///< id; empty where it is no known one
  bool perhaps_private = false;  ///< `mail.corp.contoso.com`: conditional
  bool placeholder = false;      ///< `smtp.example.com`, `<your relay>`: conditional
  bool hidden = false;           ///< what was declared sensitive; no output may show it

  /// The name as outputs may show it.
  [[nodiscard]] std::optional<std::string> shown_name() const {
    return name && hidden ? std::optional<std::string>("***") : name;
  }
};

/// What the settings say of the TLS or the login of a mailer.
enum class Stated { unknown, absent, off, on };

/// Why a finding about this mailer is not certain. Each makes the message begin with its condition.
struct Condition {
  enum class Kind {
    overridable,
    unlinked,
    only_compute,
    bare_port,
    placeholder_host,
    perhaps_private_host,
    script_branch
  };
  Kind kind = Kind::unlinked;
  std::string subject;  ///< the variable, the host, the setting
};

/// Why a program that is configured by a file is taken to run on a workload.
struct Link {
  enum class Kind {
    service,       ///< the Azure Developer CLI deploys the folder as this service
    image,         ///< the folder is built into this image
    deployment,    ///< a workflow deploys the folder to the resource of this name
    configured,    ///< the user says so
    only_compute,  ///< nothing else in the workspace could run it: conditional
  };
  Kind kind = Kind::only_compute;
  std::string name;  ///< the service, image or resource; the workload's address
  Place place;       ///< of the statement
};

/// One configuration of somebody who sends mail by SMTP.
struct Mailer {
  Id<Workload> workload;  ///< none where no compute is linked
  std::string runner;     ///< who sends by the words of the document, where no compute is linked
  WorkloadKind runner_kind = WorkloadKind::unknown;
  std::string detector;        ///< the framework's id, or `general`
  std::string framework_name;  ///< as people write it; empty for the general classifier
  std::string document;        ///< path of the document, or address of the owner
  std::string sink;            ///< property path of the port's or, without one, the host's setting
  Place place;                 ///< of the setting that made it a mailer
  std::vector<HostChoice> hosts;
  std::vector<PortChoice> ports;
  PortOrigin port_origin = PortOrigin::unknown;
  Stated tls = Stated::unknown;
  std::string tls_open;  ///< why what a setting says of it is not known; empty where none says anything
  bool serves_machine = false;  ///< a mail server that takes mail from the programs of its workload
  bool delivery_stated = true;  ///< false where a mail server is installed and nothing says how it delivers
  bool negotiates_starttls = false;    ///< surely, where the server offers it
  bool tls_plaintext_on_port = false;  ///< the TLS value means plaintext on the port that is used
  Stated login = Stated::unknown;      ///< user, password, token or secret source
  std::string login_open;              ///< the same for user and password
  bool environment_complete = false;   ///< every setting of the sender is known
  std::vector<Condition> conditions;
  std::optional<Link> link;  ///< of a file's settings to the workload
};

}  // namespace smtplint::model
