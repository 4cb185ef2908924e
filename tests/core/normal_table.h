// Tables of normally distributed numbers, for tests.
#pragma once

#include "core/linalg/dynamic.h"
#include "core/probability/random.h"

namespace eigenscape {

inline MatX normal_table(std::uint64_t seed, int rows, int columns) {
    const Stream stream(seed);
    MatX table(rows, columns);
    for (Eigen::Index k = 0; k < table.size(); ++k)
        table(k % rows, k / rows) = stream.normal(static_cast<std::uint64_t>(k));
    return table;
}

}  // namespace eigenscape
