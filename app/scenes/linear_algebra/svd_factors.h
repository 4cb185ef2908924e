// The singular value decomposition as a formula whose factors are played one after the other.
#pragma once

#include <string>

namespace eigenscape {

// A = U Σ Vᵀ at the moment t: Vᵀ from 0 to 1, Σ to 2, U to 3. The factor being played is lit; pointing at one plays it
// alone.
inline std::string svd_factors(double t) {
    const auto lit = [t](int from, const std::string& tex) {
        const bool all = t <= 0 || t >= 3, now = t > from && t <= from + 1;
        return "\\play{t=" + std::to_string(from) + ".." + std::to_string(from + 1) + "}{\\color{" +
               std::string(all   ? "text"
                           : now ? "special"
                                 : "faint") +
               "}{" + tex + "}}";
    };
    return "A = " + lit(2, "U") + "\\," + lit(1, "\\Sigma") + "\\," + lit(0, "V^{\\mathsf T}");
}

}  // namespace eigenscape
