// See panel_space.h. All products are in double: a float appears only in what the shader gets.
#include "viz/gl/panel_space.h"

#include "viz/frame.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::gl {

PanelSpace panel_space(const Panel& panel, const Views& views, const Vec2& canvas_points, const CanvasPixels& canvas) {
    PanelSpace space;
    space.camera = camera_of(panel, views, canvas_points);
    space.canvas = canvas;
    const Rect& place = space.camera.place;
    const Vec2 corner = space.pixel({place.x, place.y + place.height});
    space.place = {static_cast<float>(corner.x()), static_cast<float>(corner.y()),
                   static_cast<float>(place.width * canvas.scale), static_cast<float>(place.height * canvas.scale)};
    return space;
}

PixelBox PanelSpace::pixels(const Rect& points) const {
    const Vec2 low = pixel({points.x, points.y + points.height}), high = pixel({points.x + points.width, points.y});
    const auto rounded = [](double v, int most) {
        return static_cast<int>(std::lround(std::clamp(v, 0.0, 1.0 * most)));
    };
    return {rounded(low.x(), canvas.width), rounded(low.y(), canvas.height), rounded(high.x(), canvas.width),
            rounded(high.y(), canvas.height)};
}

// How long one metric unit is on the screen at the middle, were it square to the eye: turning leaves it as it is.
double PanelSpace::pixels_per_metric(const Vec3& metric, const Vec3& middle) const {
    const Eigen::Matrix4d& m = camera.matrix;
    if (camera.flat) return 0.5 * place[3] * std::abs(m(1, 1)) / metric.y();
    const Eigen::Vector4d clip = m.leftCols<3>() * middle + m.col(3);
    double squares = 0;
    for (int row = 0; row < 2; ++row) {
        const double half = 0.5 * place[static_cast<std::size_t>(2 + row)];
        for (int axis = 0; axis < 3; ++axis) {
            const double slope = (m(row, axis) - m(3, axis) * clip[row] / clip.w()) / clip.w();
            squares += std::pow(half * slope / metric[axis], 2);
        }
    }
    return std::sqrt(squares / 2);
}

double PanelSpace::depth_per_pixel(const Vec3& metric, const Vec3& middle) const {
    if (camera.flat) return 0;
    const Vec3 step = 0.01 * camera.eye.cwiseQuotient(metric);
    const double distance = camera.matrix.row(3).head<3>().dot(middle) + camera.matrix(3, 3);
    const double per_metric = std::abs(camera.depth(middle - step) - camera.depth(middle + step)) / 0.02 * distance;
    return per_metric / pixels_per_metric(metric, middle);
}

std::array<float, 16> local_to_clip(const Eigen::Matrix4d& camera, const Vec3& origin, const Vec3& scale) {
    Eigen::Matrix4d m = camera;
    m.col(3) += camera.leftCols<3>() * origin;
    for (int axis = 0; axis < 3; ++axis) m.col(axis) *= scale[axis];
    std::array<float, 16> columns{};
    for (std::size_t i = 0; i < 16; ++i) columns[i] = static_cast<float>(m.data()[i]);
    return columns;
}

void PanelSpace::describe_to(const Program& program, const Vec3& origin, const Vec3& scale, const Theme& theme) const {
    program.set_matrix("to_clip", local_to_clip(camera.matrix, origin, scale));
    program.set("place", place);
    program.set("canvas", canvas.width, canvas.height);
    program.set("corner_of_canvas", canvas.x, canvas.y);
    program.set("scale", canvas.scale);
    const Vec3 eye = camera.flat ? Vec3(0, 0, 0) : camera.eye;
    program.set("eye_side", eye.x(), eye.y(), eye.z());
    static_assert(sizeof(Color) == 3 * sizeof(float));
    program.set_array3("inks", {&theme.inks[0].r, 3 * theme.inks.size()});
}

}  // namespace eigenscape::gl
