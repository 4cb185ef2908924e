// The few number types that every layer speaks: fixed-size Eigen vectors and matrices of double.
// Use these names everywhere; Eigen's algorithms (solvers, decompositions) stay inside core's .cpp files.
#pragma once

#include <Eigen/Core>

#include <complex>
#include <cstdint>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

namespace eigenscape {

using Vec2 = Eigen::Vector2d;
using Vec3 = Eigen::Vector3d;
using Mat2 = Eigen::Matrix2d;
using Mat3 = Eigen::Matrix3d;
using Points = std::vector<Vec2>;
using Points3 = std::vector<Vec3>;
using Complex = std::complex<double>;

inline constexpr double pi = std::numbers::pi;
inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

}  // namespace eigenscape
