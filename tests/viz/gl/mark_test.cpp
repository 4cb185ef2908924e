// Marks at the edge of a chart's plot: whole on the edge, absent beyond it, on the screen and on paper.
#include "tests/viz/from_svg.h"
#include "tests/viz/gl/drawing.h"
#include "viz/svg.h"

using namespace eigenscape;
using namespace eigenscape::gl;

namespace {

std::shared_ptr<const Frame> chart_with_dots(const std::vector<Vec2>& dots) {
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    Panel& chart = frame->chart("chart", {{-1, -1}, {1, 1}}, {0, 0, 1, 1});
    for (const Vec2& at : dots) chart.dot(at, Ink::special, 16);
    return frame;
}

void check_cover(const std::vector<Vec2>& dots, const std::function<void(const Image&)>& check) {
    check(render_image(renderer(), chart_with_dots(dots), {}, theme(), canvas()));
    if (!eigenscape::testing::can_convert_svg()) return;
    SvgSettings settings;
    settings.size_points = canvas_points;
    INFO("on paper");
    check(eigenscape::testing::from_svg(svg(*chart_with_dots(dots), {}, theme(), settings), side, side));
}

}  // namespace

TEST_CASE("a mark on the edge of a chart is drawn whole") {
    double whole = 0;
    check_cover({{0, 0}}, [&](const Image& image) { whole = total_cover(image, Ink::special); });
    REQUIRE(whole > 100);
    for (const Vec2& at : {Vec2(-1, 0), Vec2(1, 0.3), Vec2(0, -1), Vec2(0.2, 1), Vec2(1, 1)}) {
        CAPTURE(at);
        check_cover({at}, [&](const Image& image) {
            CHECK(total_cover(image, Ink::special) == doctest::Approx(whole).epsilon(0.03));
        });
    }
}

TEST_CASE("a mark beyond the edge of a chart is not drawn at all") {
    check_cover({{-1.03, 0}, {1.03, 0}, {0, 1.03}, {0, -1.03}},
                [](const Image& image) { CHECK(std::abs(total_cover(image, Ink::special)) < 1); });
}

TEST_CASE("a line still ends where the plot ends") {
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    Panel& chart = frame->chart("chart", {{-1, -1}, {1, 1}}, {0, 0, 1, 1});
    chart.line(Vec2(-5, 0), Vec2(5, 0), {Ink::special, 6});
    const Rect plot = camera_of(chart, {}, canvas_points).plot;
    const Image image = render_image(renderer(), frame, {}, theme(), canvas());
    CHECK(column_cover(image, static_cast<int>(plot.x) - 2, Ink::special) < 0.1);
    CHECK(column_cover(image, static_cast<int>(plot.x) + 2, Ink::special) > 5);
}
