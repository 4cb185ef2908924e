// A small rasteriser: edge functions, a depth buffer, perspective-correct normals and values; see raster.h.
// Opaque surfaces first, then translucent triangles from far to near; colours by viz/light.h, as in the mesh shader.
#include "viz/raster.h"

#include "viz/arrow_head.h"
#include "viz/light.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int samples = 2;  // a side of a pixel

struct Vertex {
    double x = 0, y = 0, depth = 0, over_w = 1;  // sample coordinates, clip depth, 1 / w
    Vec3 normal{0, 0, 0};                        // zero: unlit
    double value = -1;                           // below 0: the ink
};

// One side of a triangle: positive to its left. Computed alike for both triangles that share it, and a sample exactly
// on it belongs to one of them: no seams in what is translucent.
struct Edge {
    Edge(const Vertex& from, const Vertex& to) {
        const bool swapped = from.x > to.x || (from.x == to.x && from.y > to.y);
        const Vertex &a = swapped ? to : from, &b = swapped ? from : to;
        x = a.x;
        y = a.y;
        dx = swapped ? a.x - b.x : b.x - a.x;
        dy = swapped ? a.y - b.y : b.y - a.y;
        owns = to.y > from.y || (to.y == from.y && to.x > from.x);
    }
    double at(double px, double py) const { return dx * (py - y) - dy * (px - x); }
    bool has(double value) const { return value > 0 || (value == 0 && owns); }
    double x, y, dx, dy;
    bool owns;
};

struct Triangle {
    std::array<Vertex, 3> corners;
    Color ink;
    double opacity = 1;
    double farness() const { return corners[0].depth + corners[1].depth + corners[2].depth; }
};

struct Pixel {
    float r = 0, g = 0, b = 0, a = 0;  // premultiplied
};

class Canvas {
  public:
    Canvas(const Panel& panel, const Camera& camera, const Theme& theme, double scale)
        : panel_(panel), camera_(camera), theme_(theme), light_(light_of(camera)) {
        width_ = std::max(1, static_cast<int>(std::lround(camera.place.width * scale))) * samples;
        height_ = std::max(1, static_cast<int>(std::lround(camera.place.height * scale))) * samples;
        const std::size_t count = static_cast<std::size_t>(width_) * height_;
        pixels_.resize(count);
        depths_ = {camera.place,
                   width_,
                   height_,
                   std::vector<float>(count, 1),
                   std::vector<float>(count, 1),
                   std::vector<float>(count, 0)};
    }

    Raster run() {
        std::vector<Triangle> translucent;
        for (const Mesh& mesh : panel_.meshes) collect(mesh, translucent);
        std::stable_sort(translucent.begin(), translucent.end(),
                         [](const Triangle& a, const Triangle& b) { return a.farness() > b.farness(); });
        for (const Triangle& triangle : translucent) draw(triangle);
        Raster raster;
        raster.image = averaged();
        raster.depths = std::move(depths_);
        return raster;
    }

  private:
    bool project(const Vec3& world, Vertex& vertex) const {
        const Eigen::Vector4d clip = camera_.matrix * Eigen::Vector4d(world.x(), world.y(), world.z(), 1);
        if (!clip.allFinite() || !(clip.w() > 1e-9)) return false;
        vertex.over_w = 1 / clip.w();
        vertex.x = (0.5 + 0.5 * clip.x() * vertex.over_w) * width_;
        vertex.y = (0.5 - 0.5 * clip.y() * vertex.over_w) * height_;
        vertex.depth = clip.z() * vertex.over_w;
        return true;
    }

    void collect(const Mesh& mesh, std::vector<Triangle>& translucent) {
        if (!mesh.data || !(mesh.opacity > 0)) return;
        const MeshData& data = *mesh.data;
        std::vector<Vertex> vertices(data.positions.size());
        std::vector<bool> in_front(data.positions.size());
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            in_front[i] = project(data.positions[i], vertices[i]);
            if (i < data.normals.size()) vertices[i].normal = data.normals[i];
            if (i < data.values.size()) vertices[i].value = data.values[i];
        }
        Triangle triangle;
        triangle.ink = theme_[mesh.ink];
        triangle.opacity = mesh.opacity;
        for (std::size_t i = 0; i + 2 < data.indices.size(); i += 3) {
            const auto* k = &data.indices[i];
            if (!in_front[k[0]] || !in_front[k[1]] || !in_front[k[2]]) continue;
            triangle.corners = {vertices[k[0]], vertices[k[1]], vertices[k[2]]};
            if (mesh.opacity < 1) translucent.push_back(triangle);
            else draw(triangle);
        }
    }

    void draw(Triangle triangle) {
        auto& [a, b, c] = triangle.corners;
        double area = Edge(a, b).at(c.x, c.y);
        if (!(std::abs(area) > 1e-12)) return;
        if (area < 0) {
            std::swap(b, c);
            area = -area;
        }
        const Edge across_a(b, c), across_b(c, a), across_c(a, b);
        const auto [left, right] = std::minmax({a.x, b.x, c.x});
        const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
        const int x0 = static_cast<int>(std::clamp(std::floor(left), 0.0, width_ - 1.0));
        const int x1 = static_cast<int>(std::clamp(std::ceil(right), 0.0, width_ - 1.0));
        const int y0 = static_cast<int>(std::clamp(std::floor(top), 0.0, height_ - 1.0));
        const int y1 = static_cast<int>(std::clamp(std::ceil(bottom), 0.0, height_ - 1.0));
        for (int y = y0; y <= y1; ++y) {
            for (int x = x0; x <= x1; ++x) {
                const double wa = across_a.at(x + 0.5, y + 0.5), wb = across_b.at(x + 0.5, y + 0.5);
                const double wc = across_c.at(x + 0.5, y + 0.5);
                if (across_a.has(wa) && across_b.has(wb) && across_c.has(wc))
                    shade(triangle, x, y, {wa / area, wb / area, wc / area});
            }
        }
    }

    void shade(const Triangle& triangle, int x, int y, const std::array<double, 3>& weights) {
        const auto& corners = triangle.corners;
        const std::size_t at = static_cast<std::size_t>(y) * width_ + x;
        double depth = 0;
        for (int i = 0; i < 3; ++i) depth += weights[i] * corners[i].depth;
        const float z = static_cast<float>(depth);
        if (!(z < depths_.solid[at]) || z < -1) return;
        const bool solid = triangle.opacity >= 1;
        if (solid) {
            depths_.solid[at] = z;
        } else if (z < depths_.sheet[at]) {
            depths_.sheet[at] = z;
            depths_.sheet_share[at] = static_cast<float>(triangle.opacity);
        }
        const Color color = color_at(triangle, weights);
        const float share = solid ? 1 : static_cast<float>(triangle.opacity), rest = 1 - share;
        Pixel& p = pixels_[at];
        p = {share * color.r + rest * p.r, share * color.g + rest * p.g, share * color.b + rest * p.b,
             share + rest * p.a};
        drawn_ = true;
    }

    // Values and normals are even in the world, not on the screen: weighted by 1 / w.
    Color color_at(const Triangle& triangle, const std::array<double, 3>& weights) const {
        double sum = 0, value = 0;
        Vec3 normal(0, 0, 0);
        for (int i = 0; i < 3; ++i) {
            const Vertex& corner = triangle.corners[i];
            const double w = weights[i] * corner.over_w;
            sum += w;
            value += w * corner.value;
            normal += w * corner.normal;
        }
        const Color base = value / sum < -0.5 ? triangle.ink : ramp_at(theme_, value / sum);
        return normal.squaredNorm() > 0 ? lit(base, normal.normalized(), light_, camera_.eye) : base;
    }

    Image averaged() const {
        if (!drawn_) return {};
        Image image(width_ / samples, height_ / samples);
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                Pixel sum;
                for (int dy = 0; dy < samples; ++dy)
                    for (int dx = 0; dx < samples; ++dx) {
                        const Pixel& p =
                            pixels_[static_cast<std::size_t>(y * samples + dy) * width_ + x * samples + dx];
                        sum = {sum.r + p.r, sum.g + p.g, sum.b + p.b, sum.a + p.a};
                    }
                if (!(sum.a > 0)) continue;
                std::uint8_t* out = image.pixel(x, y);
                const auto byte = [](float v) {
                    return static_cast<std::uint8_t>(std::clamp(v, 0.0f, 1.0f) * 255 + 0.5f);
                };
                out[0] = byte(sum.r / sum.a);
                out[1] = byte(sum.g / sum.a);
                out[2] = byte(sum.b / sum.a);
                out[3] = byte(sum.a / (samples * samples));
            }
        }
        return image;
    }

    const Panel& panel_;
    const Camera& camera_;
    const Theme& theme_;
    Light light_;
    int width_ = 0, height_ = 0;
    std::vector<Pixel> pixels_;
    Depths depths_;
    bool drawn_ = false;
};

// The farthest depth of the pixel and its four neighbours, one pixel being `samples` samples.
float farthest(const std::vector<float>& depths, int width, int height, int x, int y) {
    const auto at = [&](int i, int j) {
        if (i < 0 || j < 0 || i >= width || j >= height) return 1.0f;
        return depths[static_cast<std::size_t>(j) * width + i];
    };
    return std::max({at(x, y), at(x + samples, y), at(x - samples, y), at(x, y + samples), at(x, y - samples)});
}

double beyond(const std::vector<float>& depths, const Depths& all, const Camera& camera, const Vec3& world) {
    const Vec2 p = camera.to_screen(world);
    if (!p.allFinite() || depths.empty()) return 0;
    const int x = static_cast<int>(std::floor((p.x() - all.place.x) / all.place.width * all.width));
    const int y = static_cast<int>(std::floor((p.y() - all.place.y) / all.place.height * all.height));
    const Eigen::Vector4d clip = camera.matrix * Eigen::Vector4d(world.x(), world.y(), world.z(), 1);
    return clip.z() - farthest(depths, all.width, all.height, x, y) * clip.w();
}

}  // namespace

double Depths::behind_sheet(const Camera& camera, const Vec3& world) const {
    if (!(beyond(sheet, *this, camera, world) > 1.5 * depth_tolerance)) return 0;
    const Vec2 p = camera.to_screen(world);
    const int x = std::clamp(static_cast<int>((p.x() - place.x) / place.width * width), 0, width - 1);
    const int y = std::clamp(static_cast<int>((p.y() - place.y) / place.height * height), 0, height - 1);
    return sheet_share[static_cast<std::size_t>(y) * width + x];
}

double Depths::seen(const Camera& camera, const Vec3& world) const {
    return beyond(solid, *this, camera, world) > 1.5 * depth_tolerance ? 0 : 1 - behind_sheet(camera, world);
}

Raster rasterise(const Panel& panel, const Camera& camera, const Theme& theme, double pixels_per_point) {
    if (panel.meshes.empty()) return {};
    return Canvas(panel, camera, theme, pixels_per_point).run();
}

}  // namespace eigenscape
