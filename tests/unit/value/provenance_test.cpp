#include "value/provenance.h"

#include <gtest/gtest.h>

#include "value/store.h"

namespace smtplint {
namespace {

Place at(std::uint32_t begin) { return {SourceId{0}, {begin, begin + 1}}; }

std::vector<std::uint32_t> places(const std::vector<Step>& steps) {
  std::vector<std::uint32_t> begins;
  for (const Step& step : steps) begins.push_back(step.place.span.begin);
  return begins;
}

TEST(Provenance, TheSameStepIsTheSameNode) {
  ProvenanceGraph graph;
  const ProvenanceId first = graph.add({How::literal, at(1), {}});
  EXPECT_EQ(graph.add({How::literal, at(1), {}}), first);
  EXPECT_NE(graph.add({How::literal, at(2), {}}), first);
}

TEST(Provenance, AChainLeadsFromTheLiteralToTheLastUse) {
  ValueStore store;
  Value value = store.integer(25, store.step(How::literal, at(1)));
  value = store.with_step(value, How::variable, at(2), "var.port");
  value = store.with_step(value, How::argument, at(3), "port");
  EXPECT_EQ(places(store.provenance().chain(value.provenance())), (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(Provenance, AnElementKeepsTheWayOfItsContainer) {
  ValueStore store;
  const Value port = store.integer(25, store.step(How::literal, at(1)));
  Value settings = store.mapping(ValueType::object, {{"port", port, {}}}, store.step(How::literal, at(2)));
  settings = store.with_step(settings, How::variable, at(3), "var.settings");
  const Value taken = store.with_element_step(settings.find("port"), settings, at(4), "port");
  EXPECT_EQ(places(store.provenance().chain(taken.provenance())), (std::vector<std::uint32_t>{1, 3, 4}));
}

TEST(Provenance, ALongChainIsBounded) {
  ValueStore store;
  Value value = store.integer(25, store.step(How::literal, at(0)));
  for (std::uint32_t i = 1; i < 100000; ++i) value = store.with_step(value, How::local, at(i));
  EXPECT_LE(store.provenance().chain(value.provenance()).size(), 300u);
}

}  // namespace
}  // namespace smtplint
