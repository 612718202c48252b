#include "engine/config_format.h"

namespace smtplint::engine {

config::Format config_format(knowledge::FileFormat format) {
  switch (format) {
    case knowledge::FileFormat::json:
      return config::Format::json;
    case knowledge::FileFormat::yaml:
      return config::Format::yaml;
    case knowledge::FileFormat::dotenv:
      return config::Format::dotenv;
    case knowledge::FileFormat::properties:
      return config::Format::properties;
    case knowledge::FileFormat::ini:
      return config::Format::ini;
    case knowledge::FileFormat::toml:
      return config::Format::toml;
    case knowledge::FileFormat::dockerfile:
      return config::Format::dockerfile;
    case knowledge::FileFormat::python:
      return config::Format::python;
    case knowledge::FileFormat::php:
      return config::Format::php;
    case knowledge::FileFormat::ruby:
      return config::Format::ruby;
    case knowledge::FileFormat::options:
      return config::Format::options;
    case knowledge::FileFormat::xml:
      break;
  }
  return config::Format::xml;
}

}  // namespace smtplint::engine
