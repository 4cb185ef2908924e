// One picture of multicollinearity, worked out once: the samples so far, their planes, and the windows on them.
// The views (collinear_space, coefficient_map, swing_strip) are functions of it.
#pragma once

#include "app/scenes/learning/collinear_data.h"
#include "viz/view.h"

#include <vector>

namespace eigenscape {

struct CollinearLab {
    Sample now;                  // the current sample
    Regression least;            // its least squares
    std::vector<Plane> planes;   // as shown, of samples 1 to the current one
    std::vector<Plane> squares;  // of the same by least squares
    double rho = undefined;
    Vec2 mean{0, 0}, deviation{1, 1};
    Box3 box;
    Box2 coefficients;             // the window over (b1, b2)
    std::optional<Vec2> truth;     // of made data
    const Points3* own = nullptr;  // or the user's rows, of which the samples are drawn
    bool down_the_ridge = false;   // how the data are looked at
    std::optional<double> lambda;  // of the ridge, where there is one

    const Plane& plane() const { return planes.back(); }
    bool rank_one() const { return least.rank == 2; }  // the intercept and one slope: a trench
    // One deviation out: along the ridge of points, or across it where there are none.
    Vec2 near() const { return mean + deviation.cwiseProduct(Vec2(1, rho < 0 ? -1 : 1)); }
    Vec2 far() const { return mean + deviation.cwiseProduct(Vec2(1, rho < 0 ? 1 : -1)); }
};

}  // namespace eigenscape
