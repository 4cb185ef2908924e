// SVG: well-formed, complete, small, the same geometry as on the screen, nothing hidden that should be seen.
#include "viz/svg.h"

#include "viz/arrow_head.h"
#include "viz/raster.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/grid.h"
#include "viz/svg_visible.h"
#include "viz/tex/typeset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <vector>

using namespace eigenscape;

namespace {

// Every tag closed in order, attributes quoted, no raw markup in text. Empty: well-formed.
std::string what_is_wrong(const std::string& xml) {
    std::vector<std::string> open;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        if (xml[i] == '>') return "a stray > at " + std::to_string(i);
        if (xml[i] == '&' && xml.find(';', i) > i + 6) return "a stray & at " + std::to_string(i);
        if (xml[i] != '<') continue;
        std::size_t end = i;
        for (bool quoted = false; end < xml.size() && (quoted || xml[end] != '>'); ++end) {
            if (xml[end] == '"') quoted = !quoted;
            if (quoted && xml[end] == '<') return "a < in an attribute at " + std::to_string(end);
        }
        if (end == xml.size()) return "a tag without end";
        const std::string tag = xml.substr(i + 1, end - i - 1);
        std::size_t length = 0;
        while (length < tag.size() && (std::isalpha(static_cast<unsigned char>(tag[length])) != 0)) ++length;
        if (tag[0] == '/') {
            if (open.empty() || open.back() != tag.substr(1)) return "</" + tag.substr(1) + "> closes nothing";
            open.pop_back();
        } else if (tag[0] != '?' && tag.back() != '/') {
            open.push_back(tag.substr(0, length));
        }
        i = end;
    }
    return open.empty() ? "" : "<" + open.back() + "> is not closed";
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

std::shared_ptr<const MeshData> plate(double z) {
    MeshData mesh;
    mesh.positions = {{-1, -1, z}, {1, -1, z}, {1, 1, z}, {-1, 1, z}};
    mesh.indices = {0, 1, 2, 0, 2, 3};
    return std::make_shared<const MeshData>(mesh);
}

Frame busy() {
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}}, {0, 0, 0.5, 1});
    still_grid(panel);
    vector(panel, {2, 1}, Ink::first, tex_words("a < b & \"c\""));
    panel.note("det A = 3");
    Panel& space = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0.5, 0, 0.5, 1});
    space.mesh(plate(0));
    space.dot(Vec3(0, 0, 0), Ink::special, 9, Mark::star);
    frame.describe("A grid, and an arrow <a> & more.");
    return frame;
}

}  // namespace

TEST_CASE("the text is well-formed, says what it shows and carries its state") {
    SvgSettings settings;
    settings.title = "Eigenvectors & more";
    settings.metadata = "{\"f\":\"x < 1 && y > 2\"}";
    for (const Theme& theme : themes()) {
        const std::string text = svg(busy(), {}, theme, settings);
        CHECK(what_is_wrong(text) == "");
        CHECK(text.find("<title>Eigenvectors &amp; more</title>") != std::string::npos);
        CHECK(text.find("<desc>A grid, and an arrow &lt;a&gt; &amp; more.</desc>") != std::string::npos);
        CHECK(text.find("<metadata>{&quot;f&quot;:&quot;x &lt; 1 &amp;&amp; y &gt; 2&quot;}</metadata>") !=
              std::string::npos);
        CHECK(text.find("aria-label=\"a &lt; b &amp; &quot;c&quot;\"") != std::string::npos);
        CHECK(count(text, "data:image/png;base64,") == 1);
        CHECK(text.find("nan") == std::string::npos);
        CHECK(text.find("inf") == std::string::npos);
        for (const char digit : std::string("0123456789"))
            CHECK(text.find(digit + std::string("e-")) == std::string::npos);
    }
    CHECK(what_is_wrong("<a><b></a></b>") != "");  // the check itself can fail
}

TEST_CASE("the same frame is the same text, paper only when it is wanted") {
    const Frame frame = busy();
    CHECK(svg(frame, {}, default_theme()) == svg(frame, {}, default_theme()));
    SvgSettings settings;
    const std::string paper = "width=\"100%\"";
    CHECK(svg(frame, {}, default_theme(), settings).find(paper) != std::string::npos);
    settings.transparent = true;
    CHECK(svg(frame, {}, default_theme(), settings).find(paper) == std::string::npos);
    CHECK(svg(Frame(), {}, default_theme()).size() < 600);
    settings.size_points = {0, 0};
    CHECK(what_is_wrong(svg(frame, {}, default_theme(), settings)) == "");
}

TEST_CASE("an arrow is a shortened shaft and a head of the shared geometry") {
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}});
    panel.line(Vec2(0, 0), Vec2(1, 0), {.ink = Ink::first, .width_points = 4}).arrow = true;
    const std::string text = svg(frame, {}, default_theme());
    // 120 points a unit on 1280 × 720: from (640, 360) to (760, 360).
    const ArrowHead head = arrow_head(4, 120);
    const double shaft_end = 760 - arrow_shaft_part * head.length;
    const auto rounded = [](double x) { return std::round(x * 100) / 100; };
    CHECK(text.find("M640 360L" + escaped(std::to_string(rounded(shaft_end))).substr(0, 6)) != std::string::npos);
    CHECK(text.find("M760 360L") != std::string::npos);
}

TEST_CASE("arrow heads shrink with short arrows, a zero arrow is a dot") {
    CHECK(arrow_head(4, 200).length == arrow_head(4, 100).length);
    for (double length = 1; length < 100; length *= 1.3) {
        CHECK(arrow_head(4, length).length <= 0.45 * length + 1e-12);
        CHECK(arrow_head(4, length).shaft_width <= 4);
        CHECK(arrow_head(4, length).length <= arrow_head(4, 1.3 * length).length);
    }
    Frame frame;
    frame.plane("p", {{-5, -3}, {5, 3}}).line(Vec2(1, 1), Vec2(1, 1), {.width_points = 4}).arrow = true;
    CHECK(count(svg(frame, {}, default_theme()), "<circle") == 1);
}

TEST_CASE("marks have the same weight") {
    for (const Mark mark :
         {Mark::square, Mark::diamond, Mark::triangle, Mark::triangle_down, Mark::cross, Mark::star}) {
        const auto ring = mark_corners(mark);
        double area = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto &p = ring[i], &q = ring[(i + 1) % ring.size()];
            area += 0.5 * (p[0] * q[1] - p[1] * q[0]);
        }
        CHECK(area > 0.4);
        CHECK(area < 0.9);  // a disc of diameter 1 has 0.785
    }
}

TEST_CASE("behind a surface a stroke is hidden, dimmed or shown as it asks") {
    Frame frame;
    Panel& panel = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1}, View3{0, pi / 2, 1, {0, 0}});
    panel.mesh(plate(0));
    const Camera camera = camera_of(panel, {}, {1280, 720});
    const Raster raster = rasterise(panel, camera, default_theme(), 1);
    // Straight down through the plate's edge: half beside it, half below it.
    const std::vector<Vec3> below = {{-0.5, 0, -0.5}, {2, 0, -0.5}};
    const auto tested = visible_pieces(below, Depth::tested, camera, raster.depths);
    REQUIRE(tested.size() == 1);
    const Vec2 edge = camera.to_screen({1, 0, 0});  // seen from above: screen y runs along x
    CHECK(std::abs(tested[0].points.front().y() - edge.y()) < 8);
    CHECK(tested[0].at_end);
    const auto through = visible_pieces(below, Depth::see_through, camera, raster.depths);
    REQUIRE(through.size() == 2);
    CHECK(through[0].ghost);
    CHECK(through[0].share == doctest::Approx(see_through_opacity));
    CHECK(through[1].share == 1);
    const auto top = visible_pieces(below, Depth::on_top, camera, raster.depths);
    REQUIRE(top.size() == 1);
    CHECK(top[0].points.size() == 2);
    // On the surface: whole, not half buried.
    const auto on = visible_pieces({{-0.9, 0.1, 0}, {0.9, 0.4, 0}}, Depth::tested, camera, raster.depths);
    REQUIRE(on.size() == 1);
    CHECK(on[0].points.size() == 2);
}

TEST_CASE("dashes are the same along a stroke wherever it is cut") {
    const DashPattern dashed = dash_pattern(Dash::dashed, 2), dotted = dash_pattern(Dash::dotted, 2);
    CHECK(dashed.on > dashed.off / 2);
    CHECK(dotted.on == 2);
    CHECK(dash_pattern(Dash::solid, 2).on == 0);
}
