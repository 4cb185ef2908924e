// Critical points that are not isolated: follows the valley floor, ridge or ring that a degenerate point belongs to.
// From a point of the set the next is found by stepping on and polishing; see critical_search.h.
#include "core/optimize/critical_search.h"

#include "core/optimize/words.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::search {

namespace {

constexpr int most_points = 400;  // each way along a curve

// The critical point that polishing reaches from `guess` without leaving its surroundings.
std::optional<Vec2> near(const ScalarField& f, const Vec2& guess, double step) {
    const auto found = polish(f, guess, step / 2);
    if (!found || (*found - guess).norm() > step / 2) return std::nullopt;
    return found;
}

Vec2 wind(int i) { return {std::cos((i + 0.25) * pi / 8), std::sin((i + 0.25) * pi / 8)}; }

std::optional<Vec2> way_on(const ScalarField& f, const Vec2& at, double step) {
    for (int i = 0; i < 16; ++i)
        if (const auto found = near(f, at + step * wind(i), step)) return (*found - at).normalized();
    return std::nullopt;
}

// Confirmed at a quarter of the step, so that two isolated points side by side do not pass for a curve.
bool continues(const ScalarField& f, const Vec2& at, const Vec2& direction, double step) {
    return near(f, at + step / 4 * direction, step / 4).has_value();
}

Points follow(const ScalarField& f, const Vec2& from, Vec2 direction, const Box2& box, double step, bool& closed) {
    Points path;
    Vec2 at = from;
    while (path.size() < most_points) {
        const auto next = near(f, at + step * direction, step);
        if (!next) break;
        direction = (*next - at).normalized();
        at = *next;
        path.push_back(at);
        if (!box.contains(at)) break;
        if (path.size() > 3 && (at - from).norm() < 0.75 * step) {
            closed = true;
            break;
        }
    }
    return path;
}

bool is_straight(const Points& path) {
    const Vec2 along = path.back() - path.front();
    return std::ranges::all_of(path, [&](const Vec2& p) {
        const Vec2 offset = p - path.front();
        return std::abs(along.x() * offset.y() - along.y() * offset.x()) <= 1e-7 * along.squaredNorm();
    });
}

double tidy(double value) { return std::round(value * 1e7) / 1e7 + 0.0; }

std::string line_words(const Vec2& p, const Vec2& along) {
    if (std::abs(along.x()) <= 1e-7 * std::abs(along.y())) return "x = " + spoken(tidy(p.x()));
    if (std::abs(along.y()) <= 1e-7 * std::abs(along.x())) return "y = " + spoken(tidy(p.y()));
    const double slope = tidy(along.y() / along.x()), offset = tidy(p.y() - along.y() / along.x() * p.x());
    std::string words = "y = ";
    words += slope == 1 ? "x" : slope == -1 ? "−x" : spoken(slope) + " x";
    if (offset != 0) words += (offset > 0 ? " + " : " − ") + spoken(std::abs(offset));
    return words;
}

std::string place(const CriticalSet& set) {
    if (set.region) return "a flat region";
    if (set.closed) return "a closed curve";
    return is_straight(set.path) ? line_words(set.path.front(), set.path.back() - set.path.front()) : "a curve";
}

std::string type_words(Nearby nearby) {
    switch (nearby) {
        case Nearby::higher:
        case Nearby::not_lower: return "degenerate (non-strict minimum)";
        case Nearby::lower:
        case Nearby::not_higher: return "degenerate (non-strict maximum)";
        case Nearby::both: return "degenerate (neither minimum nor maximum)";
        case Nearby::level: break;
    }
    return "degenerate (level)";
}

CriticalSet described(CriticalSet set, const ScalarField& f, const Vec2& at, double radius) {
    set.value = f(at);
    set.nearby = probe(f, at, radius);
    set.where = place(set);
    set.type = type_words(set.nearby);
    set.words = "Not isolated: every point of " +
                (set.region || set.closed || set.where == "a curve" ? set.where : "the line " + set.where) +
                " is critical, " + set.type + ".";
    return set;
}

}  // namespace

bool is_flat(const ScalarField& f, const Vec2& at, double radius) {
    int level = 0;
    for (int i = 0; i < 16; ++i) level += f.gradient(at + radius * wind(i)).isZero(0);
    return level >= 5;
}

CriticalSet flat_region(const ScalarField& f, const Vec2& at, double radius) {
    CriticalSet set;
    set.path = {at};
    set.region = true;
    return described(std::move(set), f, at, radius);
}

std::optional<CriticalSet> trace(const ScalarField& f, const Vec2& at, const Box2& box, double step) {
    const auto direction = way_on(f, at, step);
    if (!direction || !continues(f, at, *direction, step)) return std::nullopt;
    CriticalSet set;
    set.path = follow(f, at, *direction, box, step, set.closed);
    if (!set.closed) {
        Points back = follow(f, at, -*direction, box, step, set.closed);
        std::ranges::reverse(back);
        back.push_back(at);
        set.path.insert(set.path.begin(), back.begin(), back.end());
    } else {
        set.path.insert(set.path.begin(), at);
    }
    if (set.path.size() < 5) return std::nullopt;
    return described(std::move(set), f, at, step);
}

double distance(const CriticalSet& set, const Vec2& point) {
    double nearest = infinity;
    for (std::size_t i = 0; i < set.path.size(); ++i) {
        const Vec2 &a = set.path[i], &b = set.path[std::min(i + 1, set.path.size() - 1)];
        const Vec2 along = b - a;
        const double length = along.squaredNorm(),
                     t = length > 0 ? std::clamp((point - a).dot(along) / length, 0.0, 1.0) : 0;
        nearest = std::min(nearest, (a + t * along - point).norm());
    }
    return nearest;
}

}  // namespace eigenscape::search
