// Blocks by joining four of the size before, as long as the nodes between their corners allow; see blocks.h.
// What a block is off adds up over the sizes to about a third more than its last step.
#include "viz/shapes/blocks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace eigenscape {
namespace {

constexpr int largest = 8;

class Joiner {
  public:
    Joiner(int columns, int rows, std::span<const std::uint8_t> whole, std::span<const CellLayer> layers)
        : columns_(columns), rows_(rows), size_(whole.begin(), whole.end()), layers_(layers) {
        for (int size = 2; size <= largest; size *= 2)
            for (int row = 0; row + size < rows_; row += size)
                for (int column = 0; column + size < columns_; column += size)
                    if (joins(column, row, size)) size_[node(column, row)] = static_cast<std::uint8_t>(size);
    }

    std::vector<CellBlock> found() const {
        std::vector<CellBlock> blocks;
        for (int row = 0; row + 1 < rows_; row += largest)
            for (int column = 0; column + 1 < columns_; column += largest) collect(column, row, largest, blocks);
        return blocks;
    }

  private:
    std::size_t node(int column, int row) const { return static_cast<std::size_t>(row) * columns_ + column; }

    bool joins(int column, int row, int size) const {
        const int half = size / 2;
        for (const int r : {row, row + half})
            for (const int c : {column, column + half})
                if (size_[node(c, r)] != half) return false;
        return std::all_of(layers_.begin(), layers_.end(),
                           [&](const CellLayer& layer) { return is_straight(layer, column, row, half); });
    }

    // The nine nodes at and half way between the corners.
    bool is_straight(const CellLayer& layer, int column, int row, int half) const {
        double at[3][3], lo = 0, hi = 0;
        for (int r = 0; r < 3; ++r)
            for (int c = 0; c < 3; ++c) {
                at[r][c] = layer.samples[node(column + c * half, row + r * half)];
                lo = r + c == 0 ? at[r][c] : std::min(lo, at[r][c]);
                hi = r + c == 0 ? at[r][c] : std::max(hi, at[r][c]);
            }
        // Asked so that what is not a number is never straight.
        const auto bends = [&](double a, double middle, double b) {
            return !(std::abs(middle - 0.5 * (a + b)) <= layer.bend);
        };
        return hi - lo <= layer.range && !bends(at[0][0], at[0][1], at[0][2]) && !bends(at[2][0], at[2][1], at[2][2]) &&
               !bends(at[0][0], at[1][0], at[2][0]) && !bends(at[0][2], at[1][2], at[2][2]) &&
               !bends(at[0][0], at[1][1], at[2][2]) && !bends(at[0][2], at[1][1], at[2][0]);
    }

    void collect(int column, int row, int size, std::vector<CellBlock>& blocks) const {
        if (column + 1 >= columns_ || row + 1 >= rows_) return;
        if (const int joined = size_[node(column, row)]; joined == size) {
            blocks.push_back({column, row, size});
        } else if (size > 1) {
            const int half = size / 2;
            for (const int r : {row, row + half})
                for (const int c : {column, column + half}) collect(c, r, half, blocks);
        }
    }

    int columns_, rows_;
    std::vector<std::uint8_t> size_;  // of the largest block whose lower left cell this is; 0: none
    std::span<const CellLayer> layers_;
};

}  // namespace

std::vector<CellBlock> blocks(int columns, int rows, std::span<const std::uint8_t> whole,
                              std::span<const CellLayer> layers) {
    return Joiner(columns, rows, whole, layers).found();
}

}  // namespace eigenscape
