// Polar factors from the singular value decomposition, and the three ingredients of a path: turn, fold, stretch.
// See polar.h for what the path promises and where it cannot be continuous in A.
#include "core/linalg/polar.h"

#include "core/linalg/determinant.h"
#include "core/linalg/svd.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double straight_below = 0.25;  // stretches from here down leave the power path for the straight one
constexpr double fold_from = 0.5;        // smaller over larger stretch, from which a negative determinant purely folds

double smooth_step(double x) {
    x = std::clamp(x, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

/// A stretch on its way from 1 to s; through 0 once if s is negative.
double stretch(double s, double t) {
    const double straight = 1 + t * (s - 1);
    if (s <= 0) return straight;
    const double share = smooth_step(s / straight_below);
    return share == 0 ? straight : share * std::pow(s, t) + (1 - share) * straight;
}

template <int N>
Mat<N> stretched(const Svd<N>& parts, Vec<N> s, double t) {
    for (double& value : s) value = stretch(std::min(value, std::numeric_limits<double>::max()), t);
    return parts.V * s.asDiagonal() * parts.V.transpose();
}

double angle_of(const Mat2& rotation) {
    const double angle = std::atan2(rotation(1, 0) - rotation(0, 1), rotation(0, 0) + rotation(1, 1));
    return angle <= -pi ? pi : angle + 0.0;
}

double angle_of(const Mat3& rotation) {
    const Vec3 twist(rotation(2, 1) - rotation(1, 2), rotation(0, 2) - rotation(2, 0), rotation(1, 0) - rotation(0, 1));
    return std::atan2(twist.norm(), rotation.trace() - 1);
}

Mat2 turned(double angle, const Mat2&) {
    return Mat2{{std::cos(angle), -std::sin(angle)}, {std::sin(angle), std::cos(angle)}};
}

Mat3 turned(double angle, const Mat3& rotation) {
    return Eigen::AngleAxisd(angle, rotation_axis(rotation)).toRotationMatrix();
}

/// A rotation part of the way.
template <int N>
Mat<N> turn(const Mat<N>& rotation, double t) {
    return turned(t * angle_of(rotation), rotation);
}

/// An improper orthogonal matrix part of the way: its mirror folds while what is left of it turns.
Mat2 fold(const Mat2& Q, double t) { return Mat2::Identity() + t * (Q - Mat2::Identity()); }

/// In 3-D -Q is a rotation about some n by phi, so Q = (turn about n by phi + pi) (mirror across the plane normal to
/// n).
Mat3 fold(const Mat3& Q, double t) {
    const Mat3 opposite = -Q;
    const Vec3 n = rotation_axis(opposite);
    double angle = angle_of(opposite) + pi;
    if (angle > pi) angle -= 2 * pi;
    return Eigen::AngleAxisd(t * angle, n).toRotationMatrix() * (Mat3::Identity() - 2 * t * n * n.transpose());
}

/// The path as if the smallest stretch went on through zero to its negative: continuous where det A changes sign.
template <int N>
Mat<N> through_zero(const Svd<N>& parts, double t) {
    Mat<N> U = parts.U;
    Vec<N> s = parts.s;
    U.col(N - 1) = -U.col(N - 1);
    s(N - 1) = -s(N - 1);
    return turn<N>(U * parts.V.transpose(), t) * stretched(parts, s, t);
}

template <int N>
Mat<N> part_of_the_way(const Mat<N>& A, double t) {
    const Svd<N> parts = svd(A);
    const Mat<N> Q = parts.U * parts.V.transpose();
    if (determinant_sign(A) >= 0) return turn<N>(Q, t) * stretched(parts, parts.s, t);
    const double share = smooth_step(parts.s(N - 1) / (fold_from * parts.s(N - 2)));
    Mat<N> path = share * (fold(Q, t) * stretched(parts, parts.s, t));
    if (share < 1) path += (1 - share) * through_zero(parts, t);
    return path;
}

}  // namespace

template <int N>
Polar<N> polar(const Mat<N>& A) {
    const Svd<N> parts = svd(A);
    Polar<N> found;
    found.problem = parts.problem;
    if (!found.problem.empty()) return found;
    const int sign = determinant_sign(A);
    found.unique = sign != 0;
    found.handedness = sign < 0 ? -1 : 1;
    found.Q = parts.U * parts.V.transpose();
    const auto [unit, exponent] = scaled(A);
    const Mat<N> P = parts.V * singular_values(unit).asDiagonal() * parts.V.transpose();
    found.P = (P + P.transpose()).unaryExpr([shift = exponent - 1](double x) { return std::ldexp(x, shift); });
    return found;
}

template <int N>
Mat<N> polar_path(const Mat<N>& A, double t) {
    if (!A.allFinite() || std::isnan(t)) return Mat<N>::Constant(undefined);
    if (t <= 0) return Mat<N>::Identity();
    return t >= 1 ? A : part_of_the_way(A, t);
}

std::optional<Fold> fold_of(const Mat2& A) {
    if (!A.allFinite() || determinant_sign(A) >= 0) return std::nullopt;
    double before = 0, after = 1;
    while (after - before > 1e-12) {
        const double middle = (before + after) / 2;
        (determinant_sign(polar_path(A, middle)) > 0 ? before : after) = middle;
    }
    Fold fold;
    fold.at = (before + after) / 2;
    fold.along = svd(polar_path(A, fold.at)).U.col(0);
    const Mat2 Q = polar(A).Q;  // [[cos 2a, sin 2a], [sin 2a, -cos 2a]] mirrors in the line at angle a
    const double a = std::atan2(Q(1, 0), Q(0, 0)) / 2;
    fold.mirror = std::abs(std::cos(a) * fold.along.y() - std::sin(a) * fold.along.x()) < pi / 1800;
    return fold;
}

template <int N>
Mat<N> entrywise_path(const Mat<N>& A, double t) {
    if (!A.allFinite() || std::isnan(t)) return Mat<N>::Constant(undefined);
    if (t <= 0) return Mat<N>::Identity();
    return t >= 1 ? A : Mat<N>((1 - t) * Mat<N>::Identity() + t * A);
}

template <int N>
Angle rotation_angle(const Mat<N>& A) {
    const Polar<N> factors = polar(A);
    if (!factors.problem.empty()) return {undefined, factors.problem};
    if (!factors.unique) return {undefined, "A is singular, so its turn is not determined."};
    if (factors.handedness < 0) return {undefined, "A mirrors, so no turn alone describes it."};
    return {angle_of(factors.Q), {}};
}

Vec3 rotation_axis(const Mat3& rotation) {
    // The unit quaternion holds the axis without cancellation, also near a half turn.
    const Eigen::Quaterniond q(rotation);
    Vec3 axis = q.vec();
    if (axis.norm() < 1e-15) return Vec3::UnitZ();
    axis.normalize();
    int largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    const bool half_turn = std::abs(q.w()) < 1e-15;
    return (half_turn ? axis(largest) < 0 : q.w() < 0) ? Vec3(-axis) : axis;
}

template Polar<2> polar(const Mat<2>&);
template Polar<3> polar(const Mat<3>&);
template Mat<2> polar_path(const Mat<2>&, double);
template Mat<3> polar_path(const Mat<3>&, double);
template Mat<2> entrywise_path(const Mat<2>&, double);
template Mat<3> entrywise_path(const Mat<3>&, double);
template Angle rotation_angle(const Mat<2>&);
template Angle rotation_angle(const Mat<3>&);

}  // namespace eigenscape
