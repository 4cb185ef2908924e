// See ball.h. Normals go by the matrix of cofactors, which does not need an inverse: a flat ball has them too. Of that
// only one half is drawn, since both would lie in the same place.
// Colours tell the height before the map, so that a ball is seen to turn.
#include "viz/shapes/ball.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int around = 96, down = 48, circle_parts = 96;  // no corners to be seen on a canvas 3840 wide
constexpr double thin = 1e-6;                             // thinner than this beside its width: flat
constexpr double flat = 1e-9;  // cofactors smaller than this, beside the largest stretch squared: no surface left

Vec3 crossed(const Vec3& a, const Vec3& b) {
    return {a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x()};
}

// Its columns are the normals of the images of the coordinate planes.
Mat3 cofactors(const Mat3& M) {
    Mat3 result;
    for (int i = 0; i < 3; ++i) result.col(i) = crossed(M.col((i + 1) % 3), M.col((i + 2) % 3));
    return result;
}

// The direction that a flat matrix loses; zero for one that loses none.
Vec3 lost_direction(const Mat3& M, const Mat3& normals) {
    const double volume = M.col(0).dot(normals.col(0)), width = normals.norm();
    if (std::abs(volume) > thin * std::pow(width, 1.5)) return {0, 0, 0};
    Eigen::Index row = 0;
    normals.rowwise().squaredNorm().maxCoeff(&row);
    return normals.row(row).transpose() / width;
}

Vec3 point_of_sphere(int i, int j, int finer = 1) {
    const double angle = 2 * pi * i / (finer * around), from_pole = pi * j / (finer * down);
    return {std::sin(from_pole) * std::cos(angle), std::sin(from_pole) * std::sin(angle), std::cos(from_pole)};
}

// In world axes scaled to the shown box, as MeshData wants them.
Vec3 scaled_normal(const Panel& panel, const Vec3& normal) {
    const Vec3 seen = normal.cwiseProduct(panel.box.size().cwiseQuotient(panel.proportions));
    return seen.norm() > 0 ? Vec3(seen.normalized()) : Vec3(0, 0, 1);
}

}  // namespace

void ball(Panel& panel, const Mat3& M, double opacity) {
    const Mat3 normals = cofactors(M);
    const double size = M.cwiseAbs().maxCoeff();
    if (!M.allFinite() || !(normals.cwiseAbs().maxCoeff() > flat * size * size)) return;
    auto data = std::make_shared<MeshData>();
    for (int j = 0; j <= down; ++j)
        for (int i = 0; i <= around; ++i) {
            const Vec3 p = point_of_sphere(i % around, j);
            data->positions.push_back(M * p);
            data->normals.push_back(scaled_normal(panel, normals * p));
            data->values.push_back(static_cast<float>(0.5 + 0.5 * p.z()));
        }
    const Vec3 lost = lost_direction(M, normals);
    for (int j = 0; j < down; ++j)
        for (int i = 0; i < around; ++i) {
            if (point_of_sphere(2 * i + 1, 2 * j + 1, 2).dot(lost) < 0) continue;
            const auto a = static_cast<std::uint32_t>(j * (around + 1) + i), b = a + around + 1;
            if (j > 0) data->indices.insert(data->indices.end(), {a, b, a + 1});
            if (j + 1 < down) data->indices.insert(data->indices.end(), {a + 1, b, b + 1});
        }
    panel.mesh(std::move(data), opacity);
}

void wire_ball(Panel& panel, const Mat3& M, const Pen& pen) {
    if (!M.allFinite()) return;
    for (int plane = 0; plane < 3; ++plane) {
        std::vector<Vec3> ring;
        for (int i = 0; i < circle_parts; ++i) {
            const double angle = 2 * pi * i / circle_parts;
            Vec3 p(0, 0, 0);
            p[plane] = std::cos(angle);
            p[(plane + 1) % 3] = std::sin(angle);
            ring.push_back(M * p);
        }
        panel.stroke(std::span<const Vec3>(ring), pen).closed = true;
    }
}

}  // namespace eigenscape
