#include "network/outlets.h"

#include <optional>

#include "network/balancers.h"
#include "network/readings.h"
#include "network/routes.h"

namespace smtplint::network {
namespace {

using knowledge::Remark;
using model::Hop;
using model::HopKind;
using model::Passage;

/// What is true of one way out: it exists, it does not, or nobody knows and `hop` says why.
struct Answer {
  Truth exists = Truth::no;
  Hop hop;
};

class OutletFinder {
 public:
  OutletFinder(const View& view, const Start& start) : view_(view), start_(start), subnet_(*start.subnet) {}

  Outlet find() {
    for (const Answer& answer : {nat_gateway(), public_address(), balancer(), by_default()}) {
      if (answer.exists == Truth::yes) return {answer.hop};
      if (answer.exists == Truth::unknown && !open_) open_ = answer.hop;
    }
    if (open_) return {*open_};
    Outlet none{none_};
    none.may_exist = private_by_default_ || has_gateway(view_.model, subnet_, view_.words()) != Truth::no;
    if (none.may_exist) none.hop.reason += "; " + view_.sentence(Remark::path_outlet_may_exist);
    return none;
  }

 private:
  [[nodiscard]] Answer answer(Truth exists, HopKind kind, const std::string& thing, Place place,
                              Remark remark) const {
    const Passage passage = exists == Truth::unknown ? Passage::maybe : Passage::allow;
    return {exists, hop_at(kind, passage, thing, place, view_.sentence(remark, {{"thing", thing}}))};
  }

  [[nodiscard]] Hop without(const std::string& thing, model::Mark mark, Remark remark) const {
    Hop hop = hop_at(HopKind::outlet, Passage::deny, thing, {}, view_.sentence(remark, {{"thing", thing}}));
    hop.written = mark.place.known();
    hop.mark = mark;
    return hop;
  }

  /// Where somebody wrote that the subnet is private; nowhere if nobody did.
  [[nodiscard]] model::Mark mark_of_private_subnet() const {
    const bool written = !subnet_.default_outbound.defaulted() &&
                         flag(subnet_.default_outbound) == Truth::no && !subnet_.default_outbound.is_unset();
    return written ? view_.mark_of(subnet_.default_outbound) : model::Mark();
  }

  Answer nat_gateway() {
    const Truth attached = given(subnet_.nat_gateway);
    if (attached == Truth::no) return {};
    if (!subnet_.nat_gateway_thing.valid()) {
      return answer(Truth::unknown, HopKind::nat_gateway, subnet_.address, {},
                    Remark::path_nat_gateway_not_known);
    }
    const model::NatGateway& gateway = view_.model[subnet_.nat_gateway_thing];
    const Truth addresses = given(gateway.public_addresses);
    if (addresses == Truth::no && gateway.complete) {
      none_ = without(gateway.address, mark_of_private_subnet(), Remark::path_no_outlet_empty);
      takes_default_away_ = true;
      return {};
    }
    const Truth exists = attached & gateway.existence.truth & addresses;
    if (exists == Truth::yes) {
      return answer(exists, HopKind::nat_gateway, gateway.address, gateway.place, Remark::path_nat_gateway);
    }
    return answer(Truth::unknown, HopKind::nat_gateway, subnet_.address, {},
                  Remark::path_nat_gateway_not_known);
  }

  Answer public_address() {
    if (start_.interface == nullptr) return {};
    const model::NetworkInterface& interface = *start_.interface;
    const Truth exists = given(interface.public_addresses);
    return answer(exists, HopKind::public_address, interface.address, interface.place,
                  Remark::path_public_address);
  }

  Answer balancer() {
    if (start_.interface == nullptr) return {};
    const Balancing found = balancing(view_.model, *start_.interface, view_.catalogue);
    if (found.internal_only != nullptr && found.sends == Truth::no && !takes_default_away_) {
      takes_default_away_ = true;
      none_ = without(found.internal_only->address, {}, Remark::path_no_outlet_internal);
    }
    if (found.sends != Truth::yes || found.sender == nullptr) {
      return answer(found.sends, HopKind::load_balancer, start_.interface->address, {},
                    Remark::path_balancer_not_known);
    }
    Answer result = answer(Truth::yes, HopKind::load_balancer, found.sender->address, found.sender->place,
                           Remark::path_balancer);
    if (found.rule != nullptr) result.hop.mark = mark_at(found.rule->place);
    return result;
  }

  /// Subnets that are delegated to a service are never private.
  Answer by_default() {
    const bool delegated = given(subnet_.delegations) != Truth::no;
    const Truth never = start_.workload == nullptr ? Truth::no : flag(start_.workload->no_default_outbound);
    if (never == Truth::yes && !takes_default_away_) {
      none_ = without(start_.workload->address, {}, Remark::path_no_outlet_flexible);
      takes_default_away_ = true;
    }
    if (takes_default_away_) return {};
    Truth exists = delegated ? Truth::yes : flag(subnet_.default_outbound);
    if (exists == Truth::no && subnet_.default_outbound.is_unset()) exists = Truth::unknown;
    if (never == Truth::unknown) exists = exists & Truth::unknown;
    if (exists == Truth::no) {
      private_by_default_ = subnet_.default_outbound.defaulted();
      none_ = without(subnet_.address, mark_of_private_subnet(), Remark::path_no_outlet_private);
      return {};
    }
    return answer(exists, HopKind::default_outbound, subnet_.address, subnet_.place,
                  exists == Truth::yes ? Remark::path_default_outbound : Remark::path_default_not_known);
  }

  const View& view_;
  const Start& start_;
  const model::Subnet& subnet_;
  std::optional<Hop> open_;  ///< a way out of which nobody knows whether it exists
  Hop none_;
  bool takes_default_away_ = false;
  bool private_by_default_ = false;  ///< nobody wrote that the subnet is private
};

}  // namespace

Outlet outlet(const View& view, const Start& start) { return OutletFinder(view, start).find(); }

}  // namespace smtplint::network
