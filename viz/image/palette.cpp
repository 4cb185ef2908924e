// Counting colours, then cutting their cloud; see palette.h. Runs of one colour, most of a flat picture, cost one
// comparison a pixel.
#include "viz/image/palette.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace eigenscape {
namespace {

struct Counted {
    std::uint32_t color = 0;
    double pixels = 0;
};

double channel(std::uint32_t color, int k) { return color >> (16 - 8 * k) & 255; }

// Colours that will share one entry.
struct Group {
    std::size_t first = 0, last = 0;
    double spread = 0, mean = 0;  // along the axis with the largest spread, weighted by pixels
    int axis = 0;
};

Group measured(std::span<const Counted> all, std::size_t first, std::size_t last) {
    Group group{first, last};
    double pixels = 0;
    std::array<double, 3> sum{}, squares{};
    for (const Counted& one : all.subspan(first, last - first)) {
        pixels += one.pixels;
        for (int k = 0; k < 3; ++k) {
            const double c = channel(one.color, k);
            sum[static_cast<std::size_t>(k)] += one.pixels * c;
            squares[static_cast<std::size_t>(k)] += one.pixels * c * c;
        }
    }
    for (std::size_t k = 0; k < 3; ++k) {
        const double spread = squares[k] - sum[k] * sum[k] / pixels;
        if (spread > group.spread) group = {first, last, spread, sum[k] / pixels, static_cast<int>(k)};
    }
    return group;
}

// The colour that stands for a group: the one that fills most of it exactly, else the mean.
std::uint32_t color_for(std::span<const Counted> group) {
    double pixels = 0;
    std::array<double, 3> sum{};
    const Counted* most = &group.front();
    for (const Counted& one : group) {
        pixels += one.pixels;
        for (int k = 0; k < 3; ++k) sum[static_cast<std::size_t>(k)] += one.pixels * channel(one.color, k);
        if (one.pixels > most->pixels) most = &one;
    }
    if (2 * most->pixels > pixels) return most->color;
    const auto rounded = [&](std::size_t k) { return static_cast<std::uint32_t>(sum[k] / pixels + 0.5); };
    return rounded(0) << 16 | rounded(1) << 8 | rounded(2);
}

std::vector<Counted> counted(std::span<const std::uint32_t> colors,
                             std::unordered_map<std::uint32_t, std::uint32_t>& place) {
    std::vector<Counted> all;
    for (std::size_t i = 0; i < colors.size();) {
        std::size_t end = i + 1;
        while (end < colors.size() && colors[end] == colors[i]) ++end;
        const auto [found, is_new] = place.try_emplace(colors[i], static_cast<std::uint32_t>(all.size()));
        if (is_new) all.push_back({colors[i], 0});
        all[found->second].pixels += static_cast<double>(end - i);
        i = end;
    }
    return all;
}

std::vector<Group> cut(std::vector<Counted>& all) {
    std::vector<Group> groups{measured(all, 0, all.size())};
    while (groups.size() < palette_size) {
        const auto widest = std::ranges::max_element(groups, {}, &Group::spread);
        if (widest->spread <= 0) break;  // every group is one colour
        const Group group = *widest;
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(group.first);
        const auto middle =
            std::partition(begin, all.begin() + static_cast<std::ptrdiff_t>(group.last),
                           [&](const Counted& one) { return channel(one.color, group.axis) <= group.mean; });
        const auto at = static_cast<std::size_t>(middle - all.begin());
        if (at == group.first || at == group.last) {  // spread was rounding alone
            widest->spread = 0;
            continue;
        }
        *widest = measured(all, group.first, at);
        groups.push_back(measured(all, at, group.last));
    }
    return groups;
}

}  // namespace

Indexed indexed(std::span<const std::uint32_t> colors) {
    Indexed result;
    if (colors.empty()) return result;
    std::unordered_map<std::uint32_t, std::uint32_t> place;
    place.reserve(4096);
    std::vector<Counted> all = counted(colors, place);
    std::ranges::sort(all, {}, &Counted::color);  // the order of counting must not matter
    for (const Group& group : cut(all)) {
        const auto entry = static_cast<std::uint32_t>(result.palette.size());
        const std::span<const Counted> members(all.data() + group.first, group.last - group.first);
        for (const Counted& one : members) place[one.color] = entry;
        result.palette.push_back(color_for(members));
    }
    result.index.resize(colors.size());
    for (std::size_t i = 0; i < colors.size();) {
        const auto entry = static_cast<std::uint8_t>(place[colors[i]]);
        const std::uint32_t color = colors[i];
        for (; i < colors.size() && colors[i] == color; ++i) result.index[i] = entry;
    }
    return result;
}

}  // namespace eigenscape
