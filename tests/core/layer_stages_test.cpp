// A layer taken apart gives back the layer: turns are turns, their product is W, and the path has no gap.
// Against the plain forward pass, for layers that widen, narrow, mirror, and have no weights at all.
#include "core/learn/layer_stages.h"

#include <doctest/doctest.h>
#include <Eigen/LU>

#include <cmath>

using namespace eigenscape;

namespace {

Network some_network(std::vector<int> hidden, std::uint64_t seed, Activation activation = Activation::tanh) {
    Network network = random_network({2, std::move(hidden), 1, activation, Activation::sigmoid}, seed);
    for (std::size_t i = 0; i < network.parameters.size(); ++i)
        network.parameters[i] += 0.1 * std::sin(3.0 * double(i));
    return network;
}

MatX some_points() {
    MatX X(5, 2);
    X << 0, 0, 1, -0.5, -0.7, 0.3, 0.2, 0.9, -1, -1;
    return X;
}

double off(const MatX& a, const MatX& b) { return (a - b).cwiseAbs().maxCoeff(); }

}  // namespace

TEST_CASE("layer stages: turns are turns and the parts multiply to the layer") {
    for (const auto& hidden : {std::vector<int>{2}, {3}, {1}, {8, 2}, {3, 5, 4}, {1, 1, 1}})
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Network network = some_network(hidden, seed);
            for (int layer = 0; layer < network.shape.layers(); ++layer) {
                const LayerMap map = layer_map(network, layer);
                CHECK(map.U.determinant() == doctest::Approx(1));
                CHECK(map.V.determinant() == doctest::Approx(1));
                MatX stretch = MatX::Zero(map.units(), map.inputs());
                for (Eigen::Index k = 0; k < map.s.size(); ++k) stretch(k, k) = map.s(k);
                CHECK(off(map.U * stretch * map.V.transpose(), network.weights(layer)) < 1e-12);
            }
        }
}

TEST_CASE("layer stages: whole depths are the spaces of the forward pass") {
    for (const auto& hidden : {std::vector<int>{2}, {3, 8}, {1, 4, 2}}) {
        const Network network = some_network(hidden, 3);
        const ForwardPass pass = forward(network, some_points());
        const StagedNetwork staged(network);
        for (int k = 0; k <= network.shape.layers(); ++k)
            CHECK(off(staged.at(some_points(), k), pass.a[static_cast<std::size_t>(k)]) < 1e-13);
    }
}

TEST_CASE("layer stages: the way through the layers has no gap") {
    for (const auto& hidden : {std::vector<int>{2}, {3, 8}, {5, 2, 3}})
        for (const Activation activation : {Activation::relu, Activation::tanh}) {
            const StagedNetwork staged(some_network(hidden, 5, activation));
            const auto seen = [&](double depth) {
                const MatX a = staged.at(some_points(), depth);
                MatX wide = MatX::Zero(a.rows(), 8);
                wide.leftCols(a.cols()) = a;
                return wide;
            };
            for (int i = 0; i < 1000 * staged.layers(); ++i) CHECK(off(seen(0.001 * i), seen(0.001 * (i + 1))) < 0.2);
        }
}

TEST_CASE("layer stages: a stage is what its name says") {
    Network network{{2, {2}, 1, Activation::relu, Activation::sigmoid}, {0, -2, 3, 0, 0.5, -1, 1, 1, 0}};
    const StagedNetwork staged(network);
    const MatX X = some_points();
    // After the turn nothing has changed its length; after the stretch the lengths are those of W x.
    CHECK(off(staged.at(X, 0.2).rowwise().norm(), X.rowwise().norm()) < 1e-12);
    CHECK(off(staged.at(X, 0.4).rowwise().norm(), (X * network.weights(0).transpose()).rowwise().norm()) < 1e-12);
    CHECK(off(staged.at(X, 0.6), X * network.weights(0).transpose()) < 1e-12);
    CHECK(off(staged.at(X, 0.8).row(0), MatX(network.biases(0).transpose())) < 1e-12);
    CHECK(depth_of(0.5, 2).stage == LayerStage::turn_again);
    CHECK(depth_of(0.5, 2).part == doctest::Approx(0.5));
    CHECK(depth_of(1, 2).between_layers);
    CHECK(depth_of(2, 2).layer == 2);
    CHECK(depth_of(9, 2).layer == 2);
}

TEST_CASE("layer stages: a layer of zeros and a mirror draw too") {
    Network network{{2, {2}, 1, Activation::tanh, Activation::sigmoid}, std::vector<double>(9, 0.0)};
    for (int i = 0; i <= 20; ++i) CHECK(StagedNetwork(network).at(some_points(), 0.1 * i).allFinite());
    network.weights(0) << 1, 0, 0, -1;  // a mirror: one stretch below zero, no turn
    const LayerMap map = layer_map(network, 0);
    CHECK(map.s.minCoeff() == doctest::Approx(-1));
    CHECK(off(map.V, MatX::Identity(2, 2)) < 1e-12);
}

TEST_CASE("layer stages: turns go the short way, evenly, and stay turns") {
    for (const int n : {2, 3, 5, 8}) {
        MatX A = MatX::Identity(n, n);
        for (int i = 0; i < n; ++i)
            for (int j = 0; j < n; ++j) A(i, j) += 0.3 * std::sin(i + 2.0 * j);
        const DynamicSvd svd = dynamic_svd(A);
        MatX turn = svd.U * svd.V.transpose();
        if (turn.determinant() < 0) turn.col(0) *= -1;
        CHECK(off(turn_path(turn, 0), MatX::Identity(n, n)) == 0);
        CHECK(off(turn_path(turn, 1), turn) == 0);
        for (const double t : {0.1, 0.5, 0.8}) {
            const MatX half = turn_path(turn, t);
            CHECK(off(half * half.transpose(), MatX::Identity(n, n)) < 1e-12);
            CHECK(half.determinant() == doctest::Approx(1));
        }
        if (n <= 3) CHECK(off(turn_path(turn, 0.5) * turn_path(turn, 0.5), turn) < 1e-12);
    }
}

TEST_CASE("layer stages: a view of many dimensions tells what it loses") {
    MatX cloud = MatX::Zero(40, 5);
    for (int i = 0; i < 40; ++i)
        cloud.row(i) << std::sin(i), 2 * std::cos(1.3 * i), 0.5 * std::sin(2.1 * i), 0, 0.001 * i;
    const MatX axes = viewing_axes(cloud, 3, MatX::Identity(3, 5));
    CHECK(off(axes * axes.transpose(), MatX::Identity(3, 3)) < 1e-12);
    CHECK(share_shown(cloud, axes) > 0.999);
    CHECK(share_shown(cloud, MatX::Identity(3, 5).bottomRows(1)) < 0.2);
    CHECK(share_shown(MatX::Zero(4, 5), axes) == 1);
    CHECK((axes * MatX::Identity(3, 5).transpose()).trace() > 2.9);  // turned to lie near what was asked for
}
