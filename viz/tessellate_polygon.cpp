// Ear clipping: cut off corners that hold no other corner until a triangle is left. Quadratic, for rings of hundreds.
// After D. H. Meisters, "Polygons have ears", 1975. Convex rings, the usual case, are fanned at once.
#include "viz/tessellate.h"

#include <algorithm>
#include <numeric>

namespace eigenscape {
namespace {

double turn(const Vec2& a, const Vec2& b, const Vec2& c) {
    const Vec2 u = b - a, v = c - a;
    return u.x() * v.y() - u.y() * v.x();
}

bool holds(const Vec2& a, const Vec2& b, const Vec2& c, const Vec2& p) {
    return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

struct Ring {
    const std::vector<Vec2>& points;
    std::vector<std::uint32_t> left;  // corners not yet cut off, counter-clockwise

    const Vec2& at(std::size_t i) const { return points[left[i % left.size()]]; }
    std::size_t before(std::size_t i) const { return (i + left.size() - 1) % left.size(); }
    double turn_at(std::size_t i) const { return turn(at(before(i)), at(i), at(i + 1)); }

    bool is_ear(std::size_t i) const {
        const Vec2 &a = at(before(i)), &b = at(i), &c = at(i + 1);
        if (turn(a, b, c) <= 0) return false;
        return std::none_of(left.begin(), left.end(), [&](std::uint32_t k) {
            const Vec2& p = points[k];
            return p != a && p != b && p != c && holds(a, b, c, p);
        });
    }
};

bool convex(const Ring& ring) {
    int falls = 0;  // a convex ring's x falls along one run and rises along another; more runs: it winds twice
    for (std::size_t i = 0; i < ring.left.size(); ++i) {
        if (ring.turn_at(i) < 0) return false;
        falls += (ring.at(i + 1).x() < ring.at(i).x()) != (ring.at(i + 2).x() < ring.at(i + 1).x()) ? 1 : 0;
    }
    return falls <= 2;
}

}  // namespace

std::vector<std::uint32_t> triangulated(const std::vector<Vec2>& points) {
    std::vector<std::uint32_t> triangles;
    Ring ring{points, std::vector<std::uint32_t>(points.size())};
    std::iota(ring.left.begin(), ring.left.end(), 0u);
    double area = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) area += turn(points[0], points[i], points[i + 1]);
    if (!(area != 0)) return triangles;
    if (area < 0) std::reverse(ring.left.begin(), ring.left.end());
    const auto add = [&](std::size_t a, std::size_t b, std::size_t c) {
        const std::size_t n = ring.left.size();
        triangles.insert(triangles.end(), {ring.left[a % n], ring.left[b % n], ring.left[c % n]});
    };
    if (convex(ring)) {
        for (std::size_t i = 1; i + 1 < ring.left.size(); ++i) add(0, i, i + 1);
        return triangles;
    }
    // Straight corners wait until nothing else is left to cut: a triangle that passed over one would leave a crack
    // beside it.
    const auto drop_straight = [&] {
        for (std::size_t k = 0; k < ring.left.size(); ++k)
            if (ring.turn_at(k) == 0) return ring.left.erase(ring.left.begin() + static_cast<std::ptrdiff_t>(k)), true;
        return false;
    };
    std::size_t i = 0, misses = 0;
    while (ring.left.size() > 3) {
        i %= ring.left.size();
        if (ring.is_ear(i)) {
            add(ring.before(i), i, i + 1);
            ring.left.erase(ring.left.begin() + static_cast<std::ptrdiff_t>(i));
            misses = 0;
        } else if (++i; ++misses > ring.left.size()) {
            if (!drop_straight()) break;
            misses = 0;
        }
    }
    if (ring.left.size() == 3 && ring.turn_at(1) > 0) add(0, 1, 2);
    return triangles;
}

}  // namespace eigenscape
