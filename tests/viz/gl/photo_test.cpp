// Photos: where each pixel lands, under what, clipped to what, how they are made larger and smaller, how often
// uploaded. One unit of the test plane is 100 points; the same pixels are expected of paper.
#include "tests/viz/from_svg.h"
#include "tests/viz/gl/drawing.h"
#include "viz/ghost.h"
#include "viz/svg.h"

using namespace eigenscape;
using namespace eigenscape::gl;

namespace {

using Pixel = std::array<std::uint8_t, 4>;
constexpr Pixel red = {200, 30, 30, 255}, green = {30, 200, 30, 255}, blue = {30, 30, 200, 255},
                white = {240, 240, 240, 255};

std::shared_ptr<const Image> four(const Pixel& a = red, const Pixel& b = green, const Pixel& c = blue,
                                  const Pixel& d = white) {
    auto image = std::make_shared<Image>(2, 2);  // upper left, upper right, lower left, lower right
    const Pixel* colors[] = {&a, &b, &c, &d};
    for (int i = 0; i < 4; ++i) std::copy(colors[i]->begin(), colors[i]->end(), image->pixel(i % 2, i / 2));
    return image;
}

std::array<int, 3> seen(const Pixel& p) { return {p[0], p[1], p[2]}; }

std::array<int, 3> mixed(const Pixel& over, const std::array<int, 3>& under, double opacity) {
    std::array<int, 3> result{};
    for (std::size_t k = 0; k < 3; ++k)
        result[k] = static_cast<int>(std::lround(opacity * over[k] + (1 - opacity) * under[k]));
    return result;
}

std::shared_ptr<const Frame> frame_of(const Draw& draw) { return plane_frame(draw); }

// The same picture on the screen and, where it can be converted, from paper.
void on_screen_and_paper(const Draw& draw, const std::function<void(const Image&)>& check) {
    check(picture(draw));
    if (!eigenscape::testing::can_convert_svg()) return;
    SvgSettings settings;
    settings.size_points = canvas_points;
    INFO("on paper");
    check(eigenscape::testing::from_svg(svg(*frame_of(draw), {}, theme(), settings), side, side));
}

std::array<int, 3> paper() { return bytes(theme()[Ink::paper]); }

}  // namespace

TEST_CASE("a photo lies on its parallelogram, the right way up, each pixel a sharp square when asked for") {
    const auto draw = [](Panel& panel) { panel.photo(four(), {-0.5, -0.5}, {1, 0}, {0, 1}).smooth = false; };
    on_screen_and_paper(draw, [](const Image& image) {
        CHECK(near(at(image, 60, 60), seen(red)));
        CHECK(near(at(image, 97, 97), seen(red)));
        CHECK(near(at(image, 140, 60), seen(green)));
        CHECK(near(at(image, 103, 97), seen(green)));
        CHECK(near(at(image, 60, 140), seen(blue)));
        CHECK(near(at(image, 140, 140), seen(white)));
        CHECK(near(at(image, 47, 100), paper()));
        CHECK(near(at(image, 153, 100), paper()));
    });
}

TEST_CASE("a matrix turns, shears and mirrors a photo") {
    const Mat2 M = Mat2{{0, 1.2}, {1, 0.4}};  // determinant below zero: mirrored
    const auto draw = [&](Panel& panel) {
        panel.photo(four(), M * Vec2(-0.5, -0.5), M.col(0), M.col(1)).smooth = false;
    };
    on_screen_and_paper(draw, [&](const Image& image) {
        for (const auto& [part, color] : {std::pair(Vec2(-0.25, 0.25), red), std::pair(Vec2(0.25, 0.25), green),
                                          std::pair(Vec2(-0.25, -0.25), blue), std::pair(Vec2(0.25, -0.25), white)}) {
            const Vec2 p = M * part;
            CHECK(
                near(at(image, static_cast<int>(100 + 100 * p.x()), static_cast<int>(100 - 100 * p.y())), seen(color)));
        }
        CHECK(near(at(image, 10, 10), paper()));
    });
}

TEST_CASE("a smooth photo goes gently from pixel to pixel, and is averaged when made smaller") {
    const auto large = [](Panel& panel) { panel.photo(four(), {-0.8, -0.8}, {1.6, 0}, {0, 1.6}); };
    on_screen_and_paper(large, [](const Image& image) {
        CHECK(near(at(image, 25, 25), seen(red), 3));  // beyond the middle of the corner pixel: its colour
        CHECK(near(at(image, 100, 40), mixed(red, seen(green), 0.5), 4));
        CHECK(near(at(image, 80, 40), mixed(red, seen(green), 0.75), 6));
    });
    auto stripes = std::make_shared<Image>(64, 64);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) std::fill_n(stripes->pixel(x, y), 4, (x % 2) ? 255 : 0);
    for (std::size_t i = 3; i < stripes->rgba.size(); i += 4) stripes->rgba[i] = 255;
    for (const bool smooth : {true, false}) {
        const Image image = picture([&](Panel& panel) {
            panel.photo(stripes, {-0.08, -0.08}, {0.16, 0}, {0, 0.16}).smooth = smooth;
        });
        for (int x = 95; x < 105; ++x) CHECK(near(at(image, x, 100), {128, 128, 128}, 12));
    }
}

TEST_CASE(
    "opacity, of the photo and of its pixels, lets the paper through, and colours that cannot be seen do not bleed") {
    const Pixel clear = {255, 255, 255, 0}, half = {200, 30, 30, 128};
    const auto draw = [&](Panel& panel) {
        panel.photo(four(red, clear, half, clear), {-0.5, -0.5}, {1, 0}, {0, 1});
        panel.photos.back().opacity = 0.5;
    };
    on_screen_and_paper(draw, [&](const Image& image) {
        CHECK(near(at(image, 60, 60), mixed(red, paper(), 0.5), 3));
        CHECK(near(at(image, 60, 140), mixed(red, paper(), 0.25), 3));
        CHECK(near(at(image, 140, 60), paper(), 3));
        CHECK(near(at(image, 100, 60), mixed(red, paper(), 0.25), 4));
    });
}

TEST_CASE("everything else lies over a photo, and it ends where the plot ends") {
    const auto draw = [](Panel& panel) {
        panel.line(Vec2(-0.9, 0), Vec2(0.9, 0), {Ink::special, 6});
        panel.photo(four(), {-5, -0.5}, {10, 0}, {0, 1}).smooth = false;
    };
    on_screen_and_paper(draw, [](const Image& image) {
        CHECK(near(at(image, 60, 100), bytes(theme()[Ink::special])));
        CHECK(near(at(image, 2, 60), seen(red)));
        CHECK(near(at(image, 197, 140), seen(white)));
    });
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    Panel& chart = frame->chart("chart", {{-1, -1}, {1, 1}}, {0, 0, 1, 1});
    chart.photo(four(), {-5, -5}, {10, 0}, {0, 10}).smooth = false;
    const Rect plot = camera_of(chart, {}, canvas_points).plot;
    const Image image = render_image(renderer(), frame, {}, theme(), canvas());
    const int left = static_cast<int>(plot.x), below = static_cast<int>(plot.y + plot.height);
    REQUIRE(left > 4);
    CHECK(near(at(image, left - 3, 50), paper()));
    CHECK(near(at(image, 100, below + 3), paper()));
    CHECK(near(at(image, left + 3, 50), seen(red)));
}

TEST_CASE("a photo that a matrix has flattened, or that is none, draws nothing and disturbs nothing") {
    const Draw draws[] = {
        [](Panel& panel) {
            panel.photo(four(), {-0.5, -0.5}, {1, 0}, {0.5, 0});
        },
        [](Panel& panel) {
            panel.photo(four(), {0, 0}, {0, 0}, {0, 0});
        },
        [](Panel& panel) {
            panel.photo(nullptr, {-0.5, -0.5}, {1, 0}, {0, 1});
        },
        [](Panel& panel) {
            panel.photo(std::make_shared<const Image>(), {-0.5, -0.5}, {1, 0}, {0, 1});
        },
        [](Panel& panel) {
            panel.photo(four(), {-0.5, -0.5}, {1, 0}, {0, 1}).opacity = 0;
        },
        [](Panel& panel) {
            panel.photo(four(), {-0.5, undefined}, {1, 0}, {0, 1});
        },
    };
    const Image empty = picture([](Panel&) {});
    for (const Draw& draw : draws) {
        CHECK(picture(draw) == empty);
        CHECK(svg(*frame_of(draw), {}, theme(), {}).find("<image") == std::string::npos);
    }
    const auto in_space = space_frame([](Panel& panel) { panel.photo(four(), {-1, -1}, {2, 0}, {0, 2}); });
    CHECK(render_image(renderer(), in_space, {}, theme(), canvas()) == space_picture([](Panel&) {}));
}

TEST_CASE("a photo is uploaded once for what it holds, and no more than some are kept") {
    const auto draw = [](Panel& panel) { panel.photo(four(), {-0.5, -0.5}, {1, 0}, {0, 1}); };
    picture(draw);
    const long before = renderer().uploads().photos;
    picture(draw);  // another frame, other pixels in memory, the same picture
    CHECK(renderer().uploads().photos == before);
    const auto one_of_many = [](int i) {
        return [i](Panel& panel) {
            panel.photo(four({static_cast<std::uint8_t>(i), 1, 1, 255}), {-0.5, -0.5}, {1, 0}, {0, 1});
        };
    };
    for (int i = 0; i < 40; ++i) picture(one_of_many(i));
    CHECK(renderer().uploads().photos == before + 40);
    picture(one_of_many(39));
    CHECK(renderer().uploads().photos == before + 40);
    picture(one_of_many(0));  // drawn too long ago
    CHECK(renderer().uploads().photos == before + 41);
}

TEST_CASE("the ghost of a photo stays faintly where it was, under the photo of now") {
    const auto before = frame_of([](Panel& panel) { panel.photo(four(), {-0.9, -0.5}, {0.8, 0}, {0, 0.8}); });
    const auto now = frame_of([](Panel& panel) { panel.photo(four(), {0.1, -0.5}, {0.8, 0}, {0, 0.8}); });
    const Frame both = haunted(*now, *before);
    const auto& photos = both.panels().front().photos;
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].corner == Vec2(-0.9, -0.5));
    CHECK(photos[0].opacity == doctest::Approx(0.3));
    CHECK(photos[1] == now->panels().front().photos[0]);
}

TEST_CASE("frames are equal when their photos show the same") {
    const auto one = [](const std::function<void(Photo&)>& change) {
        return frame_of([&](Panel& panel) { change(panel.photo(four(), {0, 0}, {1, 0}, {0, 1})); });
    };
    const auto plain = one([](Photo&) {});
    CHECK(*plain == *one([](Photo&) {}));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.pixels = four(green); }));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.pixels = nullptr; }));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.corner.x() = 0.1; }));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.right.y() = 0.1; }));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.up.x() = 0.1; }));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.opacity = 0.5; }));
    CHECK_FALSE(*plain == *one([](Photo& photo) { photo.smooth = false; }));
}
