// What the GL tests share: one off-screen context, a renderer, and pictures drawn from panels that a test fills in.
// Colours are compared as bytes; `near` allows for rounding.
#pragma once

#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

namespace eigenscape::gl {

inline Renderer& renderer() {
    static const OffscreenContext context;
    context.make_current();  // a test may have used one of its own
    static Renderer one;
    return one;
}

inline constexpr int side = 200;  // of the test pictures in points: x and y from −1 to 1 fill them exactly
inline const Vec2 canvas_points(side, side);
inline constexpr Ink ink = Ink::special;  // of what most pictures show

using Draw = std::function<void(Panel&)>;

inline std::shared_ptr<const Frame> plane_frame(const Draw& draw, const Views& views = {}) {
    auto frame = std::make_shared<Frame>(Stage{canvas_points, views});
    draw(frame->plane("plane", {{-1, -1}, {1, 1}}));
    return frame;
}

inline Canvas canvas(double scale = 1, bool transparent = false) {
    Canvas c;
    c.points = canvas_points;
    c.scale = scale;
    c.transparent = transparent;
    return c;
}

inline const Theme& theme() { return default_theme(); }

inline Image picture(const Draw& draw, double scale = 1, const Views& views = {}, bool transparent = false) {
    return render_image(renderer(), plane_frame(draw, views), views, theme(), canvas(scale, transparent));
}

// A box seen from straight in front: x runs right, z up, y away. At its middle one unit is about 100 points.
inline View3 view_from_front() {
    View3 view;
    view.azimuth = -pi / 2;
    view.elevation = 0;
    view.zoom = 2.5;
    return view;
}

inline std::shared_ptr<const Frame> space_frame(const Draw& draw) {
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    Panel& panel = frame->space("space", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1}, view_from_front());
    panel.proportions = {1, 1, 1};
    draw(panel);
    return frame;
}

inline Image space_picture(const Draw& draw) {
    return render_image(renderer(), space_frame(draw), {}, theme(), canvas());
}

// An upright square facing the viewer at depth y, from −size to size in x and z.
inline std::shared_ptr<const MeshData> wall(double y, double size) {
    auto data = std::make_shared<MeshData>();
    data->positions = {{-size, y, -size}, {size, y, -size}, {size, y, size}, {-size, y, size}};
    data->indices = {0, 1, 2, 0, 2, 3};
    return data;
}

inline std::array<int, 3> bytes(const Color& c) {
    const auto byte = [](float v) { return static_cast<int>(std::lround(255 * v)); };
    return {byte(c.r), byte(c.g), byte(c.b)};
}

inline std::array<int, 3> at(const Image& image, int x, int y) {
    const auto* p = image.pixel(x, y);
    return {p[0], p[1], p[2]};
}

inline bool near(const std::array<int, 3>& a, const std::array<int, 3>& b, int most = 2) {
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(a[i] - b[i]) > most) return false;
    return true;
}

// How much of the way from paper to ink a pixel is.
inline double cover(const Image& image, int x, int y, Ink drawn) {
    const auto from = bytes(theme()[Ink::paper]), to = bytes(theme()[drawn]), here = at(image, x, y);
    std::size_t widest = 0;
    for (std::size_t i = 1; i < 3; ++i)
        if (std::abs(to[i] - from[i]) > std::abs(to[widest] - from[widest])) widest = i;
    return static_cast<double>(here[widest] - from[widest]) / (to[widest] - from[widest]);
}

inline double column_cover(const Image& image, int x, Ink drawn) {
    double sum = 0;
    for (int y = 0; y < image.height; ++y) sum += cover(image, x, y, drawn);
    return sum;
}

inline double total_cover(const Image& image, Ink drawn) {
    double sum = 0;
    for (int x = 0; x < image.width; ++x) sum += column_cover(image, x, drawn);
    return sum;
}

}  // namespace eigenscape::gl
