// Slices through the space of weights: they hold what they promise, and tell how much of a path they miss.
// Paths that lie in a plane are held wholly; places are found again from the weights that they stand for.
#include "core/learn/loss_slice.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

Network some_network(std::uint64_t seed) {
    return random_network({2, {3}, 1, Activation::tanh, Activation::sigmoid}, seed);
}

VecX as_vector(const Network& network) {
    return Eigen::Map<const VecX>(network.parameters.data(), static_cast<Eigen::Index>(network.parameters.size()));
}

}  // namespace

TEST_CASE("loss slice: a flat path lies in its slice, at its true distances") {
    const VecX now = as_vector(some_network(1)), u = as_vector(some_network(2)), v = as_vector(some_network(3));
    std::vector<VecX> path;
    for (int i = 0; i <= 20; ++i) path.push_back(now + 0.1 * (20 - i) * u + 0.02 * (20 - i) * i * v);
    const LossSlice slice = path_slice(some_network(1), path);
    CHECK(slice.across.norm() == doctest::Approx(1));
    CHECK(slice.along.norm() == doctest::Approx(1));
    CHECK(std::abs(slice.across.dot(slice.along)) < 1e-12);
    CHECK(share_in_slice(slice, path) == doctest::Approx(1));
    for (const VecX& weights : path) {
        CHECK(slice.distance(weights) < 1e-9);
        CHECK(slice.at(weights).norm() == doctest::Approx((weights - now).norm()));
    }
    CHECK(slice.at(path.front()).x() < 0);  // training goes to the right
}

TEST_CASE("loss slice: what leaves the plane is told") {
    const VecX now = as_vector(some_network(1));
    std::vector<VecX> path;
    for (int i = 20; i >= 0; --i) {
        VecX weights = now;
        weights(0) += i;
        weights(1) += std::sin(0.5 * i) - std::sin(0.0);
        weights(2) += 0.1 * (i % 2);
        path.push_back(weights);
    }
    const LossSlice slice = path_slice(some_network(1), path);
    CHECK(share_in_slice(slice, path) < 1);
    CHECK(share_in_slice(slice, path) > 0.99);
    double farthest = 0;
    for (const VecX& weights : path) farthest = std::max(farthest, slice.distance(weights));
    CHECK(farthest == doctest::Approx(0.1).epsilon(0.2));
}

TEST_CASE("loss slice: random directions are as long as each unit's weights, and places are found again") {
    const Network now = some_network(4);
    const LossSlice slice = random_slice(now, 0);
    const Network direction{now.shape,
                            std::vector<double>(slice.across.data(), slice.across.data() + slice.across.size())};
    for (int layer = 0; layer < 2; ++layer)
        for (Eigen::Index unit = 0; unit < now.weights(layer).rows(); ++unit)
            CHECK(std::hypot(direction.weights(layer).row(unit).norm(), direction.biases(layer)(unit)) ==
                  doctest::Approx(std::hypot(now.weights(layer).row(unit).norm(), now.biases(layer)(unit))));
    const Vec2 place(0.3, -1.2);
    CHECK((slice.at(as_vector(slice.network(now.shape, place))) - place).norm() < 1e-12);
    CHECK(slice.network(now.shape, {0, 0}) == now);
    CHECK(random_slice(now, 0).across == slice.across);
    CHECK(random_slice(now, 1).across != slice.across);
}

TEST_CASE("loss slice: a path that has not begun still has two directions") {
    const Network now = some_network(1);
    const LossSlice slice = path_slice(now, {as_vector(now)});
    CHECK(slice.across.norm() == doctest::Approx(1));
    CHECK(std::abs(slice.across.dot(slice.along)) < 1e-12);
    CHECK(share_in_slice(slice, {as_vector(now)}) == 1);
}
