// A network's space at any depth, seen in two or three coordinates: as it is where it has no more of them, else along
// the axes in which the points spread most. `carried` takes any points of the input plane there.
#pragma once

#include "app/scenes/learning/network_views.h"

namespace eigenscape {

class NetworkEyes {
  public:
    explicit NetworkEyes(const NetworkLab& lab);  // at the lab's depth
    int dimensions() const { return dimensions_; }
    double share() const { return share_; }                     // of the points' spread that is seen
    bool exact() const { return axes_.cols() <= dimensions_; }  // the coordinates are the units themselves
    const StagedNetwork& staged() const { return staged_; }

    /// Rows x, y as the network reads them, to rows of three coordinates.
    MatX carried(const MatX& X) const;

  private:
    MatX axes_at(const MatX& X) const;
    MatX axes_after(int layer, const MatX& X) const;
    StagedNetwork staged_;
    double depth_;
    int dimensions_;
    double share_ = 1;
    MatX axes_;
};

}  // namespace eigenscape
