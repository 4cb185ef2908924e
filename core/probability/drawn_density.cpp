// Between two knots the density is linear, the mass quadratic; the quantile solves that quadratic without cancellation.
// Moments are exact integrals of a trapezium about the middle of the knots.
#include "core/probability/drawn_density.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

std::string problem_of(const Points& sorted) {
    if (sorted.size() < 2) return "Draw at least two points: a density needs a width.";
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        if (!sorted[k].allFinite()) return "A point is not at a finite place.";
        if (sorted[k].y() < 0) return "A density cannot be negative: lift the point below zero.";
        if (k > 0 && sorted[k].x() == sorted[k - 1].x()) return "Two points are at the same x: move one aside.";
    }
    return {};
}

double integral(const DrawnDensity& d, const auto& of_cell) {
    double sum = 0;
    for (std::size_t k = 0; k + 1 < d.x.size(); ++k) sum += of_cell(k, d.x[k + 1] - d.x[k]);
    return sum;
}

}  // namespace

DrawnDensity drawn_density(Points knots) {
    DrawnDensity d;
    std::ranges::stable_sort(knots, {}, [](const Vec2& p) { return p.x(); });
    if (d.problem = problem_of(knots); !d.problem.empty()) return d;
    double tallest = 0;
    for (const Vec2& p : knots) tallest = std::max(tallest, p.y());
    const double width = knots.back().x() - knots.front().x();
    if (tallest == 0 || !std::isfinite(width)) {
        d.problem = tallest == 0 ? "The density is zero everywhere: lift a point." : "The points are too far apart.";
        return d;
    }
    for (const Vec2& p : knots) d.x.push_back(p.x()), d.height.push_back(p.y() / tallest);
    const auto trapezium = [&](std::size_t k, double w) { return w / width * (d.height[k] + d.height[k + 1]) / 2; };
    const double total = integral(d, trapezium);
    d.below.push_back(0);
    for (std::size_t k = 0; k + 1 < d.x.size(); ++k)
        d.below.push_back(d.below.back() + trapezium(k, d.x[k + 1] - d.x[k]) / total);
    d.below.back() = 1;
    for (double& h : d.height) h /= total * width;
    return d;
}

double DrawnDensity::density(double at) const {
    if (!problem.empty()) return undefined;
    if (!(at >= x.front() && at <= x.back())) return std::isnan(at) ? undefined : 0;
    const auto k = std::min<std::size_t>(
        static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), at) - x.begin()) - 1, x.size() - 2);
    const double t = (at - x[k]) / (x[k + 1] - x[k]);
    return height[k] + t * (height[k + 1] - height[k]);
}

double DrawnDensity::cdf(double at) const {
    if (!problem.empty() || std::isnan(at)) return undefined;
    if (at <= x.front()) return 0;
    if (at >= x.back()) return 1;
    const auto k = static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), at) - x.begin()) - 1;
    return std::min(below[k] + (at - x[k]) * (height[k] + density(at)) / 2, below[k + 1]);
}

double DrawnDensity::quantile(double p) const {
    if (!problem.empty() || !(p >= 0 && p <= 1)) return undefined;
    const auto after = static_cast<std::size_t>(std::lower_bound(below.begin(), below.end(), p) - below.begin());
    if (after == 0) return x.front();
    const std::size_t k = after - 1;
    const double width = x[k + 1] - x[k], mass = p - below[k];
    const double slope = (height[k + 1] - height[k]) / width;
    // height u + slope u^2/2 = mass, in the form that divides by a sum of two numbers >= 0
    const double root = std::sqrt(std::max(0.0, height[k] * height[k] + 2 * slope * mass));
    const double u = mass == 0 ? 0 : 2 * mass / (height[k] + root);
    return x[k] + std::clamp(u, 0.0, width);
}

double DrawnDensity::mean() const {
    if (!problem.empty()) return undefined;
    const double middle = x.front() + (x.back() - x.front()) / 2;
    return middle + integral(*this, [&](std::size_t k, double w) {
               const double a = x[k] - middle, b = x[k + 1] - middle;
               return w * (height[k] * (2 * a + b) + height[k + 1] * (a + 2 * b)) / 6;
           });
}

double DrawnDensity::variance() const {
    if (!problem.empty()) return undefined;
    const double m = mean();
    return integral(*this, [&](std::size_t k, double w) {
        const double a = x[k] - m, b = x[k + 1] - m;
        return w * (height[k] * (3 * a * a + 2 * a * b + b * b) + height[k + 1] * (a * a + 2 * a * b + 3 * b * b)) / 12;
    });
}

}  // namespace eigenscape
