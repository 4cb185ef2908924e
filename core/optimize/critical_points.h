// Where a surface is level: every minimum, maximum and saddle, found and classified by the eigenvalues of the Hessian.
// Ask for those in a box (remembered by its arguments) or, for functions such as polynomials, in the whole plane.
#pragma once

#include "core/calculus/scalar_field.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

enum class CriticalKind { minimum, maximum, saddle, degenerate, not_differentiable };

std::string_view name(CriticalKind kind);  // "minimum", ..., "not differentiable"

// What probing f on small circles says, where the Hessian cannot decide.
enum class Nearby { higher, not_lower, lower, not_higher, both, level };

struct CriticalPoint {
    Vec2 at{0, 0};
    double value = 0;
    CriticalKind kind = CriticalKind::minimum;
    Vec2 curvatures{0, 0};  // eigenvalues of the Hessian, ascending; NaN where there is none
    Nearby nearby = Nearby::higher;
    std::string words;  // "A minimum.", "Degenerate: ... f takes both signs nearby, ..."
};

// Critical points that are not isolated: a valley floor, a ridge, a ring, or a flat region.
struct CriticalSet {
    Points path;          // along the set, ordered; a single point for a region
    bool closed = false;  // a ring
    bool region = false;  // flat in every direction
    double value = 0;
    Nearby nearby = Nearby::not_lower;
    std::string where;  // "x = 0", "y = x + 1", "a curve", "a closed curve", "a flat region"
    std::string type;   // "degenerate (non-strict minimum)"
    std::string words;
};

struct CriticalPoints {
    std::vector<CriticalPoint> points;  // lowest value first
    std::vector<CriticalSet> sets;
    // Whether the count agrees with the turns of ∇f along the edge of the box (Poincaré index): false means that
    // points may be missing, as does f wiggling faster than the search looks. True also where the index cannot be
    // computed (∇f undefined, zero or jumping on the edge).
    bool complete = true;
    std::string words;  // "4 minima, 1 maximum and 4 saddles."

    int count(CriticalKind kind) const;
};

// All in the box, its edge included.
std::shared_ptr<const CriticalPoints> critical_points(const ScalarField& f, const Box2& box);

// All in the plane, found in boxes that grow to ±65,536. `complete` is false when they go on without end.
CriticalPoints all_critical_points(const ScalarField& f);

// Judges a point where the gradient vanishes. Where the Hessian does not decide, f is probed `scale`/2 away.
CriticalPoint classify(const ScalarField& f, const Vec2& at, double scale = 0.01);

}  // namespace eigenscape
