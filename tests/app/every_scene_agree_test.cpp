// The screen's picture and the paper's picture of every scene agree: GL against the SVG, turned into pixels by
// rsvg-convert. Away from edges the pixels must match; along edges both may round differently by a pixel.
#include "tests/app/every_scene.h"
#include "tests/viz/from_svg.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"
#include "viz/gl/renderer.h"
#include "viz/svg.h"
#include "viz/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

constexpr int width = 960, height = 540;
constexpr int alike = 28;  // of 255, per channel

int difference(const std::uint8_t* a, const std::uint8_t* b) {
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

// Is the picture flat around this pixel?
bool flat_at(const Image& image, int x, int y) {
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            if (difference(image.pixel(x, y), image.pixel(x + dx, y + dy)) > alike) return false;
    return true;
}

// The share of pixels, flat in both pictures, whose colours differ; and how many there are of them.
struct Compared {
    double flat = 0, differing = 0;
};
Compared compared(const Image& a, const Image& b) {
    Compared result;
    for (int y = 1; y + 1 < height; ++y)
        for (int x = 1; x + 1 < width; ++x) {
            if (!flat_at(a, x, y) || !flat_at(b, x, y)) continue;
            ++result.flat;
            if (difference(a.pixel(x, y), b.pixel(x, y)) > alike) ++result.differing;
        }
    return result;
}

}  // namespace

TEST_CASE("every scene: the screen and the SVG show the same") {
    if (!can_convert_svg()) {
        MESSAGE("skipped: rsvg-convert is not installed");
        return;
    }
    gl::OffscreenContext context;
    gl::Renderer renderer;
    for_each_scene([&](const Scene& scene) {
        for (const char* name : {"dark", "print"}) {
            const Theme& theme = *find_theme(name);
            const auto frame = std::make_shared<Frame>(Stage{{width, height}, {}});
            scene.draw(scene.defaults, *frame);
            gl::Canvas canvas;
            canvas.points = {width, height};
            const Image screen = gl::render_image(renderer, frame, {}, theme, canvas);
            SvgSettings settings;
            settings.size_points = {width, height};
            const Image paper = from_svg(svg(*frame, {}, theme, settings), width, height);
            REQUIRE(paper.width == width);
            REQUIRE(paper.height == height);
            const Compared result = compared(screen, paper);
            INFO("theme " << name << ": " << result.differing << " of " << result.flat << " flat pixels differ");
            CHECK(result.flat > 0.4 * width * height);
            CHECK(result.differing < 0.004 * result.flat);
        }
    });
}
