// Pictures of the user's own as small ones in the panels: opaque, what can be seen through lies on a checkered ground.
// Ask for a texture while a panel is filled; `end_of_picture` once ImGui's lists have been shown.
#pragma once

#include "viz/gl/photo_store.h"

#include <deque>
#include <memory>

namespace eigenscape {

class Thumbnails {
  public:
    unsigned int texture(const std::shared_ptr<const Image>& image);
    void end_of_picture() { store_.end_of_drawing(); }

  private:
    struct Made {
        std::shared_ptr<const Image> from, opaque;
    };
    gl::PhotoStore store_;
    std::deque<Made> made_;  // latest first
};

}  // namespace eigenscape
