// See svg_photo.h. Not every program knows `image-rendering`: sharp pixels are repeated besides, so that whoever
// smooths the picture blurs only their edges.
#include "viz/svg_photo.h"

#include "viz/image/base64.h"
#include "viz/image/png.h"
#include "viz/svg_ink.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::svg_ink {
namespace {

constexpr double least_area = 1e-3;                 // square points: what a matrix has flattened is not written
constexpr double repeats_per_point = 2;             // of a sharp pixel, on each side
constexpr int most_repeats = 16, most_side = 1024;  // in pixels

Image repeated(const Image& image, int times) {
    Image large(times * image.width, times * image.height);
    for (int y = 0; y < large.height; ++y)
        for (int x = 0; x < large.width; ++x) std::copy_n(image.pixel(x / times, y / times), 4, large.pixel(x, y));
    return large;
}

int repeats(const Photo& photo, const Vec2& right, const Vec2& down) {
    const Image& image = *photo.pixels;
    if (photo.smooth) return 1;
    const double points = std::max(right.norm() / image.width, down.norm() / image.height);
    const int most = std::clamp(most_side / std::max(image.width, image.height), 1, most_repeats);
    return static_cast<int>(std::clamp(std::ceil(repeats_per_point * points), 1.0, double(most)));
}

}  // namespace

// A picture of one by one: its own upper left corner is where its x and y begin.
std::string photo_element(const Photo& photo, const Camera& camera) {
    if (!photo.pixels || photo.pixels->rgba.empty() || !(photo.opacity > 0)) return {};
    const auto on_screen = [&](const Vec2& p) { return camera.to_screen({p.x(), p.y(), 0}); };
    const Vec2 corner = on_screen(photo.corner + photo.up), down = on_screen(photo.corner) - corner,
               right = on_screen(photo.corner + photo.up + photo.right) - corner;
    if (!(std::abs(right.x() * down.y() - right.y() * down.x()) > least_area)) return {};
    std::string matrix = "matrix(";
    for (const double v : {right.x(), right.y(), down.x(), down.y(), corner.x()}) matrix += number(v) + " ";
    const Image pixels = repeated(*photo.pixels, repeats(photo, right, down));
    return "<image" + attribute("width", 1) + attribute("height", 1) +
           attribute("transform", matrix + number(corner.y()) + ")") + attribute("preserveAspectRatio", "none") +
           (photo.smooth ? "" : attribute("image-rendering", "pixelated")) + opacity("opacity", photo.opacity) +
           attribute("href", "data:image/png;base64," + base64(write_png(pixels))) + "/>\n";
}

}  // namespace eigenscape::svg_ink
