// What kind of critical point: by the signs of the Hessian's eigenvalues, and by probing f on circles where they are
// zero within what rounding and the uncertainty of the position can explain. See critical_points.h.
#include "core/optimize/critical_search.h"

#include "core/optimize/words.h"

#include <cmath>

namespace eigenscape {

namespace search {

Nearby probe(const ScalarField& f, const Vec2& at, double radius) {
    constexpr int directions = 72;
    const double here = f(at), noise = 32 * std::numeric_limits<double>::epsilon() * std::abs(here);
    int higher = 0, lower = 0;
    for (int i = 0; i < directions; ++i) {
        const double angle = 2 * pi * (i + 0.37) / directions;  // off the axes, where a symmetric f may be level
        const double difference = f(at + radius * Vec2(std::cos(angle), std::sin(angle))) - here;
        higher += difference > noise;
        lower += difference < -noise;
    }
    if (higher && lower) return Nearby::both;
    if (higher) return higher == directions ? Nearby::higher : Nearby::not_lower;
    if (lower) return lower == directions ? Nearby::lower : Nearby::not_higher;
    return Nearby::level;
}

}  // namespace search

namespace {

// The point a little way along `axis`, moved across it to where the slope across vanishes: a step along the floor of
// the valley, which may be bent.
Vec2 along_floor(const ScalarField& f, const Vec2& at, const Vec2& axis, const Vec2& across, double step) {
    Vec2 point = at + step * axis;
    for (int i = 0; i < 3; ++i) {
        const Vec2 move = across.dot(f.gradient(point)) / across.dot(f.hessian(point) * across) * across;
        if (!move.allFinite() || move.norm() > std::abs(step)) break;
        point -= move;
    }
    return point;
}

// An eigenvalue says nothing when it is lost in rounding, or when the slope a hundredth of a cell away is twenty times
// what it explains: then higher orders rule everywhere that can be seen.
bool undecided(const ScalarField& f, const Vec2& at, double value, const Vec2& axis, const Vec2& across, double largest,
               double scale) {
    if (std::abs(value) <= 32 * std::numeric_limits<double>::epsilon() * largest) return true;
    const bool in_valley = std::abs(value) < 0.1 * largest;
    for (const double step : {-1e-2 * scale, 1e-2 * scale}) {
        const Vec2 there = in_valley ? along_floor(f, at, axis, across, step) : Vec2(at + step * axis);
        if (std::abs(axis.dot(f.gradient(there))) > 20 * std::abs(value * step)) return true;
    }
    return false;
}

CriticalKind kind_of(const ScalarField& f, const Vec2& at, const Curvature& bend, double scale) {
    if (!std::isfinite(bend.high)) return CriticalKind::not_differentiable;
    const double largest = std::max(std::abs(bend.low), std::abs(bend.high));
    if (largest == 0 || undecided(f, at, bend.low, bend.low_axis, bend.high_axis, largest, scale) ||
        undecided(f, at, bend.high, bend.high_axis, bend.low_axis, largest, scale))
        return CriticalKind::degenerate;
    if (bend.low > 0) return CriticalKind::minimum;
    return bend.high < 0 ? CriticalKind::maximum : CriticalKind::saddle;
}

// Beside the circle two steps along the flat axis: on x³ + y² the lower ground is too narrow for a circle to meet.
Nearby probed(const ScalarField& f, const Vec2& at, const Curvature& bend, double radius) {
    const Nearby round = search::probe(f, at, radius);
    const bool low_is_flat = std::abs(bend.low) <= std::abs(bend.high);
    const Vec2 &axis = low_is_flat ? bend.low_axis : bend.high_axis,
               &across = low_is_flat ? bend.high_axis : bend.low_axis;
    if (!std::isfinite(bend.high) || round == Nearby::both) return round;
    for (const double step : {-radius, radius}) {
        const double here = f(at), difference = f(along_floor(f, at, axis, across, step)) - here;
        if (std::abs(difference) <= 32 * std::numeric_limits<double>::epsilon() * std::abs(here)) continue;
        if (difference < 0 && (round == Nearby::higher || round == Nearby::not_lower)) return Nearby::both;
        if (difference > 0 && (round == Nearby::lower || round == Nearby::not_higher)) return Nearby::both;
    }
    return round;
}

Nearby nearby_of(const ScalarField& f, const Vec2& at, CriticalKind kind, const Curvature& bend, double scale) {
    switch (kind) {
        case CriticalKind::minimum: return Nearby::higher;
        case CriticalKind::maximum: return Nearby::lower;
        case CriticalKind::saddle: return Nearby::both;
        default: return probed(f, at, bend, scale / 2);
    }
}

std::string probed_words(Nearby nearby) {
    switch (nearby) {
        case Nearby::higher: return "f is higher all round, so it is a strict minimum.";
        case Nearby::not_lower: return "f is nowhere lower close by, so it is a minimum, not a strict one.";
        case Nearby::lower: return "f is lower all round, so it is a strict maximum.";
        case Nearby::not_higher: return "f is nowhere higher close by, so it is a maximum, not a strict one.";
        case Nearby::both: return "f is higher one way and lower another, so it is neither a minimum nor a maximum.";
        case Nearby::level: break;
    }
    return "f is level close by, as far as numbers can tell.";
}

std::string words_of(const CriticalPoint& point) {
    switch (point.kind) {
        case CriticalKind::minimum: return "A minimum: the surface curves upwards in every direction.";
        case CriticalKind::maximum: return "A maximum: the surface curves downwards in every direction.";
        case CriticalKind::saddle: return "A saddle: the surface curves upwards one way and downwards another.";
        case CriticalKind::degenerate:
            return "Degenerate: the Hessian is singular and decides nothing, but " + probed_words(point.nearby);
        case CriticalKind::not_differentiable: break;
    }
    return "Not differentiable here, so there is no gradient and no Hessian, but " + probed_words(point.nearby);
}

}  // namespace

std::string_view name(CriticalKind kind) {
    switch (kind) {
        case CriticalKind::minimum: return "minimum";
        case CriticalKind::maximum: return "maximum";
        case CriticalKind::saddle: return "saddle";
        case CriticalKind::degenerate: return "degenerate";
        case CriticalKind::not_differentiable: break;
    }
    return "not differentiable";
}

CriticalPoint classify(const ScalarField& f, const Vec2& at, double scale) {
    const Curvature bend = curvature(f.hessian(at));
    CriticalPoint point{at, f(at), kind_of(f, at, bend, scale), {bend.low, bend.high}, Nearby::level, {}};
    point.nearby = nearby_of(f, at, point.kind, bend, scale);
    point.words = words_of(point);
    return point;
}

}  // namespace eigenscape
