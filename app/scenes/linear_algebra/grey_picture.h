// A picture as a table of greys, 0 black to 1 white, and back.
// Differences are shown about mid grey, made stronger by a power of two that is told beside them.
#pragma once

#include "core/linalg/dynamic.h"
#include "viz/image/image.h"

#include <memory>

namespace eigenscape {

// Luminance as televisions weigh it (Rec. 709), of the bytes as they are; what can be seen through lies on white.
MatX greys_of(const Image& image);

// `zero` is the grey of 0, `gain` how much of the way from black to white a step of 1 is. Beyond black and white: cut.
std::shared_ptr<const Image> as_greys(const MatX& table, double zero, double gain);

// So that the largest difference is not quite black or white about mid grey, from 1/2 (as strong as it is) to 32.
double gain_for(double largest_difference);

}  // namespace eigenscape
