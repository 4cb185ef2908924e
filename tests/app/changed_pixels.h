// How many pixels of two pictures of one size differ.
#pragma once

#include "viz/image/image.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace eigenscape::testing {

inline long changed_pixels(const Image& a, const Image& b) {
    REQUIRE(a.rgba.size() == b.rgba.size());
    long count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) count += !std::equal(&a.rgba[i], &a.rgba[i] + 3, &b.rgba[i]);
    return count;
}

}  // namespace eigenscape::testing
