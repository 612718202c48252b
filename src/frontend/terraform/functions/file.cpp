#include <algorithm>

#include "base/digest.h"
#include "base/utf8.h"
#include "frontend/terraform/functions/composed_text.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unify.h"
#include "value/encoded_text.h"

namespace smtplint::terraform::functions {
namespace {

Value missing(Call& call) {
  return call.store().unknown(ReasonKind::missing_file, call.chars(0), call.place());
}

/// A file's text, every byte of it with its place.
Value text_of_file(Call& call) {
  const Result<SourceId> source = call.context.read_file(call.chars(0));
  if (!source.ok()) return missing(call);
  const Result<std::string> bytes = call.context.read_bytes(call.chars(0));
  if (bytes.ok() && !utf8::is_valid(*bytes)) return call.refuse();
  const std::string_view chars = call.context.source_text(*source);
  if (chars.size() > call.context.limits.text_bytes) return call.limit(Limit::text_bytes);
  const Place whole{*source, {0, static_cast<std::uint32_t>(chars.size())}};
  const ProvenanceId origin = call.store().step(How::file, whole, call.chars(0));
  TextBuilder builder(call.store());
  builder.verbatim(chars, whole, origin);
  const Step read{How::call, call.place(), call.name(), origin, call.arguments[0].provenance()};
  return composed_text(call.store(), builder.finish(call.store().provenance().add(read)));
}

template <typename Use>
Value with_bytes(Call& call, Use use) {
  const Result<std::string> bytes = call.context.read_bytes(call.chars(0));
  return bytes.ok() ? use(*bytes) : missing(call);
}

Value hex_digest(Call& call, Digest digest) {
  return with_bytes(call,
                    [&](const std::string& bytes) { return call.string(to_hex(digest_of(digest, bytes))); });
}

Value base64_digest(Call& call, Digest digest) {
  return with_bytes(
      call, [&](const std::string& bytes) { return call.string(to_base64(digest_of(digest, bytes))); });
}

bool brackets_close(std::string_view pattern) {
  return std::ranges::count(pattern, '[') == std::ranges::count(pattern, ']') &&
         std::ranges::count(pattern, '{') == std::ranges::count(pattern, '}');
}

/// A path without `.`, `..` and doubled slashes, as Go cleans it.
std::string cleaned(std::string_view path) {
  const bool rooted = path.starts_with('/');
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    const bool up = part == "..";
    if (up && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!up || !rooted) {
      parts.push_back(part);
    }
  }
  std::string text = rooted ? "/" : "";
  for (const std::string_view part : parts)
    text += (text.empty() || text == "/" ? "" : "/") + std::string(part);
  return text.empty() ? "." : text;
}

}  // namespace

Value file(Call& call) { return text_of_file(call); }

Value file_base64(Call& call) {
  return with_bytes(call, [&](const std::string& bytes) {
    if (bytes.size() > call.context.limits.text_bytes) return call.limit(Limit::text_bytes);
    const Value text = utf8::is_valid(bytes) ? text_of_file(call) : Value();
    const bool same = text.is(ValueType::string) && text.text().chars == bytes;
    return same ? encode_base64(call.store(), text, call.origin()) : call.string(to_base64(bytes));
  });
}

Value file_exists(Call& call) {
  const Result<bool> exists = call.context.file_exists(call.chars(0));
  return exists.ok() ? call.boolean(*exists) : missing(call);
}

Value file_set(Call& call) {
  if (!brackets_close(call.chars(1))) return call.refuse();
  const Result<std::vector<std::string>> paths = call.context.file_set(call.chars(0), call.chars(1));
  if (!paths.ok()) return missing(call);
  std::vector<Value> items;
  for (const std::string& path : *paths) items.push_back(call.string(path));
  return make_set(call, std::move(items), nullptr);
}

Value template_file(Call& call) {
  const Value variables = call.arguments[1];
  if (!variables.is_mapping() && !variables.is_unknown()) return call.refuse();
  const Value text = text_of_file(call);
  if (!text.is(ValueType::string)) return text;
  return call.context.render_template(text, variables);
}

Value file_md5(Call& call) { return hex_digest(call, Digest::md5); }

Value file_sha1(Call& call) { return hex_digest(call, Digest::sha1); }

Value file_sha256(Call& call) { return hex_digest(call, Digest::sha256); }

Value file_sha512(Call& call) { return hex_digest(call, Digest::sha512); }

Value file_base64_sha256(Call& call) { return base64_digest(call, Digest::sha256); }

Value file_base64_sha512(Call& call) { return base64_digest(call, Digest::sha512); }

Value base_name(Call& call) {
  std::string_view path = call.chars(0);
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return call.string(".");
  const std::size_t slash = path == "/" ? std::string_view::npos : path.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  ResultText result(call);
  result.add_part(call.arguments[0], begin, path.size() - begin);
  return result.finish();
}

Value directory_name(Call& call) {
  const std::string_view path = call.chars(0);
  const std::size_t slash = path.rfind('/');
  const std::string folder = cleaned(slash == std::string_view::npos ? "" : path.substr(0, slash + 1));
  if (!path.starts_with(folder)) return call.string(folder);
  ResultText result(call);
  result.add_part(call.arguments[0], 0, folder.size());
  return result.finish();
}

Value path_expand(Call& call) {
  if (call.chars(0).starts_with('~')) return call.unknown(ReasonKind::runtime_only);
  return call.handed_on(call.arguments[0]);
}

Value absolute_path(Call& call) {
  const bool absolute = call.chars(0).starts_with('/');
  return absolute ? call.string(cleaned(call.chars(0))) : call.unknown(ReasonKind::runtime_only);
}

}  // namespace smtplint::terraform::functions
