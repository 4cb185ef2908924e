// Sizes are refused before memory is asked for; the driver's own limit is told by ImageTarget. See picture_file.h.
#include "app/film/picture_file.h"

#include "viz/gl/render_image.h"
#include "viz/svg.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace eigenscape {
namespace {

std::string by(double width, double height) {
    return std::to_string(std::llround(width)) + " by " + std::to_string(std::llround(height));
}

}  // namespace

Bytes png_file(gl::Renderer& renderer, const Page& page, const Document& document, const PictureLook& look) {
    gl::Canvas canvas;
    canvas.points = page.size;
    canvas.scale = look.scale;
    canvas.transparent = look.transparent;
    const auto frame = std::make_shared<const Frame>(page.frame);
    return to_png(gl::render_image(renderer, frame, page.views, *look.theme, canvas), document);
}

Bytes svg_file(const Page& page, const Document& document, const PictureLook& look, double enlarged) {
    SvgSettings settings;
    settings.size_points = page.size;
    settings.transparent = look.transparent;
    if (const Scene* scene = find_scene(document.scene)) settings.title = scene->words.title;
    settings.metadata = to_text(document);
    settings.pixels_per_point = std::max(1.0, look.scale) * 2;
    settings.enlarged = enlarged;
    const std::string text = svg(page.frame, page.views, *look.theme, settings);
    return {text.begin(), text.end()};
}

std::string too_large_png(const Vec2& size, double scale) {
    constexpr double most_side = 65536, most_pixels_drawn = 2.7e8;  // far beyond every driver's limit
    const double width = size.x() * scale, height = size.y() * scale;
    if (width <= most_side && height <= most_side && width * height <= most_pixels_drawn) return {};
    return "a picture of " + by(width, height) +
           " pixels is too large. Ask for at most 16384 by 16384, or for an SVG, which has no pixels.";
}

// An SVG has no pixels, only a side that its readers still place exactly.
std::string too_large_svg(const Vec2& size) {
    constexpr int most_side = 65536;
    if (size.x() <= most_side && size.y() <= most_side) return {};
    return "a drawing of " + by(size.x(), size.y()) + " points is too large. Ask for at most 65536 by 65536.";
}

}  // namespace eigenscape
