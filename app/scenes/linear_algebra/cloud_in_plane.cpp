// The picture of a cloud in the plane; see cloud_in_plane.h.
// Everything is drawn through Cloud::turned or Cloud::placed, so all steps of the film are one picture.
#include "app/scenes/linear_algebra/cloud_in_plane.h"

#include "viz/ease.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/line.h"
#include "viz/shapes/round.h"

#include <cmath>

namespace eigenscape {
namespace {

struct Drawing {
    Panel& panel;
    const Cloud& cloud;
    double reach;  // half the home's width

    Vec2 turned(const Vec2& x) const { return cloud.turned(x); }
    Vec2 placed(const Vec2& x) const { return cloud.placed(x); }
    Vec2 mean() const { return cloud.mean; }
    Vec2 along(const Vec2& v) const { return cloud.turn() * v; }  // a direction, turned
    Vec2 axis() const {
        const double angle = cloud.axis_degrees * pi / 180;
        return {std::cos(angle), std::sin(angle)};
    }
    Vec2 shadow(const Vec2& x) const { return mean() + axis() * axis().dot(x - mean()); }
    bool single_rows() const { return cloud.X.rows() <= most_single_rows; }

    void grids() const;
    void ellipse_of_covariance() const;
    void bootstrap_fan() const;
    void regression() const;
    void hand_axis() const;
    void shadows() const;
    void rows() const;
    void components() const;
    void handles() const;
    void segment(const Vec2& a, const Vec2& b, const Pen& pen) const {
        if (const auto part = clipped(Segment2{a, b}, panel.window)) panel.line(part->first, part->second, pen);
    }
    void name_axes(const Box2& home) const;
};

void Drawing::grids() const {
    still_grid(panel);
    if (cloud.turning() > 0) {  // the old coordinates, carried along
        const double far = 0.75 * panel.window.size().norm();
        const Vec2 middle = cloud.mean + cloud.turn().transpose() * (panel.window.center() - turned(cloud.mean));
        const Box2 source{middle - Vec2(far, far), middle + Vec2(far, far)};
        curved_grid(
            panel, [&](const Vec2& x) { return turned(x); }, source, 0.55 * std::min(1.0, 4 * cloud.turning()));
    }
    axis_numbers(panel);
}

void Drawing::ellipse_of_covariance() const {
    if (!cloud.ok()) return;
    const VecX lengths = component_reach * cloud.parts.variances.cwiseSqrt();
    const MatX axes = cloud.parts.components.transpose() * lengths.asDiagonal();
    ellipse(panel, turned(mean()), Mat2(cloud.turn() * axes),
            {.ink = Ink::special, .width_points = 1.6, .opacity = 0.85}, 0.05);
}

void Drawing::bootstrap_fan() const {
    for (const MatX& components : cloud.fan)
        line_through(panel, turned(mean()), along(components.row(0).transpose()),
                     {.ink = Ink::first, .width_points = 1.2, .opacity = cloud.fan_opacity()});
}

void Drawing::regression() const {
    const double slope = regression_slope(cloud);
    if (!std::isfinite(slope)) return;
    line_through(panel, turned(mean()), along(Vec2(1, slope)),
                 {.ink = Ink::text, .width_points = 1.6, .dash = Dash::dashed, .opacity = 0.8}, "\\text{regression}");
    if (!single_rows()) return;
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i) {
        const Vec2 x = cloud.row(i), fitted(x.x(), mean().y() + slope * (x.x() - mean().x()));
        segment(turned(fitted), turned(x), {.ink = Ink::text, .width_points = 1, .dash = Dash::dotted, .opacity = 0.6});
    }
}

// The line, and on it one deviation of the shadows to either side.
void Drawing::hand_axis() const {
    if (cloud.X.rows() == 0) return;
    line_through(panel, turned(mean()), along(axis()), {.ink = Ink::image, .width_points = 2.2});
    if (!cloud.ok()) return;
    const Vec2 deviation = std::sqrt(std::max(0.0, cloud.split.along)) * axis();
    segment(turned(mean() - deviation), turned(mean() + deviation),
            {.ink = Ink::image, .width_points = 8, .opacity = 0.45});
}

void Drawing::shadows() const {
    if (!single_rows()) return;
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i) {
        const Vec2 x = cloud.row(i), foot = turned(shadow(x));
        segment(turned(x), foot, {.ink = Ink::negative, .width_points = 1.3, .opacity = 0.75});
        if (panel.window.contains(foot)) panel.dot(foot, Ink::image, 6);
    }
}

void Drawing::rows() const {
    const bool dropping = cloud.dropping() > 0, single = single_rows();
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i) {
        const Vec2 before = turned(cloud.row(i)), at = placed(cloud.row(i));
        if (dropping && panel.window.contains(before)) panel.dot(before, Ink::ghost, single ? 7 : 4, Mark::ring);
        if (panel.window.contains(at)) panel.dot(at, Ink::subject, single ? 9 : 5);
    }
    if (const Vec2 at = turned(mean()); cloud.X.rows() > 0 && panel.window.contains(at))
        panel.dot(at, Ink::text, 12, Mark::cross);
}

// They come up while the axis turns, and get their names when it has arrived.
void Drawing::components() const {
    const double seen = smooth(cloud.asked.t);
    if (!cloud.ok() || cloud.all_equal() || seen == 0) return;
    for (int i = 0; i < 2; ++i) {
        const Vec2 arm = component_reach * std::sqrt(cloud.parts.variances(i)) * cloud.basis.row(i).transpose();
        const Pen pen{.ink = component_inks[i],
                      .width_points = 3.2,
                      .dash = cloud.determined(i) ? Dash::solid : Dash::dashed,
                      .opacity = seen};
        const std::string name = seen < 1 ? "" : "\\vec v_" + std::to_string(i + 1);
        two_headed(panel, turned(mean()), along(arm), pen, name);
    }
}

void Drawing::handles() const {
    if (cloud.asked.t < 1 && cloud.X.rows() > 0)
        for (const double side : {1.0, -1.0}) {
            const Vec2 tip = turned(mean() + side * 0.72 * reach * axis());
            if (panel.window.contains(tip)) {
                panel.dot(tip, Ink::image, 12);
                if (side > 0) panel.label(tip, "\\vec u", Ink::image, along(axis()));
            }
            panel.handle(tip, "angle", "Turn the axis about the mean", Ink::image);
        }
    if (!single_rows()) return;
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i)
        panel.handle(turned(cloud.row(i)), "rows", "Drag a row of the data", Ink::subject);
}

// The columns as they are, the scores once the components lie on the axes.
void Drawing::name_axes(const Box2& home) const {
    const double t = cloud.asked.t;
    const std::string letter = t >= 2 && t <= 3 ? "z" : t <= 1 || t >= 4 ? "x" : "";
    if (letter.empty()) return;
    panel.label(Vec2(home.hi.x(), std::clamp(0.0, home.lo.y(), home.hi.y())), letter + "_1", Ink::text, {-0.3, 1});
    panel.label(Vec2(std::clamp(0.0, home.lo.x(), home.hi.x()), home.lo.y()), letter + "_2", Ink::text, {-1, 0.3});
}

}  // namespace

Panel& cloud_in_plane(Frame& frame, const Cloud& cloud, const Box2& home, const Rect& place, bool with_regression) {
    const Vec2 moved = -cloud.turning() * home.center();  // the mean goes to the origin while the cloud turns
    const Box2 shown{home.lo + moved, home.hi + moved};
    Panel& panel = frame.plane("plane", shown, place);
    const Drawing drawing{panel, cloud, 0.5 * home.size().x()};
    drawing.grids();
    drawing.ellipse_of_covariance();
    drawing.bootstrap_fan();
    if (with_regression) drawing.regression();
    drawing.hand_axis();
    drawing.shadows();
    drawing.rows();
    drawing.components();
    drawing.name_axes(shown);
    drawing.handles();
    return panel;
}

}  // namespace eigenscape
