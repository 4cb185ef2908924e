// Blocks: each whole cell in exactly one, large where samples run straight, small where they bend.
#include "viz/shapes/blocks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

constexpr int columns = 21, rows = 18;

struct Covered {
    std::vector<int> times = std::vector<int>(columns * rows, 0);
    explicit Covered(const std::vector<CellBlock>& found) {
        for (const CellBlock& b : found)
            for (int row = b.row; row < b.row + b.size; ++row)
                for (int column = b.column; column < b.column + b.size; ++column) ++times[row * columns + column];
    }
};

std::vector<std::uint8_t> all_whole() {
    std::vector<std::uint8_t> whole(columns * rows, 0);
    for (int row = 0; row + 1 < rows; ++row)
        for (int column = 0; column + 1 < columns; ++column) whole[row * columns + column] = 1;
    return whole;
}

std::vector<double> samples(double (*f)(int, int)) {
    std::vector<double> values;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) values.push_back(f(column, row));
    return values;
}

}  // namespace

TEST_CASE("every whole cell is in exactly one block, and no other cell is") {
    auto whole = all_whole();
    whole[5 * columns + 7] = 0;
    const auto plane = samples([](int c, int r) { return 0.1 * c - 0.2 * r; });
    const CellLayer layer{plane, 1e-9, 100};
    const auto found = blocks(columns, rows, whole, std::span(&layer, 1));
    const Covered covered(found);
    for (std::size_t i = 0; i < whole.size(); ++i) CHECK(covered.times[i] == whole[i]);
    CHECK(std::ranges::any_of(found, [](const CellBlock& b) { return b.size == 8; }));
    CHECK(found.size() < 80);
}

TEST_CASE("a bend, or a range too wide, keeps cells apart") {
    const auto whole = all_whole();
    const auto ridge = samples([](int c, int) { return std::abs(c - 5.0); });
    const auto slope = samples([](int c, int) { return 1.0 * c; });
    const CellLayer straight{ridge, 0.01, 100}, narrow{slope, 100, 1.5};
    for (const CellBlock& b : blocks(columns, rows, whole, std::span(&straight, 1)))
        CHECK_FALSE((b.column < 5 && b.column + b.size > 5));  // nothing lies across the ridge
    for (const CellBlock& b : blocks(columns, rows, whole, std::span(&narrow, 1))) CHECK(b.size == 1);
}

TEST_CASE("a sample that is not a number joins nothing") {
    auto odd = samples([](int, int) { return 1.0; });
    odd[6 * columns + 6] = std::nan("");
    const CellLayer layer{odd, 1, 1};
    for (const CellBlock& b : blocks(columns, rows, all_whole(), std::span(&layer, 1)))
        if (b.size > 1) CHECK_FALSE((b.column <= 6 && b.column + b.size >= 6 && b.row <= 6 && b.row + b.size >= 6));
}
