#include "frontend/terraform/evaluation/cloud_init.h"

#include <algorithm>
#include <string>
#include <vector>

#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "value/alternatives.h"
#include "value/text.h"

namespace smtplint::terraform {
namespace {

constexpr std::string_view usual_boundary = "MIMEBOUNDARY";
constexpr std::string_view usual_content_type = "text/plain";

class MimeMessage {
 public:
  MimeMessage(Deployment& deployment, Place place)
      : deployment_(deployment),
        place_(place),
        builder_(deployment.store),
        origin_(deployment.store.step(How::call, place)) {}

  void add(std::string_view text) { builder_.derived(text, place_, origin_); }

  /// False for what cannot stand in a text.
  [[nodiscard]] bool add(Value value) {
    const Value text = to_string_value(deployment_.store, value, place_);
    return builder_.size() <= deployment_.limits.text_bytes && builder_.append(text, place_);
  }

  [[nodiscard]] bool add_header(std::string_view name, Value value, std::string_view usual) {
    if (value.is_unset() && usual.empty()) return true;
    add(name);
    add(": ");
    if (value.is_unset()) {
      add(usual);
    } else if (!add(value)) {
      return false;
    }
    add("\r\n");
    return true;
  }

  [[nodiscard]] bool add_part(Value part) {
    const Value filename = part.find("filename");
    if (!filename.is_unset()) {
      add("Content-Disposition: attachment; filename=\"");
      if (!add(filename)) return false;
      add("\"\r\n");
    }
    add("Content-Transfer-Encoding: 7bit\r\n");
    if (!add_header("Content-Type", part.find("content_type"), usual_content_type)) return false;
    add("Mime-Version: 1.0\r\n");
    if (!add_header("X-Merge-Type", part.find("merge_type"), {})) return false;
    add("\r\n");
    return add(part.find("content"));
  }

  [[nodiscard]] Value finish() { return builder_.finish(origin_); }

 private:
  Deployment& deployment_;
  Place place_;
  TextBuilder builder_;
  ProvenanceId origin_;
};

Value write(Deployment& deployment, Value parts, std::string_view boundary, Place place) {
  MimeMessage message(deployment, place);
  message.add("Content-Type: multipart/mixed; boundary=\"" + std::string(boundary) + "\"\n");
  message.add("MIME-Version: 1.0\r\n\r\n");
  bool first = true;
  for (const Value part : parts.items()) {
    message.add(std::string(first ? "" : "\r\n") + "--" + std::string(boundary) + "\r\n");
    if (!message.add_part(part)) return deployment.refuse("a part of the configuration is no text", place);
    first = false;
  }
  message.add("\r\n--" + std::string(boundary) + "--\r\n");
  return message.finish();
}

}  // namespace

Value mime_message(Deployment& deployment, Value parts, Value boundary, Place place) {
  if (!parts.is_sequence()) return unknown_like(deployment.store, parts, place);
  if (parts.rest() != nullptr) return deployment.store.unknown(parts.rest());
  const Value arguments[] = {parts, boundary};
  return map_alternatives(
      deployment.store, arguments, Reach::everywhere, place, [&](std::span<const Value> taken) {
        const bool named = taken[1].is(ValueType::string) && taken[1].wholly_known();
        return write(deployment, taken[0], named ? taken[1].text().chars : usual_boundary, place);
      });
}

}  // namespace smtplint::terraform
