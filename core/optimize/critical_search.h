// The parts of the search for critical points: candidates from a grid, polishing, tracing curves, finding kinks.
// Private to core/optimize; everybody else includes critical_points.h.
#pragma once

#include "core/calculus/scalar_field.h"
#include "core/optimize/critical_points.h"
#include "core/optimize/curvature.h"

#include <optional>

namespace eigenscape::search {

// A place to start polishing from: near the root of a linear model of ∇f, or where |∇f| is least among neighbours.
struct Candidate {
    Vec2 at;
    double turn = 0;           // > 0 where ∇f points outwards all round (a minimum may lie here), < 0 inwards
    bool sign_change = false;  // both parts of ∇f change sign in the cell
};

// Candidates of a grid of gradients, and the number of turns ∇f makes round its edge, if that can be told.
struct Survey {
    std::vector<Candidate> candidates;
    std::vector<Vec2> flat;  // centres of cells with ∇f exactly zero at each corner, a few at most
    std::optional<int> index;
    bool too_coarse = false;  // ∇f turns about from node to node: there is more than this grid can see
    Vec2 cell;                // size of a cell
};
Survey survey(const ScalarField& f, const Box2& box, int columns, int rows);

// A root of ∇f near `start`, by Newton steps damped to make |∇f| fall; empty when there is none within about
// four times `reach`. Exact decimal coordinates are preferred when the gradient there is no longer.
std::optional<Vec2> polish(const ScalarField& f, const Vec2& start, double reach);

// Whether ∇f is exactly zero in a good part of the directions round `at`, not only along a line.
bool is_flat(const ScalarField& f, const Vec2& at, double radius);
CriticalSet flat_region(const ScalarField& f, const Vec2& at, double radius);

// The set of critical points that `at` belongs to, if it is not isolated; `step` is the spacing of its path.
std::optional<CriticalSet> trace(const ScalarField& f, const Vec2& at, const Box2& box, double step);

// A strict minimum or maximum near `cell` where f is not differentiable; `turn` as in Candidate.
std::optional<CriticalPoint> kink(const ScalarField& f, const Vec2& start, double turn, double reach);

// How f compares with f(at) on circles of these radii.
Nearby probe(const ScalarField& f, const Vec2& at, double radius);

// Distance from a point to the path of a set.
double distance(const CriticalSet& set, const Vec2& point);

}  // namespace eigenscape::search
