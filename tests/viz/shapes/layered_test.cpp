// Layered placement: columns, few crossings, nothing on top of anything else, edges clear of nodes.
// Random graphs are seeded; what is checked of them is what every picture needs.
#include "viz/shapes/layered.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace eigenscape;

namespace {

const LayeredRoom room{400, 10, 12};

struct Dice {
    std::uint64_t seed;
    int below(int count) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((seed >> 33) % static_cast<std::uint64_t>(count));
    }
};

std::vector<LayeredNode> random_graph(Dice& dice) {
    std::vector<LayeredNode> nodes(static_cast<std::size_t>(4 + dice.below(10)));
    for (std::size_t i = 2; i < nodes.size(); ++i) {
        nodes[i].height = 30 + dice.below(40);
        for (int k = dice.below(3); k >= 0; --k) nodes[i].from.push_back(dice.below(static_cast<int>(i)));
    }
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) nodes.back().from.push_back(static_cast<int>(i));
    return nodes;
}

// What lies in each column: middles and heights of nodes and of edges that pass.
std::vector<std::vector<Vec2>> columns_of(const std::vector<LayeredNode>& nodes, const Layered& plan) {
    std::vector<std::vector<Vec2>> columns(static_cast<std::size_t>(plan.columns));
    for (std::size_t i = 0; i < nodes.size(); ++i)
        columns[static_cast<std::size_t>(plan.column[i])].emplace_back(plan.y[i], nodes[i].height);
    for (const LayeredEdge& edge : plan.edges)
        for (std::size_t k = 1; k + 1 < edge.y.size(); ++k)
            columns[static_cast<std::size_t>(plan.column[static_cast<std::size_t>(edge.from)]) + k].emplace_back(
                edge.y[k], room.passing);
    return columns;
}

}  // namespace

TEST_CASE("a chain is a straight line of columns") {
    const Layered plan = layered({{{}, 20}, {{0}, 40}, {{1}, 20}}, room);
    CHECK(plan.columns == 3);
    CHECK(plan.column == std::vector{0, 1, 2});
    CHECK(plan.crossings == 0);
    CHECK(plan.height == 40);
    for (const double y : plan.y) CHECK(y == doctest::Approx(200));
    REQUIRE(plan.edges.size() == 2);
    CHECK(plan.edges[1].from == 1);
    CHECK(plan.edges[1].to == 2);
    CHECK(plan.edges[1].y.size() == 2);
}

TEST_CASE("a node stands right before its first user, and a long edge passes below or above what lies between") {
    // 0 → 1 → 2 → 3, 0 → 3, and an input 4 → 3 that is used at the end only
    const Layered plan = layered({{{}, 40}, {{0}, 40}, {{1}, 40}, {{}, 40}, {{2, 0, 3}, 40}}, room);
    CHECK(plan.column == std::vector{0, 1, 2, 2, 3});
    const auto edge = std::ranges::find_if(plan.edges, [](const LayeredEdge& e) { return e.from == 0 && e.to == 4; });
    REQUIRE(edge != plan.edges.end());
    REQUIRE(edge->y.size() == 4);
    CHECK(edge->y.front() == plan.y[0]);
    CHECK(edge->y.back() == plan.y[4]);
    CHECK(std::abs(edge->y[1] - plan.y[1]) >= 20 + 6 + 10 - 1e-9);
    CHECK(plan.crossings == 0);
}

TEST_CASE("crossings that need not be are not there") {
    // Two by two, named so that the order of the list crosses.
    CHECK(layered({{{}, 20}, {{}, 20}, {{1}, 20}, {{0}, 20}, {{2, 3}, 20}}, room).crossings == 0);
    // Three by three complete: no order has fewer than nine.
    const std::vector<int> all{0, 1, 2};
    CHECK(layered({{{}, 20}, {{}, 20}, {{}, 20}, {all, 20}, {all, 20}, {all, 20}, {{3, 4, 5}, 20}}, room).crossings ==
          9);
}

TEST_CASE("nothing lies on anything else, and nothing outside the room that has room") {
    Dice dice{7};
    for (int round = 0; round < 200; ++round) {
        const std::vector<LayeredNode> nodes = random_graph(dice);
        const Layered plan = layered(nodes, room);
        CAPTURE(round);
        for (const LayeredEdge& edge : plan.edges)
            CHECK(plan.column[static_cast<std::size_t>(edge.from)] < plan.column[static_cast<std::size_t>(edge.to)]);
        double highest = 0;
        for (auto& column : columns_of(nodes, plan)) {
            std::ranges::sort(column, {}, [](const Vec2& slot) { return slot.x(); });
            double bottom = -room.gap, sum = -room.gap;
            for (const Vec2& slot : column) {
                CHECK(slot.x() - slot.y() / 2 >= bottom + room.gap - 1e-6);
                bottom = slot.x() + slot.y() / 2;
                sum += slot.y() + room.gap;
            }
            if (sum <= room.height) CHECK(bottom <= room.height + 1e-6);
            highest = std::max(highest, sum);
        }
        CHECK(plan.height == doctest::Approx(highest));
        CHECK(layered(nodes, room).y == plan.y);
    }
}

TEST_CASE("nothing at all and a single node") {
    CHECK(layered({}, room).columns == 0);
    const Layered one = layered({{{}, 50}}, room);
    CHECK(one.columns == 1);
    CHECK(one.y[0] == doctest::Approx(200));
}
