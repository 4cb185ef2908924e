// Bands: all that an outline encloses, not much more, and everything when a point is behind the eye.
#include "viz/gl/bands.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::gl;

namespace {

constexpr std::array<float, 16> identity = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

// A diamond in clip space, as an outline.
std::vector<Silhouette::Edge> diamond(float size) {
    const Silhouette::Point p[] = {{size, 0, 0}, {0, size, 0}, {-size, 0, 0}, {0, -size, 0}};
    std::vector<Silhouette::Edge> edges;
    for (int i = 0; i < 4; ++i)
        for (int part = 0; part < 20; ++part) {
            const auto at = [&](int k) {
                const float t = static_cast<float>(k) / 20;
                const auto &a = p[i], &b = p[(i + 1) % 4];
                return Silhouette::Point{a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), 0};
            };
            edges.push_back({at(part), at(part + 1), {0, 0, 0}, {0, 0}});
        }
    return edges;
}

}  // namespace

TEST_CASE("bands cover what an outline encloses and little more") {
    const PixelBox box{10, 20, 410, 320};
    Bands bands(box);
    bands.add(diamond(1), identity);
    double area = 0;
    for (const auto& [left, bottom, right, top] : bands.areas()) {
        CHECK(left >= 10);
        CHECK(right <= 410);
        area += (right - left) * (top - bottom);
        for (const float y : {bottom, top}) {  // the diamond's own width there
            const float half = 200 * (1 - std::abs(y - 170) / 150);
            CHECK(left <= 210 - half);
            CHECK(right >= 210 + half);
        }
    }
    CHECK(area > 0.5 * 400 * 300);
    CHECK(area < 0.62 * 400 * 300);
}

TEST_CASE("nothing is laid where there is no outline, everything where one passes the eye") {
    const PixelBox box{0, 0, 100, 40};
    CHECK(Bands(box).areas().empty());
    std::array<float, 16> behind = identity;
    behind[15] = -1;
    Bands bands(box);
    bands.add(diamond(0.1f), behind);
    CHECK(bands.areas().size() == 3);
    for (const auto& [left, bottom, right, top] : bands.areas()) {
        CHECK(left == 0);
        CHECK(right == 100);
    }
}
