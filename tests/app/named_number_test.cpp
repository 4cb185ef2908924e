// Parameters' numbers by name, as formulas and lessons write them.
#include "app/model/named_number.h"

#include "workbench.h"

#include <doctest/doctest.h>

using namespace eigenscape;

TEST_CASE("every number of a parameter has a name, and no other has") {
    const Scene& scene = testing::workbench_scenes()[0];
    const State& state = scene.defaults;
    const auto value = [&](const char* name) { return value_named(scene.params, state, name); };
    CHECK(value("rate") == 0.1);
    CHECK(value("count") == 3);
    CHECK(value("v[1]") == 0.5);
    CHECK(value("A[0][1]") == 1);
    CHECK(value("A[1][1]") == 2);
    CHECK(value("w[2]") == 0.4);
    CHECK(value("B[2][2]") == 1);
    CHECK(value("data[1][0]") == 1);
    CHECK(value("data[1][1]") == -1);
    for (const char* none :
         {"v", "v[2]", "A", "A[0]", "A[2][0]", "A[0][2]", "data[2][0]", "shown", "curve", "f", "nothing", ""}) {
        CAPTURE(none);
        CHECK(!value(none));
    }
    const auto entry = number_named(scene.params, state, "B[1][2]");
    REQUIRE(entry);
    CHECK(scene.params[static_cast<std::size_t>(entry->param)].name == "B");
    CHECK(entry->entry == 5);
}
