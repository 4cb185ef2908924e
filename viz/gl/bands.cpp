// Spans of an outline, band by band; see bands.h.
// A point behind the eye could be anywhere: then all of the box is covered.
#include "viz/gl/bands.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::gl {
namespace {

constexpr int band_rows = 16;
constexpr double room = 2;  // pixels around the outline: its edge is soft, and rounding differs

}  // namespace

Bands::Bands(const PixelBox& box)
    : box_(box),
      spans_(static_cast<std::size_t>((box.height() + band_rows - 1) / band_rows), Vec2(infinity, -infinity)) {}

void Bands::add(std::span<const Silhouette::Edge> outline, const std::array<float, 16>& to_clip) {
    const auto clip = [&](const Silhouette::Point& p, std::size_t row) {
        return double{to_clip[row]} * p[0] + double{to_clip[4 + row]} * p[1] + double{to_clip[8 + row]} * p[2] +
               double{to_clip[12 + row]};
    };
    const auto pixel = [&](const Silhouette::Point& p) {
        const double w = clip(p, 3);
        if (!(w > 0)) return Vec2(undefined, undefined);
        return Vec2((0.5 + 0.5 * clip(p, 0) / w) * box_.width(), (0.5 + 0.5 * clip(p, 1) / w) * box_.height());
    };
    for (const Silhouette::Edge& edge : outline) {
        const Vec2 a = pixel(edge.a), b = pixel(edge.b);
        if (!a.allFinite() || !b.allFinite()) {
            std::ranges::fill(spans_, Vec2(0, box_.width()));
            return;
        }
        reach(a, b);
    }
}

void Bands::reach(const Vec2& a, const Vec2& b) {
    const double last = static_cast<double>(spans_.size()) - 1;
    const auto band = [&](double y) { return std::clamp(std::floor(y / band_rows), 0.0, last); };
    const double low = std::min(a.y(), b.y()) - room, high = std::max(a.y(), b.y()) + room;
    if (high < 0 || low > box_.height() || spans_.empty()) return;
    const double left = std::min(a.x(), b.x()) - room, right = std::max(a.x(), b.x()) + room;
    for (double k = band(low); k <= band(high); ++k) {
        Vec2& span = spans_[static_cast<std::size_t>(k)];
        span = {std::min(span.x(), left), std::max(span.y(), right)};
    }
}

std::vector<Bands::Area> Bands::areas() const {
    std::vector<Area> areas;
    for (std::size_t k = 0; k < spans_.size(); ++k) {
        const int bottom = box_.bottom + static_cast<int>(k) * band_rows, top = std::min(bottom + band_rows, box_.top);
        const double left = box_.left + std::floor(std::clamp(spans_[k].x(), 0.0, 1.0 * box_.width()));
        const double right = box_.left + std::ceil(std::clamp(spans_[k].y(), 0.0, 1.0 * box_.width()));
        if (left < right)
            areas.push_back({static_cast<float>(left), static_cast<float>(bottom), static_cast<float>(right),
                             static_cast<float>(top)});
    }
    return areas;
}

}  // namespace eigenscape::gl
