// What the loss surface must not show: a curvature drawn across a pole, a count of critical points that may be
// incomplete. Both were seen in pictures before they were tests.
#include "app/model/state.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("no curvature is drawn across a pole") {
    const Frame frame = drawn_with("loss-surface", {"f=\"ln(x)+1/y\"", "p=[1.4,-1]"});
    const Panel& space = frame.panels().front();
    int curvatures = 0;
    for (const Stroke& stroke : space.strokes) {
        if (stroke.pen.ink != Ink::negative) continue;
        ++curvatures;
        for (std::uint32_t i = stroke.first; i + 1 < stroke.first + stroke.count; ++i)
            CHECK(std::abs(space.points[i + 1].z() - space.points[i].z()) < 0.31 * space.box.size().z());
    }
    CHECK(curvatures == 2);
}

TEST_CASE("critical points are counted only where all are found") {
    const Frame wide = drawn_with("loss-surface", {"f=ackley", "width=5"});
    const Fact* minima = wide.find_fact("minima_in_view");
    REQUIRE(minima);
    CHECK(std::holds_alternative<std::monostate>(minima->value));
    CHECK(minima->reason == "Too many to be sure of all: narrow the region.");
    const Frame usual = drawn_with("loss-surface", {"f=himmelblau"});
    CHECK(std::get<std::int64_t>(usual.find_fact("minima_in_view")->value) == 4);
}
