// A network as a chain of geometric maps: each layer turns, stretches, turns, shifts and folds what comes in.
// Make one from a network, then carry points to any depth: 1.4 is layer 2 after two of its five stages.
#pragma once

#include "core/learn/network.h"

namespace eigenscape {

enum class LayerStage { turn, stretch, turn_again, shift, fold };
inline constexpr int stages_a_layer = 5;

/// W = U diag(s) V^T, where U and V are pure turns (determinant +1), so that a mirror shows as a stretch below zero.
/// Of the many ways to order and sign the axes the one that turns least is taken, which keeps them steady while W
/// moves.
struct LayerMap {
    MatX U;      // units x units
    VecX s;      // min(units, inputs); not in order, the last one may be negative
    MatX V;      // inputs x inputs
    VecX shift;  // the biases
    Activation fold = Activation::tanh;
    int inputs() const { return static_cast<int>(V.rows()); }
    int units() const { return static_cast<int>(U.rows()); }
    int room() const { return std::max(inputs(), units()); }  // dimensions in which all its stages have a place
};
LayerMap layer_map(const Network& network, int layer);

/// From the identity (t = 0) to a turn (t = 1), each step a turn: exact in two and three dimensions (about one axis,
/// evenly); beyond them the turn nearest to the straight path.
MatX turn_path(const MatX& turn, double t);

class StagedNetwork {
  public:
    /// The weights must be finite.
    explicit StagedNetwork(const Network& network);
    int layers() const { return static_cast<int>(maps_.size()); }
    const LayerMap& map(int layer) const { return maps_[static_cast<std::size_t>(layer)]; }

    /// Rows of X carried to a depth in [0, layers]: whole numbers are the spaces between layers. Within a layer the
    /// result has room() columns, those that are not used being zero; at a whole depth exactly the space's dimensions.
    MatX at(const MatX& X, double depth) const;

  private:
    MatX partly(const LayerMap& map, MatX a, double part) const;
    Network network_;
    std::vector<LayerMap> maps_;
};

/// Where a depth is: which layer, which of its stages, how far into that (0 to 1).
struct StagePlace {
    int layer = 0;
    LayerStage stage = LayerStage::turn;
    double part = 0;
    bool between_layers = false;  // a whole number
};
StagePlace depth_of(double depth, int layers);

/// A view of more than three dimensions: orthonormal rows that show `dimensions` of the columns.
/// Principal axes of the cloud of rows, turned within what they span to lie as near as possible to `like`.
MatX viewing_axes(const MatX& cloud, int dimensions, const MatX& like);

/// The share of the cloud's variance that the rows of `axes` show: 1 when nothing is lost; 1 for a cloud without any.
double share_shown(const MatX& cloud, const MatX& axes);

}  // namespace eigenscape
