// What swings from sample to sample and what does not: a row of marks for each amount. And how much is too much: the
// variance inflation on a gauge.
#pragma once

#include "app/scenes/learning/collinear_lab.h"
#include "viz/frame.h"

#include <functional>
#include <vector>

namespace eigenscape {

struct SwingingAmount {
    const char* tex;
    Ink ink;
    Mark mark;
    std::function<double(const Plane&)> of;
};
std::vector<SwingingAmount> swinging_amounts(const CollinearLab& lab);  // both slopes, and predictions near and far

void swing_strip(Frame& frame, const CollinearLab& lab, const Rect& place);
void inflation_gauge(Frame& frame, const CollinearLab& lab, const Rect& place);

double largest_inflation(const CollinearLab& lab);  // NaN: a predictor never changes; infinite: one copies the other

}  // namespace eigenscape
