#pragma once

#include "frontend/terraform/functions/call.h"

/// What each function of Terraform computes, by the file that does it.
namespace smtplint::terraform::functions {

// text.cpp
[[nodiscard]] Value lower(Call& call);
[[nodiscard]] Value upper(Call& call);
[[nodiscard]] Value title(Call& call);
[[nodiscard]] Value trim_characters(Call& call);
[[nodiscard]] Value trim_space(Call& call);
[[nodiscard]] Value trim_prefix(Call& call);
[[nodiscard]] Value trim_suffix(Call& call);
[[nodiscard]] Value chomp(Call& call);
[[nodiscard]] Value indent(Call& call);
[[nodiscard]] Value reverse_text(Call& call);
[[nodiscard]] Value substring(Call& call);
[[nodiscard]] Value starts_with(Call& call);
[[nodiscard]] Value ends_with(Call& call);
[[nodiscard]] Value string_contains(Call& call);

// join.cpp
[[nodiscard]] Value join(Call& call);
[[nodiscard]] Value split(Call& call);
[[nodiscard]] Value replace(Call& call);

// format.cpp
[[nodiscard]] Value format(Call& call);
[[nodiscard]] Value format_list(Call& call);

// regex.cpp
[[nodiscard]] Value regex(Call& call);
[[nodiscard]] Value regex_all(Call& call);

// list.cpp
[[nodiscard]] Value length(Call& call);
[[nodiscard]] Value element(Call& call);
[[nodiscard]] Value index(Call& call);
[[nodiscard]] Value slice(Call& call);
[[nodiscard]] Value reverse(Call& call);
[[nodiscard]] Value concat(Call& call);
[[nodiscard]] Value flatten(Call& call);
[[nodiscard]] Value chunk_list(Call& call);
[[nodiscard]] Value one(Call& call);
[[nodiscard]] Value range(Call& call);
[[nodiscard]] Value sort(Call& call);

// search.cpp
[[nodiscard]] Value contains(Call& call);
[[nodiscard]] Value distinct(Call& call);
[[nodiscard]] Value compact(Call& call);
[[nodiscard]] Value match_keys(Call& call);
[[nodiscard]] Value all_true(Call& call);
[[nodiscard]] Value any_true(Call& call);
[[nodiscard]] Value coalesce(Call& call);
[[nodiscard]] Value coalesce_list(Call& call);

// map.cpp
[[nodiscard]] Value merge(Call& call);
[[nodiscard]] Value lookup(Call& call);
[[nodiscard]] Value keys(Call& call);
[[nodiscard]] Value values(Call& call);
[[nodiscard]] Value zip_map(Call& call);
[[nodiscard]] Value transpose(Call& call);

// set.cpp
[[nodiscard]] Value set_union(Call& call);
[[nodiscard]] Value set_intersection(Call& call);
[[nodiscard]] Value set_subtract(Call& call);
[[nodiscard]] Value set_product(Call& call);

// type.cpp
[[nodiscard]] Value to_string(Call& call);
[[nodiscard]] Value to_number(Call& call);
[[nodiscard]] Value to_bool(Call& call);
[[nodiscard]] Value to_list(Call& call);
[[nodiscard]] Value to_set(Call& call);
[[nodiscard]] Value to_map(Call& call);
[[nodiscard]] Value sensitive(Call& call);
[[nodiscard]] Value nonsensitive(Call& call);
[[nodiscard]] Value is_sensitive(Call& call);
[[nodiscard]] Value ephemeral_as_null(Call& call);

// number.cpp
[[nodiscard]] Value absolute_of(Call& call);
[[nodiscard]] Value ceiling_of(Call& call);
[[nodiscard]] Value floor_of(Call& call);
[[nodiscard]] Value logarithm_of(Call& call);
[[nodiscard]] Value power_of(Call& call);
[[nodiscard]] Value sign_of(Call& call);
[[nodiscard]] Value greatest(Call& call);
[[nodiscard]] Value least(Call& call);
[[nodiscard]] Value sum(Call& call);
[[nodiscard]] Value parse_int(Call& call);

// network.cpp
[[nodiscard]] Value cidr_host(Call& call);
[[nodiscard]] Value cidr_netmask(Call& call);
[[nodiscard]] Value cidr_subnet(Call& call);
[[nodiscard]] Value cidr_subnets(Call& call);
[[nodiscard]] Value cidr_contains(Call& call);

// encoding.cpp
[[nodiscard]] Value base64_encode(Call& call);
[[nodiscard]] Value base64_decode(Call& call);
[[nodiscard]] Value base64_gzip(Call& call);
[[nodiscard]] Value base64_gunzip(Call& call);
[[nodiscard]] Value url_encode(Call& call);
[[nodiscard]] Value url_decode(Call& call);
[[nodiscard]] Value text_encode_base64(Call& call);
[[nodiscard]] Value text_decode_base64(Call& call);

// json.cpp
[[nodiscard]] Value json_encode(Call& call);
[[nodiscard]] Value json_decode(Call& call);

// yaml.cpp
[[nodiscard]] Value yaml_encode(Call& call);
[[nodiscard]] Value yaml_decode(Call& call);

// csv.cpp
[[nodiscard]] Value csv_decode(Call& call);

// hash.cpp
[[nodiscard]] Value md5(Call& call);
[[nodiscard]] Value sha1(Call& call);
[[nodiscard]] Value sha256(Call& call);
[[nodiscard]] Value sha512(Call& call);
[[nodiscard]] Value base64_sha256(Call& call);
[[nodiscard]] Value base64_sha512(Call& call);
[[nodiscard]] Value uuid_v5(Call& call);

// file.cpp
[[nodiscard]] Value file(Call& call);
[[nodiscard]] Value file_base64(Call& call);
[[nodiscard]] Value file_exists(Call& call);
[[nodiscard]] Value file_set(Call& call);
[[nodiscard]] Value template_file(Call& call);
[[nodiscard]] Value file_md5(Call& call);
[[nodiscard]] Value file_sha1(Call& call);
[[nodiscard]] Value file_sha256(Call& call);
[[nodiscard]] Value file_sha512(Call& call);
[[nodiscard]] Value file_base64_sha256(Call& call);
[[nodiscard]] Value file_base64_sha512(Call& call);
[[nodiscard]] Value base_name(Call& call);
[[nodiscard]] Value directory_name(Call& call);
[[nodiscard]] Value path_expand(Call& call);
[[nodiscard]] Value absolute_path(Call& call);

// time.cpp
[[nodiscard]] Value format_date(Call& call);
[[nodiscard]] Value time_add(Call& call);
[[nodiscard]] Value time_compare(Call& call);

// runtime.cpp
[[nodiscard]] Value runtime_only(Call& call);
[[nodiscard]] Value unsupported(Call& call);

}  // namespace smtplint::terraform::functions
