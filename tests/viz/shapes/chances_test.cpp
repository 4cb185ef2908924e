// Chance trees, crowds and bars: beads at their probability, whole people whose sum is kept, ends at their value.
// What is not defined is said and drawn as nothing.
#include "viz/shapes/bars.h"
#include "viz/shapes/chance_tree.h"
#include "viz/shapes/crowd.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace eigenscape;

namespace {

Panel& plane_of(Frame& frame) { return frame.plane("plane", {{0, 0}, {100, 80}}); }

}  // namespace

TEST_CASE("a tree has a bead on every branch, at its probability") {
    Frame frame;
    Panel& panel = plane_of(frame);
    const std::vector<Chance> chances = {{.probability = 0.25, .then = {{.probability = 1}, {.probability = 0}}},
                                         {.probability = 0.75, .then = {{.probability = 0.5}, {.probability = 0.5}}}};
    const Points beads = chance_tree(panel, {{0, 0}, {100, 80}}, chances, 0.2);
    REQUIRE(beads.size() == 6);
    CHECK(beads[0].isApprox(Vec2(10, 45)));  // a quarter of the way from (0, 40) to (40, 60)
    CHECK(beads[1].isApprox(Vec2(80, 70)));  // at the end
    CHECK(beads[2].isApprox(Vec2(40, 60)));  // at the beginning
    CHECK(beads[3].isApprox(Vec2(30, 25)));
    CHECK(beads[4].isApprox(Vec2(60, 25)));
    CHECK(beads[5].isApprox(Vec2(60, 15)));
    CHECK(panel.labels.size() == 12);
}

TEST_CASE("a chance that is not defined keeps its branch and has its bead at the beginning") {
    Frame frame;
    const Points beads = chance_tree(plane_of(frame), {{0, 0}, {100, 80}}, {{.probability = undefined}}, 0);
    REQUIRE(beads.size() == 1);
    CHECK(beads[0].isApprox(Vec2(0, 40)));
    CHECK(chance_tree(plane_of(frame), {{0, 0}, {1, 1}}, {}).empty());
}

TEST_CASE("whole people: none is lost, none counted twice, and no count is a whole person off") {
    for (int k = 0; k <= 500; ++k) {
        const double p = k / 500.0;
        const std::vector<double> shares = {p * 0.123, p * 0.877, (1 - p) * 0.071, (1 - p) * 0.929};
        const std::vector<int> counts = whole_counts(shares, 1000);
        CHECK(std::accumulate(counts.begin(), counts.end(), 0) == 1000);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            CHECK(counts[i] >= 0);
            CHECK(std::abs(counts[i] - 1000 * shares[i]) <= 1 + 1e-9);
        }
    }
    CHECK(whole_counts(std::vector<double>{0, 0, 1, 0}, 7) == std::vector<int>{0, 0, 7, 0});
    CHECK(whole_counts(std::vector<double>{1.0 / 3, 1.0 / 3, 1.0 / 3}, 10) == std::vector<int>{3, 4, 3});
}

TEST_CASE("a crowd stands in rows, and changing the groups moves nobody") {
    const auto places = [](int first) {
        Frame frame;
        Panel& panel = plane_of(frame);
        const std::vector<CrowdGroup> groups = {{.count = first, .ink = Ink::first},
                                                {.count = 7 - first, .ink = Ink::second}};
        crowd(panel, groups, 3);
        Points at;
        for (const Dot& dot : panel.dots) at.push_back(dot.at.head<2>());
        CHECK(std::ranges::count(panel.dots, Ink::first, &Dot::ink) == first);
        return at;
    };
    const Points at = places(2);
    REQUIRE(at.size() == 7);
    CHECK(at[0] == Vec2(0.5, 0.5));
    CHECK(at[5] == Vec2(2.5, 1.5));
    CHECK(at[6] == Vec2(0.5, 2.5));
    CHECK(places(5) == at);
}

TEST_CASE("bars end at their values, and one that is not defined says so") {
    Frame frame;
    Panel& panel = plane_of(frame);
    const std::vector<Bar> bars = {{.name = "a", .value = 0.25, .was = 0.5},
                                   {.name = "b", .value = undefined, .undefined_words = "none"}};
    const Points ends = probability_bars(panel, {{10, 0}, {50, 40}}, bars);
    REQUIRE(ends.size() == 2);
    CHECK(ends[0].x() == doctest::Approx(20));
    CHECK(ends[1].x() == doctest::Approx(10));
    CHECK(ends[0].y() > ends[1].y());
    CHECK(panel.fills.size() == 3);  // two tracks and one bar
    CHECK(std::ranges::any_of(panel.labels, [](const Label& l) { return l.text.find("none") != std::string::npos; }));
    CHECK(std::ranges::any_of(panel.labels, [](const Label& l) { return l.text.find("0.25") != std::string::npos; }));
}
