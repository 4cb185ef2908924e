// Where a surface covers its layer: for each band of rows, from where to where. Laying only that onto the canvas
// leaves out the empty half of a turned surface's box.
#pragma once

#include "viz/gl/panel_space.h"
#include "viz/silhouette.h"

#include <array>
#include <span>
#include <vector>

namespace eigenscape::gl {

class Bands {
  public:
    explicit Bands(const PixelBox& box);  // in pixels of the canvas

    // Everything inside this outline, which is in the frame that `to_clip` takes to the clip space of the box.
    void add(std::span<const Silhouette::Edge> outline, const std::array<float, 16>& to_clip);

    using Area = std::array<float, 4>;  // left, bottom, right, top in pixels of the canvas
    std::vector<Area> areas() const;    // those that are not empty, from the bottom up

  private:
    void reach(const Vec2& a, const Vec2& b);
    PixelBox box_;
    std::vector<Vec2> spans_;  // of each band: from where to where
};

}  // namespace eigenscape::gl
