// Where a panel's world ends up in pixels: the camera, the place on the canvas, and the matrix from a local frame to
// clip space. Worked out once per panel and drawing, then handed to every program as uniforms.
#pragma once

#include "viz/gl/program.h"
#include "viz/theme.h"
#include "viz/view.h"

#include <array>

namespace eigenscape::gl {

// What is drawn on, in pixels of the bound framebuffer, from its lower left corner.
struct CanvasPixels {
    int x = 0, y = 0, width = 0, height = 0;
    double scale = 1;  // pixels per point
};

struct PixelBox {
    int left = 0, bottom = 0, right = 0, top = 0;
    bool empty() const { return right <= left || top <= bottom; }
    int width() const { return right - left; }
    int height() const { return top - bottom; }
};

struct PanelSpace {
    Camera camera;
    CanvasPixels canvas;
    std::array<float, 4> place{};  // left, bottom, width, height in pixels of the canvas

    PixelBox pixels(const Rect& points) const;  // the whole pixels that a rectangle touches, inside the canvas
    Vec2 pixel(const Vec2& points) const {
        return {points.x() * canvas.scale, canvas.height - points.y() * canvas.scale};
    }
    double pixels_per_metric(const Vec3& metric, const Vec3& middle) const;
    // Clip depth times distance, for one pixel's length towards the eye.
    double depth_per_pixel(const Vec3& metric, const Vec3& middle) const;

    // Sets what style.glsl and the fragment shaders ask for.
    void describe_to(const Program& program, const Vec3& origin, const Vec3& scale, const Theme& theme) const;
};

PanelSpace panel_space(const Panel& panel, const Views& views, const Vec2& canvas_points, const CanvasPixels& canvas);

// camera · (world = origin + scale · local), rounded to float only after the product.
std::array<float, 16> local_to_clip(const Eigen::Matrix4d& camera, const Vec3& origin, const Vec3& scale);

}  // namespace eigenscape::gl
