// Jacobi rotations make the columns of A V orthogonal; their lengths are s, their directions U.
// The determinant, known exactly, then settles the smallest singular value and the handedness of U.
#include "core/linalg/svd.h"

#include "core/linalg/determinant.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double same_value = 1e-12;   // singular values closer than this, relative to the largest, count as equal
constexpr double right_angle = 1e-15;  // |cosine| below which two columns count as orthogonal
constexpr int most_sweeps = 60;        // a row scaled by 1e-300 takes about 20: each sweep removes 16 digits

/// Puts the longer of columns i and j of W (and of V alike) first, then rotates them until they are orthogonal. True if
/// anything changed. Lengths are divided out before anything is squared, so columns of very different size keep digits.
template <int N>
bool settle_pair(Mat<N>& W, Mat<N>& V, int i, int j) {
    const bool swap = length<N>(W.col(i)) < length<N>(W.col(j));
    if (swap) {
        W.col(i).swap(W.col(j));
        V.col(i).swap(V.col(j));
    }
    const double a = length<N>(W.col(i)), b = length<N>(W.col(j));
    if (b == 0) return swap;
    const double cosine = (W.col(i) / a).dot(W.col(j) / b);
    if (std::abs(cosine) <= right_angle) return swap;
    const double cotangent = (b / a - a / b) / (2 * cosine);  // of twice the angle
    const double tangent = (cotangent < 0 ? -1 : 1) / (std::abs(cotangent) + std::hypot(1.0, cotangent));
    const double c = 1 / std::hypot(1.0, tangent), s = c * tangent;
    for (Mat<N>* M : {&W, &V}) {
        const Vec<N> x = M->col(i), y = M->col(j);
        M->col(i) = c * x - s * y;
        M->col(j) = s * x + c * y;
    }
    return true;
}

template <int N>
void orthogonalise_columns(Mat<N>& W, Mat<N>& V) {
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        bool changed = false;
        for (int i = 0; i < N; ++i)
            for (int j = i + 1; j < N; ++j) changed = settle_pair(W, V, i, j) || changed;
        if (!changed) return;
    }
}

/// The largest singular value of the cofactor matrix of A, which is s1 * s2; 0 exactly when the rank is below 2.
Wide product_of_largest_two(const Mat<3>& A) {
    std::array<std::array<Wide, 3>, 3> cofactors;
    int top = -100000;
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) {
            auto& entry = cofactors[i][j] = wide_cofactor(A, i, j);
            if (entry.mantissa != 0) top = std::max(top, entry.exponent);
        }
    Mat<3> W = Mat<3>::Zero(), V = Mat<3>::Identity();
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j)
            if (cofactors[i][j].mantissa != 0)
                W(i, j) = std::ldexp(cofactors[i][j].mantissa, cofactors[i][j].exponent - top);
    orthogonalise_columns<3>(W, V);
    return Wide(length<3>(W.col(0)), top);
}

/// The singular values of A from the column lengths of its orthogonalised unit-scaled version.
std::array<Wide, 2> values(const Mat<2>& A, const Mat<2>& W, int exponent) {
    const Wide s1(length<2>(W.col(0)), exponent);
    if (s1.mantissa == 0) return {};
    return {s1, magnitude(wide_determinant(A)) / s1};
}

std::array<Wide, 3> values(const Mat<3>& A, const Mat<3>& W, int exponent) {
    const Wide s1(length<3>(W.col(0)), exponent);
    if (s1.mantissa == 0) return {};
    // A middle value well below the first carries the rounding of the first; the cofactors know it better.
    const double ratio = length<3>(W.col(1)) / length<3>(W.col(0));
    const Wide s2 = ratio > 1e-3 ? Wide(length<3>(W.col(1)), exponent) : product_of_largest_two(A) / s1;
    if (s2.mantissa == 0) return {s1};
    return {s1, s2, magnitude(wide_determinant(A)) / (s1 * s2)};
}

/// Fills in s, in descending order also where rounding swapped equal ones, and the condition number.
template <int N>
void set_values(Svd<N>& found, const std::array<Wide, N>& wide) {
    for (int i = 0; i < N; ++i) {
        found.s(i) = wide[i].value();
        if (i > 0) found.s(i) = std::min(found.s(i), found.s(i - 1));
    }
    if (wide[N - 1].mantissa > 0) found.condition = std::max(1.0, (wide[0] / wide[N - 1]).value());
}

/// The rotation by the smallest angle that takes one unit vector to another.
Mat3 shortest_turn(const Vec3& from, const Vec3& to) {
    const double cosine = from.dot(to);
    if (cosine < 0) {  // two quarter-safe steps: first a half turn about any perpendicular axis
        const Vec3 axis = from.unitOrthogonal();
        const Mat3 half_turn = 2 * axis * axis.transpose() - Mat3::Identity();
        return shortest_turn(-from, to) * half_turn;
    }
    const Vec3 w = from.cross(to);
    const Mat3 cross{{0, -w.z(), w.y()}, {w.z(), 0, -w.x()}, {-w.y(), w.x(), 0}};
    return Mat3::Identity() + cross + cross * cross / (1 + cosine);
}

Mat2 left_vectors(const Mat<2>& W, const Svd<2>& found, double sign) {
    if (found.s(0) == 0) return found.V;
    const Vec2 u = (W.col(0) / length<2>(W.col(0))).normalized();
    const double turn = sign * (found.V(0, 0) * found.V(1, 1) - found.V(0, 1) * found.V(1, 0) < 0 ? -1 : 1);
    return Mat2{{u.x(), -turn * u.y()}, {u.y(), turn * u.x()}};
}

Mat3 left_vectors(const Mat<3>& W, const Svd<3>& found, double sign) {
    if (found.s(0) == 0) return found.V;
    const Vec3 u = (W.col(0) / length<3>(W.col(0))).normalized();
    if (found.s(1) == 0) return shortest_turn(found.V.col(0), u) * found.V;
    Vec3 middle = W.col(1) / std::max(length<3>(W.col(1)), std::numeric_limits<double>::denorm_min());
    middle -= u * u.dot(middle);
    middle = middle.norm() > 0.5 ? Vec3(middle.normalized()) : u.unitOrthogonal();
    const double handed = found.V.col(0).cross(found.V.col(1)).dot(found.V.col(2)) < 0 ? -1 : 1;
    Mat3 U;
    U << u, middle, sign * handed * u.cross(middle);
    return U;
}

/// Makes the entry of largest modulus of each column of V positive, taking the column of `partner` along.
template <int N>
void fix_signs(Mat<N>& V, Mat<N>& partner) {
    for (int i = 0; i < N; ++i) {
        int largest = 0;
        for (int k = 1; k < N; ++k)
            if (std::abs(V(k, i)) > std::abs(V(largest, i)) * (1 + 1e-12)) largest = k;
        if (V(largest, i) > 0) continue;
        V.col(i) = -V.col(i);
        partner.col(i) = -partner.col(i);
    }
}

template <int N>
void judge_gaps(Svd<N>& found) {
    for (int i = 0; i < N; ++i) {
        found.determined[i] = true;
        for (int j = 0; j < N; ++j)
            if (j != i && !(std::abs(found.s(i) - found.s(j)) > same_value * found.s(0))) found.determined[i] = false;
    }
}

}  // namespace

template <int N>
Svd<N> svd(const Mat<N>& A) {
    Svd<N> found;
    found.problem = entry_problem(A);
    if (!found.problem.empty()) {
        found.s.fill(undefined);
        found.condition = undefined;
        return found;
    }
    auto [W, exponent] = scaled(A);
    orthogonalise_columns<N>(W, found.V);
    set_values<N>(found, values(A, W, exponent));
    found.U = left_vectors(W, found, determinant_sign(A) < 0 ? -1 : 1);
    fix_signs<N>(found.V, found.U);
    judge_gaps(found);
    return found;
}

template <int N>
Mat<N> right_singular_vectors(const Mat<N>& A) {
    Mat<N> W = scaled(A).unit, V = Mat<N>::Identity();
    orthogonalise_columns<N>(W, V);
    fix_signs<N>(V, W);
    return V;
}

template <int N>
Vec<N> singular_values(const Mat<N>& A) {
    return svd(A).s;
}

template Svd<2> svd(const Mat<2>&);
template Svd<3> svd(const Mat<3>&);
template Mat<2> right_singular_vectors(const Mat<2>&);
template Mat<3> right_singular_vectors(const Mat<3>&);
template Vec<2> singular_values<2>(const Mat<2>&);
template Vec<3> singular_values<3>(const Mat<3>&);

}  // namespace eigenscape
