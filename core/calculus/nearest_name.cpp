// Optimal string alignment distance by the usual table of three rows.
// Long names are not compared: they cannot be close to anything we know.
#include "core/calculus/nearest_name.h"

#include <algorithm>
#include <vector>

namespace eigenscape {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t slips(std::string_view a, std::string_view b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> before(width), above(width), row(width);
    for (std::size_t j = 0; j < width; ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view typed, std::span<const std::string_view> known) {
    if (typed.size() > 40) return {};
    const std::size_t allowed = typed.size() <= 4 ? 1 : typed.size() <= 8 ? 2 : 3;
    std::string_view best;
    std::size_t fewest = allowed + 1;
    for (const std::string_view name : known) {
        const std::size_t distance = slips(typed, name);
        if (distance >= fewest || distance >= std::max(typed.size(), name.size())) continue;
        fewest = distance;
        best = name;
    }
    return std::string(best);
}

}  // namespace eigenscape
