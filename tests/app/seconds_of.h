// How long something takes.
#pragma once

#include <chrono>

namespace eigenscape::testing {

inline double seconds_of(const auto& deed) {
    const auto from = std::chrono::steady_clock::now();
    deed();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

}  // namespace eigenscape::testing
