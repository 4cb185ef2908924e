// Which heights to draw: round numbers between two values, a range that ignores poles, spacing that suits the surface.
// `height_scale` looks at the samples once; its levels, and its map from value to 0…1, serve lines, colours and 3-D.
#pragma once

#include "core/calculus/scalar_field.h"

#include <cstddef>
#include <vector>

namespace eigenscape {

// Multiples of 1, 2 or 5 times a power of ten inside [lo, hi], about `count` of them, ascending.
std::vector<double> nice_levels(double lo, double hi, int count);

// How heights are spread over a picture: evenly, or by ratios above a floor where the surface is steep as a canyon.
struct HeightScale {
    double lo = 0, hi = 1;     // the heights worth showing: few samples lie outside; lo < hi always
    bool logarithmic = false;  // spacing by ratios of (value − base)
    double base = 0;           // the floor, below lo; used when logarithmic
    bool has_values = true;    // false when no sample is finite
    bool operator==(const HeightScale&) const = default;

    double fraction(double value) const;          // 0 at lo, 1 at hi, clamped; NaN stays NaN
    double value_at(double fraction) const;       // its inverse within 0…1
    std::vector<double> levels(int count) const;  // about `count` round ones, even to the eye
};

// From the samples: their finite values without the wildest ones (below the 2nd and above the 98th percentile where
// these lie far out), logarithmic where most of the area is squeezed into a small part of that range.
HeightScale height_scale(const Grid& grid);

// Every how many nodes to look for about `count` of them, never in step with the columns.
std::size_t sampling_stride(const Grid& grid, std::size_t count);

}  // namespace eigenscape
