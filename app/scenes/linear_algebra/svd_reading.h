// What the scene of singular values says: sentences, formulas and facts about a matrix, its three stages, the learner's
// right-angled frame and the moment t that is played.
#pragma once

#include "app/scenes/linear_algebra/three_stages.h"
#include "viz/frame.h"

#include <string>

namespace eigenscape {

struct SvdReading {
    Mat2 A;
    double angle, t;  // of the frame, in degrees; of the three stages
    ThreeStages stages;

    // How far the frame is from the nearest singular frame, in degrees within [-45, 45]; NaN where every frame is one.
    double off_axes() const;
    bool found() const;
    double image_angle() const;      // between the images of the frame's arms, in degrees; NaN where one is a point
    bool hardly_determined() const;  // determined: the singular values are nearly equal

    std::string numbers() const;  // A = U Σ Vᵀ in numbers

    std::string frame_words() const;
    std::string stage_words() const;
    std::string directions_words() const;  // empty: nothing is special about the directions
    void facts(Frame& frame) const;

  private:
    void vectors(Frame& frame) const;
};

}  // namespace eigenscape
