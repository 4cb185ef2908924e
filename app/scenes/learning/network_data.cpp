// Example i is of class i mod 2. Its place comes from positions 0 and 1 of its own stream, its noise from 2 and 3.
// Shapes lie within -1 to 1, so that the first layer's weights are of ordinary size.
#include "app/scenes/learning/network_data.h"

#include "core/probability/random.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr std::uint64_t seed = 1;

Vec2 around(double radius, double angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

// Without noise. `along` in (0, 1) is the example's place among those of its class.
Vec2 place_of(ClassData kind, const Stream& own, int which, double along) {
    const double u = own.uniform(0), v = own.uniform(1);
    switch (kind) {
        case ClassData::blobs:
            return Vec2(which ? 0.45 : -0.45, which ? 0.3 : -0.3) + around(0.4 * std::sqrt(u), 2 * pi * v);
        case ClassData::ring: return around(which ? 0.75 + 0.2 * u : 0.4 * std::sqrt(u), 2 * pi * v);
        case ClassData::xor_: {
            const double side = along < 0.5 ? 1 : -1;
            return {side * (0.15 + 0.75 * u), (which ? -side : side) * (0.15 + 0.75 * v)};
        }
        case ClassData::spiral: return around(0.1 + 0.85 * along, 3 * pi * along + (which ? pi : 0));
        case ClassData::own: break;
    }
    return {0, 0};
}

}  // namespace

LabelledPoints made_points(ClassData kind, int count, double noise) {
    LabelledPoints points{MatX(count, 2), VecX(count)};
    const Stream all(seed);
    for (int i = 0; i < count; ++i) {
        const Stream own = all.split(static_cast<std::uint64_t>(i));
        const int which = i % 2, of_class = (count + 1 - which) / 2, place_in_class = i / 2;
        const Vec2 place =
            place_of(kind, own, which, (place_in_class + 0.5) / of_class) + noise * Vec2(own.normal(2), own.normal(3));
        points.x.row(i) = place.transpose();
        points.t(i) = which;
    }
    return points;
}

LabelledPoints own_points(const Points3& rows, double reach) {
    const auto count = static_cast<Eigen::Index>(rows.size());
    LabelledPoints points{MatX(count, 2), VecX(count)};
    for (Eigen::Index i = 0; i < count; ++i) {
        const Vec3& row = rows[static_cast<std::size_t>(i)];
        points.x.row(i) = row.head<2>().transpose() / reach;
        points.t(i) = row.z() > 0.5 ? 1 : 0;
    }
    return points;
}

}  // namespace eigenscape
