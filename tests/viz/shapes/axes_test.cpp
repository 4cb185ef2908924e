// Numbers beside the axes of a plane: along the axes while they are in view, at the window's edge when they are not.
#include "viz/shapes/axes.h"

#include <doctest/doctest.h>

using namespace eigenscape;

TEST_CASE("the numbers of an axis stand along it, and at the edge of the window when it is far away") {
    Frame frame;
    Panel& near = frame.plane("near", {{-4, -3}, {4, 3}});
    axis_numbers(near);
    REQUIRE(!near.labels.empty());
    for (const Label& label : near.labels) CHECK((label.at.x() == 0 || label.at.y() == 0));

    Panel& far = frame.plane("far", {{996, -503}, {1004, -497}});
    axis_numbers(far);
    REQUIRE(!far.labels.empty());
    for (const Label& label : far.labels) {
        CHECK(label.at.x() >= far.window.lo.x());
        CHECK(label.at.x() <= far.window.hi.x());
        CHECK(label.at.y() >= far.window.lo.y());
        CHECK(label.at.y() <= far.window.hi.y());
    }
}
