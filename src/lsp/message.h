#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint::lsp {

using Json = nlohmann::json;

/// JSON-RPC's and the protocol's own numbers.
enum class ErrorCode {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_cancelled = -32800,
};

/// The value of a body; nothing where it is no JSON, no UTF-8 or nested too deep.
[[nodiscard]] std::optional<Json> parse_body(std::string_view body);

[[nodiscard]] Json response(const Json& id, Json result);
[[nodiscard]] Json error_response(const Json& id, ErrorCode code, std::string_view message);
[[nodiscard]] Json notification(std::string_view method, Json params);

/// A message with its header, ready for the wire.
[[nodiscard]] std::string framed(const Json& message);

}  // namespace smtplint::lsp
