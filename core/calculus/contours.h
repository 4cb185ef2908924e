// Level curves of a sampled function: marching squares at many levels in one pass, linked into long polylines.
// Call `contours` on a grid; `refined` moves the vertices onto the true curves; levels.h chooses levels.
#pragma once

#include "core/calculus/scalar_field.h"

#include <memory>
#include <span>
#include <vector>

namespace eigenscape {

struct Contour {
    double level = 0;
    bool closed = false;  // first and last point are joined; the first is not repeated
    Points points;        // the higher side lies on the left
};

// Contours at ascending levels. Cells with a corner that is not finite are cut out, so are cells that a pole runs
// through (a jump that the slopes on both sides contradict), so no line joins the two sides of a pole. In a cell
// whose diagonals disagree the bilinear interpolant decides (asymptotic decider of Nielson and Hamann).
std::vector<Contour> contours(const Grid& grid, std::span<const double> levels);

// Newton's steps along ∇f take each vertex to its level, at most `reach` far; one that cannot get there stays.
void refine(std::vector<Contour>& contours, const ScalarField& f, double reach);

}  // namespace eigenscape
