#include "frontend/config/containers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frontend/config/formats.h"

namespace smtplint::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<ContainerWords> words = {
    {.has = {"services"},
     .only = {"services", "version", "x-*"},
     .containers = {"services.*"},
     .needs = {"image", "build"},
     .environment = {"environment"},
     .image = "image",
     .address = "compose/{*}",
     .kind = "unknown",
     .others = false,
     .not_in = {},
     .environment_files = "env_file",
     .variables = ".env",
     .include = "include",
     .base = "extends",
     .named = {}},
    {.has = {"apiVersion", "kind"},
     .only = {},
     .containers = {"spec.containers[*]", "spec.template.spec.containers[*]"},
     .needs = {},
     .environment = {"env"},
     .image = "image",
     .address = "{kind}/{metadata.namespace|default}/{metadata.name}",
     .kind = "kubernetes",
     .others = true,
     .not_in = {"templates"},
     .environment_files = "",
     .variables = "",
     .include = "",
     .base = "",
     .named = {{"ConfigMap", {"data"}, "envFrom[*].configMapRef", "valueFrom.configMapKeyRef", false}}},
};

/// `address image variables` of each container of the first document; `none` where it is of no known kind.
std::vector<std::string> containers(std::string_view text) {
  const Reading reading =
      read_yaml(text, {.nesting = 64, .parse_progress_per_kilobyte = 1000, .nodes = 1000});
  const auto document = containers_in(reading.documents.at(0), "a.yaml", words);
  if (!document) return {"none"};
  std::vector<std::string> result;
  for (const Container& container : document->containers) {
    std::size_t variables = 0;
    for (const Node* environment : container.environment)
      variables += environment->members.size() + environment->items.size();
    result.push_back(container.address + " " + (container.image == nullptr ? "" : container.image->text) +
                     " " + std::to_string(variables));
  }
  return result;
}

TEST(Containers, AreTheServicesOfACompose) {
  EXPECT_THAT(
      containers("version: '3'\nx-a: 1\nservices:\n  web:\n    image: a/b\n    environment: {A: 1, B: 2}\n"
                 "  job:\n    build: .\n    environment: [A=1]\n  note: text\n  empty: {}\n"),
      ElementsAre("compose/web a/b 2", "compose/job  1"));
  EXPECT_THAT(containers("x-a: &a {A: 1}\nservices:\n  web: {image: i, environment: *a}\n"),
              ElementsAre("compose/web i 1"));
}

TEST(Containers, NameFilesAndContainersBelowThem) {
  const Reading reading = read_yaml(
      "services:\n  a: {image: i, env_file: a.env}\n  b: {image: i, env_file: [a.env, {path: b.env, "
      "required: "
      "false}]}\n  c: {image: i, extends: {service: a, file: x.yml}}\n  d: {image: i, extends: a}\n",
      {.nesting = 64, .parse_progress_per_kilobyte = 1000, .nodes = 1000});
  const auto document = containers_in(reading.documents.at(0), "a.yaml", words);
  ASSERT_TRUE(document);
  std::vector<std::string> named;
  for (const Container& container : document->containers) {
    for (const EnvironmentFile& file : container.files)
      named.push_back(container.service + " " + file.path + (file.required ? "" : "?"));
    if (container.base)
      named.push_back(container.service + " " + container.base->file + "#" + container.base->name);
  }
  EXPECT_THAT(named, ElementsAre("a a.env", "b a.env", "b b.env?", "c x.yml#a", "d #a"));
}

TEST(Containers, NameDocumentsWhoseSettingsTheyTake) {
  const Reading reading = read_yaml(
      "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - env:\n    - {name: A, valueFrom: "
      "{configMapKeyRef: {name: "
      "m, key: k}}}\n    envFrom: [{configMapRef: {name: n}}, {prefix: x}]\n",
      {.nesting = 64, .parse_progress_per_kilobyte = 1000, .nodes = 1000});
  const auto document = containers_in(reading.documents.at(0), "a.yaml", words);
  ASSERT_TRUE(document);
  std::vector<std::string> named;
  for (const SettingsReference& reference : document->containers.at(0).named)
    named.push_back(reference.name + " " + reference.variable + " " + reference.key);
  EXPECT_THAT(named, ElementsAre("n  ", "m A k"));
}

TEST(Containers, OnlyLookLikeSuchInSomeFolders) {
  const Reading reading = read_yaml("apiVersion: v1\nkind: Pod\nspec: {containers: [{image: b}]}\n",
                                    {.nesting = 64, .parse_progress_per_kilobyte = 1000, .nodes = 1000});
  EXPECT_TRUE(containers_in(reading.documents.at(0), "chart/pod.yaml", words));
  EXPECT_FALSE(containers_in(reading.documents.at(0), "chart/templates/web/pod.yaml", words));
}

TEST(Containers, AreNoServicesOfSomethingElse) {
  EXPECT_THAT(containers("services: [docker]\nimage: a\n"), ElementsAre("none")) << "a pipeline";
  EXPECT_THAT(containers("services:\n  web: {host: a}\n"), ElementsAre("none"));
  EXPECT_THAT(containers("smtp: {host: a}\nservices:\n  web: {image: a}\n"), ElementsAre("none"))
      << "values of a chart";
  EXPECT_THAT(containers("just text\n"), ElementsAre("none"));
}

TEST(Containers, AreThoseOfAKubernetesObject) {
  EXPECT_THAT(containers("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop, namespace: sales}\n"
                         "spec:\n  template:\n    spec:\n      containers:\n"
                         "      - {image: a, env: [{name: A, value: b}]}\n      - image: b\n"),
              ElementsAre("Deployment/sales/shop a 1", "Deployment/sales/shop b 0"));
  EXPECT_THAT(
      containers("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{image: b}]}\n"),
      ElementsAre("Pod/default/a b 0"));
  EXPECT_THAT(containers("apiVersion: v1\nkind: Pod\nspec: {containers: [{image: b}]}\n"),
              ElementsAre("Pod/default/? b 0"));
  EXPECT_THAT(containers("apiVersion: v1\nkind: ConfigMap\ndata: {A: b}\n"), IsEmpty())
      << "it has settings, and no container";
}

/// `path path <- variables variables` of each inclusion.
std::vector<std::string> included(std::string_view text) {
  const Reading reading =
      read_yaml(text, {.nesting = 64, .parse_progress_per_kilobyte = 1000, .nodes = 1000});
  std::vector<std::string> result;
  for (const IncludedDocuments& documents : included_in(reading.documents.at(0), words.front())) {
    std::string line;
    for (const std::string& path : documents.paths) line += path + " ";
    line += "<-";
    for (const std::string& path : documents.variables) line += " " + path;
    result.push_back(std::move(line));
  }
  return result;
}

TEST(Containers, AreIncludedInAnySpelling) {
  EXPECT_THAT(included("include:\n"
                       "  - a.yaml\n"
                       "  - {path: b.yaml, env_file: b.env}\n"
                       "  - path: [c.yaml, d.yaml]\n"
                       "    env_file: [c.env, d.env]\n"
                       "  - {env_file: e.env}\n"
                       "services: {}\n"),
              ElementsAre("a.yaml <-", "b.yaml <- b.env", "c.yaml d.yaml <- c.env d.env"));
  EXPECT_THAT(included("services: {}\n"), IsEmpty());
}

}  // namespace
}  // namespace smtplint::config
