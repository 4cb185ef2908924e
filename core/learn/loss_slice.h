// A flat slice through the space of all weights, on which the loss can be shown as a landscape.
// Either the plane in which the training path moved most, or two random directions of the weights' own size.
#pragma once

#include "core/learn/training.h"

namespace eigenscape {

struct LossSlice {
    VecX centre;                                 // weights at (0, 0)
    VecX across, along;                          // what a step of 1 to the right and upwards adds to them
    Vec2 at(const VecX& weights) const;          // where the foot of the perpendicular from these weights lies
    double distance(const VecX& weights) const;  // how far off the plane they are
    Network network(const NetworkShape& shape, const Vec2& p) const;
};

/// Through the last point of the path, along the two directions in which the path spreads most (about that point);
/// unit directions, the first pointing the way that training went. What a short path leaves open is random.
LossSlice path_slice(const Network& now, const std::vector<VecX>& path);

/// Two random directions, in each unit's row as long as the unit's own weights (Li, Xu, Taylor, Studer and Goldstein,
/// 2018), so that the scale of a layer does not distort the picture.
LossSlice random_slice(const Network& now, std::uint64_t seed);

/// The share of the path's spread about its last point that lies in the plane; 1 for a path that does not move.
double share_in_slice(const LossSlice& slice, const std::vector<VecX>& path);

}  // namespace eigenscape
