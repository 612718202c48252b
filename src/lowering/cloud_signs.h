#pragma once

#include <vector>

#include "knowledge/clouds.h"
#include "model/model.h"
#include "resource/resource.h"

namespace smtplint::lowering {

/// Subscriptions whose workloads, security groups or firewalls stand in a region of another cloud, or whose
/// workloads name its endpoints in a template, belong to that cloud; where two of them show different ones,
/// to one that is not known.
void find_clouds(const std::vector<Resource>& resources, const knowledge::Clouds& clouds,
                 model::Model& model);

}  // namespace smtplint::lowering
