// Squares of a grid's cells that can be drawn as one, because between their corners everything runs straight.
// Give the samples that a picture shows (heights, slopes, colours) as layers, each with what it may be off; triangles
// are then few where a surface is calm and many where it bends.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace eigenscape {

struct CellBlock {
    int column = 0, row = 0, size = 1;  // of the lower left cell; cells a side, a power of two
    bool operator==(const CellBlock&) const = default;
};

// One number a node, x fastest. Inside a block its samples may be off the straight line between the corners by `bend`
// and differ from each other by `range`.
struct CellLayer {
    std::span<const double> samples;
    double bend = 0, range = 0;
};

// Every cell with a mark in `whole` (one byte a node, of its lower left cell) is in exactly one block, no other cell
// is.
std::vector<CellBlock> blocks(int columns, int rows, std::span<const std::uint8_t> whole,
                              std::span<const CellLayer> layers);

}  // namespace eigenscape
