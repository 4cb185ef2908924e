// The polar decomposition A = Q P: first a pure stretch P along perpendicular axes, then a turn (or mirror) Q.
// From it, the path on which a matrix grows out of the identity without collapsing, and the angle by which A turns.
#pragma once

#include "core/linalg/entries.h"

#include <optional>

namespace eigenscape {

/// P = sqrt(A^T A) symmetric positive semidefinite, always unique. Q orthogonal, unique only when A is invertible; for
/// a singular A the Q given is a rotation, the limit from matrices with a positive determinant in 2-D.
template <int N>
struct Polar {
    Mat<N> Q = Mat<N>::Identity();
    Mat<N> P = Mat<N>::Zero();
    bool unique = false;  // A is invertible (exactly)
    int handedness = 1;   // det Q: 1 a rotation, -1 with a reflection
    std::string problem;  // empty, or why there is none
};
template <int N>
Polar<N> polar(const Mat<N>& A);

/// From the identity (t = 0, exactly) to A (t = 1, exactly), smooth in t.
/// det A > 0: the rotation turned by t theta, each stretch s raised to s^t; the determinant stays positive for t < 1,
/// and
///     the unit circle never collapses on the way. (A half turn goes anticlockwise; the path jumps where A passes one.)
/// det A < 0: folds through the mirror line: Q = its rotation times a mirror; the mirror's normal goes 1 - 2t, so the
///     picture is flat once, halfway for a reflection with moderate stretches.
/// A stretch below a quarter goes partly straight, 1 + t (s - 1), since s^t would jump at t = 0 for s = 0. A
///     negative determinant with one stretch small beside the other is blended towards the straight fold of the
///     positive side, so that dragging A through a singular matrix moves the whole path continuously.
/// NaN entries if A is not finite.
template <int N>
Mat<N> polar_path(const Mat<N>& A, double t);

/// Where the polar path of a mirroring A lies flat: at time `at`, on the line through the origin along the unit vector
/// `along`. For det A < 0 the path's determinant is 0 exactly once (see polar_path); then the smaller stretch is gone
/// and the columns span this line. With moderate stretches it is the mirror line of Q, and at = 1/2; the blend near
/// singular matrices moves both, towards the line on which A itself would lie. Nothing for det A >= 0 or a non-finite
/// A.
struct Fold {
    double at = 0.5;
    Vec2 along{1, 0};
    bool mirror = false;  // the line is the mirror line of Q, to a tenth of a degree
};
std::optional<Fold> fold_of(const Mat2& A);

/// (1 - t) I + t A: simple, but collapses a half turn through a point. Exact at both ends.
template <int N>
Mat<N> entrywise_path(const Mat<N>& A, double t);

/// An angle in radians, or NaN and the reason why there is none.
struct Angle {
    double radians = undefined;
    std::string reason;
};

/// How far A turns: the angle of its polar rotation. In 2-D in (-pi, pi], anticlockwise positive; in 3-D in [0, pi].
template <int N>
Angle rotation_angle(const Mat<N>& A);

/// The unit axis of a 3-D rotation matrix, so that the turn by rotation_angle about it is counter-clockwise.
/// (0, 0, 1) for the identity; for a half turn the sign makes the entry of largest modulus positive.
Vec3 rotation_axis(const Mat3& rotation);

}  // namespace eigenscape
