// Whole pictures: fills, marks, words, paper, panels, and that the same frame gives the same bytes without new uploads.
// One unit of the test plane is 100 points.
#include "tests/viz/gl/drawing.h"

#include "viz/gl/program.h"

#include <stdexcept>

using namespace eigenscape;
using namespace eigenscape::gl;

namespace {

void everything(Panel& panel) {
    panel.line(Vec2(-2, 0.1), Vec2(2, 0.3), {Ink::axis, 2});
    const std::vector<Vec2> ring = {{-0.5, -0.5}, {0.5, -0.5}, {0, 0.5}};
    panel.fill(std::span<const Vec2>(ring), Ink::sheet, 0.5);
    panel.dot(Vec2(0.2, 0.2), Ink::subject, 12, Mark::star);
    panel.label(Vec2(-0.4, 0.4), "λ = −0.25", Ink::text, {1, 1});
    panel.note("A note.");
}

std::string message_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("the letter F is filled, its notches are not") {
    const std::vector<Vec2> f = {{-0.4, -0.6}, {-0.2, -0.6}, {-0.2, -0.1}, {0.2, -0.1}, {0.2, 0.1},
                                 {-0.2, 0.1},  {-0.2, 0.4},  {0.4, 0.4},   {0.4, 0.6},  {-0.4, 0.6}};
    for (const bool backwards : {false, true}) {
        std::vector<Vec2> ring = f;
        if (backwards) std::reverse(ring.begin(), ring.end());
        const Image image = picture([&](Panel& panel) { panel.fill(std::span<const Vec2>(ring), ink, 1); });
        CHECK(near(at(image, 70, 100), bytes(theme()[ink]), 0));                // the stem
        CHECK(near(at(image, 110, 100), bytes(theme()[ink]), 0));               // the bar
        CHECK(near(at(image, 110, 75), bytes(theme()[Ink::paper]), 0));         // between the bars
        CHECK(near(at(image, 110, 130), bytes(theme()[Ink::paper]), 0));        // below
        CHECK(total_cover(image, ink) == doctest::Approx(4400).epsilon(0.01));  // 0.44 square units
    }
}

TEST_CASE("a fill's edge is soft, and translucent ones let through what is below") {
    const std::vector<Vec2> ring = {{-0.5, -0.37}, {0.5, -0.313}, {0, 0.5}};
    const Image image = picture([&](Panel& panel) { panel.fill(std::span<const Vec2>(ring), ink, 0.4); });
    CHECK(cover(image, 100, 110, ink) == doctest::Approx(0.4).epsilon(0.02));
    int soft = 0;
    for (int x = 60; x < 140; ++x)
        for (int y = 130; y < 140; ++y) {
            const double c = cover(image, x, y, ink);
            soft += c > 0.02 && c < 0.38 ? 1 : 0;
            REQUIRE(c < 0.42);
        }
    CHECK(soft > 60);
}

TEST_CASE("marks have their size and middle, and a rim of paper") {
    for (int m = 0; m < 8; ++m) {
        const Image image = picture([&](Panel& panel) { panel.dot(Vec2(0, 0), ink, 20, static_cast<Mark>(m)); });
        const double area = total_cover(image, ink);
        CAPTURE(m);
        CHECK(area > 90);
        CHECK(area < 420);
        double right = 0;
        for (int x = 0; x < side; ++x) right += (x + 0.5 - 100) * column_cover(image, x, ink);
        CHECK(std::abs(right / area) < 0.05);
    }
    const auto over_line = [](double size) {
        return picture([size](Panel& panel) {
            panel.line(Vec2(-1, 0), Vec2(1, 0), {Ink::first, 4});
            panel.dot(Vec2(0, 0), ink, size);
        });
    };
    CHECK(near(at(over_line(20), 110, 100), bytes(theme()[Ink::paper]), 60));  // just beside the disc, over the line
    CHECK(near(at(over_line(20), 125, 100), bytes(theme()[Ink::first]), 0));
}

TEST_CASE("words are drawn in their ink on a halo of paper") {
    const auto label_over = [](bool with_label) {
        return picture(
            [&](Panel& panel) {
                const std::vector<Vec2> all = {{-2, -2}, {2, -2}, {2, 2}, {-2, 2}};
                panel.fill(std::span<const Vec2>(all), Ink::first, 1);
                if (with_label) panel.label(Vec2(0, 0), "H", Ink::text).size_points = 40;
            },
            3);
    };
    const Image image = label_over(true), without = label_over(false);
    int inked = 0, paper = 0, changed = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            inked += near(at(image, x, y), bytes(theme()[Ink::text]), 3) ? 1 : 0;
            paper += near(at(image, x, y), bytes(theme()[Ink::paper]), 3) ? 1 : 0;
            changed += at(image, x, y) != at(without, x, y) ? 1 : 0;
        }
    CHECK(inked > 900);
    CHECK(paper > 50);
    CHECK(changed < 9 * 60 * 60);
    CHECK(at(image, 30, 30) == at(without, 30, 30));
}

TEST_CASE("the paper can be left out, and colours then are straight") {
    const Image image = picture(
        [](Panel& panel) {
            panel.line(Vec2(-0.5, 0.001), Vec2(0.5, 0.103), {ink, 5});
        },
        1, {}, true);
    CHECK(image.pixel(5, 5)[3] == 0);
    int half = 0;
    for (int y = 80; y < 110; ++y) {
        const auto* p = image.pixel(100, y);
        if (p[3] < 20) continue;
        half += p[3] < 230 ? 1 : 0;
        CHECK(near({p[0], p[1], p[2]}, bytes(theme()[ink]), 6));
    }
    CHECK(half > 0);
}

TEST_CASE("the same frame gives the same bytes, also from a new renderer") {
    const auto frame = plane_frame(everything);
    const Image once = render_image(renderer(), frame, {}, theme(), canvas(1.5));
    CHECK(once == render_image(renderer(), frame, {}, theme(), canvas(1.5)));
    CHECK(once == render_image(renderer(), plane_frame(everything), {}, theme(), canvas(1.5)));
    Renderer another;
    CHECK(once == render_image(another, frame, {}, theme(), canvas(1.5)));
}

TEST_CASE("a camera that moves and a theme that changes upload nothing") {
    const auto frame = plane_frame(everything);
    static_cast<void>(render_image(renderer(), frame, {}, theme(), canvas()));
    const auto before = renderer().uploads();
    const Views views = {{"plane", View2{{-0.6, -0.9}, {0.7, 0.4}}}};
    const Image moved = render_image(renderer(), frame, views, theme(), canvas());
    CHECK(moved != render_image(renderer(), frame, {}, *find_theme("light"), canvas()));
    CHECK(renderer().uploads().frames == before.frames);
    CHECK(renderer().uploads().meshes == before.meshes);
}

TEST_CASE("many frames one after the other are all drawn right") {
    for (int i = 0; i < 12; ++i) {
        const double y = -0.5 + 0.08 * i;
        const Image image = picture([&](Panel& panel) { panel.line(Vec2(-2, y), Vec2(2, y), {ink, 4}); });
        CHECK(cover(image, 40, static_cast<int>(100 - 100 * y), ink) > 0.9);
    }
}

TEST_CASE("a panel keeps to its place") {
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    Panel& left = frame->plane("left", {{-1, -1}, {1, 1}}, {0, 0, 0.5, 1});
    left.line(Vec2(-50, 0), Vec2(50, 0), {ink, 6});
    frame->plane("right", {{-1, -1}, {1, 1}}, {0.5, 0, 0.5, 1});
    const Image image = render_image(renderer(), frame, {}, theme(), canvas());
    CHECK(cover(image, 97, 100, ink) == doctest::Approx(1).epsilon(0.01));
    CHECK(cover(image, 102, 100, ink) == 0);
}

TEST_CASE("a region of a larger framebuffer is drawn without touching the rest") {
    static_cast<void>(renderer());  // makes the context current
    const ImageTarget target(300, 260);
    const auto frame = plane_frame(everything);
    target.bind();
    Canvas part = canvas();
    part.x = 70;
    part.y = 40;
    renderer().draw(frame, {}, theme(), part);
    const Image whole = target.read(), alone = render_image(renderer(), frame, {}, theme(), canvas());
    int different = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            different += near(at(whole, x + 70, y + 260 - side - 40), at(alone, x, y), 4) ? 0 : 1;
    CHECK(different == 0);
    CHECK(at(whole, 20, 20) == std::array<int, 3>{0, 0, 0});
}

TEST_CASE("an overlay is drawn over the panel of its name") {
    const auto frame = plane_frame([](Panel&) {});
    const auto over = plane_frame([](Panel& panel) { panel.dot(Vec2(0, 0), ink, 20); });
    static_cast<void>(renderer());  // makes the context current
    const ImageTarget target(side, side);
    target.bind();
    renderer().draw(frame, {}, theme(), canvas(), over);
    CHECK(cover(target.read(), 100, 100, ink) == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("pictures that are too large or have no size are refused in words") {
    const auto frame = plane_frame(everything);
    const std::string large =
        message_of([&] { static_cast<void>(render_image(renderer(), frame, {}, theme(), canvas(1000))); });
    CHECK(large.find("200000 × 200000") != std::string::npos);
    CHECK(large.find("too large") != std::string::npos);
    CHECK(large.find("SVG") != std::string::npos);
    CHECK(message_of([&] {
              static_cast<void>(render_image(renderer(), frame, {}, theme(), canvas(0)));
          }).find("at least 1") != std::string::npos);
    renderer().draw(frame, {}, theme(), canvas(0));  // a window without size: nothing happens
}

TEST_CASE("the driver is named") {
    static_cast<void>(renderer());
    CHECK(why_unsuitable().empty());
    {
        const OffscreenContext second;
        CHECK(second.driver().find("OpenGL") != std::string::npos);
    }
    static_cast<void>(renderer());  // the first context is current again when the renderer goes
}

TEST_CASE("a shader that does not compile is reported with the driver's words and name") {
    static_cast<void>(renderer());
    const std::string vertex = "#version 330 core\nvoid main() { gl_Position = vec4(0.0); }\n";
    const std::string why =
        message_of([&] { gl::Program("broken", vertex, "#version 330 core\nvoid main() { nonsense(); }\n"); });
    CHECK(why.find("fragment shader \"broken\"") != std::string::npos);
    CHECK(why.find("nonsense") != std::string::npos);
    CHECK(why.find("OpenGL") != std::string::npos);
    CHECK(message_of([] { gl::Program("no such shader"); }).find("no such shader") != std::string::npos);
}
