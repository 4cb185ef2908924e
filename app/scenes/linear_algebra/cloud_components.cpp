// Components of a cloud and the four steps of its film; see cloud_components.h.
// A component has two directions, v and -v. In the plane the one nearer to the axis in the learner's hand is taken; in
// space, of the four rotations that the signs allow, the smallest. So no picture flips while a row is dragged, except
// where two choices are equally near.
#include "app/scenes/linear_algebra/cloud_components.h"

#include "app/scenes/linear_algebra/turns.h"
#include "core/linalg/determinant.h"
#include "core/linalg/polar.h"
#include "core/memo.h"
#include "viz/ease.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double no_variance = 1e-24;  // of the largest: its root is below the rounding of the rows

// Costly for long tables, and asked for anew in every frame of a film.
std::vector<MatX> fan_of(const MatX& rows, const Pca& parts, bool standardised, int count) {
    struct Key {
        std::vector<double> numbers;
        Eigen::Index columns;
        bool standardised;
        int count;
        bool operator==(const Key&) const = default;
    };
    static Memo<Key, std::vector<MatX>> memo(4);
    if (count == 0) return {};
    const Key key{{rows.data(), rows.data() + rows.size()}, rows.cols(), standardised, count};
    return *memo(key, [&] { return bootstrap_components(rows, parts, 1, count); });
}

// Of the rotations whose rows are the components up to sign, the one that turns least.
Mat3 nearest_rotation(const Mat3& components) {
    Mat3 best = components;
    double most = -infinity;
    for (const double a : {1.0, -1.0})
        for (const double b : {1.0, -1.0}) {
            Mat3 turned = components;
            turned.row(0) *= a;
            turned.row(1) *= b;
            turned.row(2) *= a * b * determinant_sign(components);
            if (turned.trace() > most) most = turned.trace(), best = turned;
        }
    return best;
}

}  // namespace

Cloud::Cloud(const CloudSetting& setting) : asked(setting) {
    MatX rows = asked.rows;
    rows.col(0) *= asked.unit;
    X = rows;
    parts = pca(rows, asked.standardised);
    problem = parts.problem;
    if (ok() && asked.standardised)
        X = (rows.rowwise() - parts.mean.transpose()) * parts.scale.cwiseInverse().asDiagonal();
    mean = VecX::Zero(columns());
    if (X.rows() > 0 && !(ok() && asked.standardised)) mean = column_means(X);
    find_basis();
    find_axis();
    if (ok() && !all_equal()) fan = fan_of(rows, parts, asked.standardised, asked.resamples);
}

void Cloud::find_basis() {
    basis = MatX::Identity(columns(), columns());
    if (plane()) {
        Vec2 first = direction(asked.angle);  // where any axis will do, the one in the hand is as good as any
        if (determined(0) && !all_equal()) {
            const Vec2 v = parts.components.row(0).transpose();
            first = v.dot(first) < 0 ? Vec2(-v) : v;
        }
        basis << first.x(), first.y(), -first.y(), first.x();
    } else if (ok()) {
        basis = nearest_rotation(Mat3(parts.components));
    }
}

void Cloud::find_axis() {
    if (!plane()) return;
    const Vec2 hand = direction(asked.angle), first = basis.row(0).transpose();
    off_axis = std::atan2(hand.x() * first.y() - hand.y() * first.x(), hand.dot(first)) / degree;
    axis_degrees = asked.angle + smooth(asked.t) * off_axis;
    if (ok()) split = split_along(parts, direction(axis_degrees));
}

int Cloud::rank() const {
    if (!ok()) return 0;
    return static_cast<int>((parts.variances.array() > no_variance * parts.variances(0)).count());
}

double Cloud::fan_opacity() const { return 0.3 * std::min(1.0, std::sqrt(20.0 / static_cast<double>(fan.size()))); }

double Cloud::fan_spread() const {
    if (fan.empty()) return undefined;
    double sum = 0;
    for (const MatX& components : fan) {
        const double cosine = std::min(1.0, std::abs(components.row(0).dot(parts.components.row(0))));
        sum += std::pow(std::acos(cosine) / degree, 2);
    }
    return std::sqrt(sum / static_cast<double>(fan.size()));
}

double Cloud::turning() const { return ok() ? smooth(asked.t - 1) - smooth(asked.t - 3) : 0; }
double Cloud::dropping() const { return ok() ? smooth(asked.t - 2) : 0; }

MatX Cloud::turn() const {
    if (plane()) return rotation(-turning() * std::atan2(basis(0, 1), basis(0, 0)));
    return polar_path<3>(Mat3(basis), turning());
}

VecX Cloud::turned(const VecX& x) const { return (1 - turning()) * mean + turn() * (x - mean); }

VecX Cloud::placed(const VecX& x) const {
    VecX kept_part = basis * (x - mean);
    kept_part.tail(columns() - kept()) *= 1 - dropping();
    return turned(mean + basis.transpose() * kept_part);
}

double regression_slope(const Cloud& cloud) {
    if (cloud.X.rows() < 2) return undefined;
    const MatX Z = centred(cloud.X);
    const double spread = Z.col(0).squaredNorm();
    return cloud.X.col(0).minCoeff() < cloud.X.col(0).maxCoeff() ? Z.col(0).dot(Z.col(1)) / spread : undefined;
}

}  // namespace eigenscape
