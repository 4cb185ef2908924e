// Points written as CSV come back as the same points, and words that look like formulas stay words.
#include "app/data/table_csv.h"
#include "app/data/disturb.h"
#include "app/model/numbers.h"
#include "tests/app/data/tables.h"

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("CSV has names, the fewest digits, and reads back to the same points") {
    const Value points = Points{{0.1, -2}, {1.0 / 3, 1e-7}};
    const std::string csv = csv_of(points_param(), points);
    CHECK(csv == "x,y\n0.1,-2\n0.3333333333333333,1e-07\n");
    CHECK(taken(points_param(), read_text(csv)).value == points);
    const Value classed = Points3{{1, 2, 0}, {3, 4, 1}};
    CHECK(taken(classed_param(), read_text(csv_of(classed_param(), classed))).value == classed);
}

TEST_CASE("cells that look like formulas, or hold what parts cells, are quoted") {
    CHECK(csv_cell("plain words") == "plain words");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"a\"") == "\"say \"\"a\"\"\"");
    for (const std::string formula : {"=1+1", "+1", "-x", "@SUM(A1)"})
        CHECK(csv_cell(formula) == "\"'" + formula + "\"");
}

TEST_CASE("noise keeps classes and range and is the same for the same seed") {
    const Value points = Points3{{1, 2, 0}, {3, 4, 1}, {-9.9, 9.9, 1}};
    const Param param = classed_param();
    const Value noisy = with_noise(param, points, 0.5, 7);
    CHECK(noisy == with_noise(param, points, 0.5, 7));
    CHECK(!(noisy == with_noise(param, points, 0.5, 8)));
    CHECK(with_noise(param, points, 0, 7) == points);
    const std::vector<double> before = numbers_of(points), after = numbers_of(noisy);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (i % 3 == 2) CHECK(after[i] == before[i]);
        else CHECK(after[i] != before[i]);
        CHECK(std::abs(after[i]) <= 10);
    }
}

TEST_CASE("noise is as large as it says") {
    Points cloud;
    for (int i = 0; i < 5000; ++i) cloud.emplace_back(i % 2 ? 1 : -1, i % 2 ? 3 : -3);
    const std::vector<double> before = numbers_of(Value(cloud)),
                              after = numbers_of(with_noise(points_param(100), cloud, 0.1, 3));
    double x = 0, y = 0;
    for (std::size_t i = 0; i < before.size(); i += 2) {
        x += (after[i] - before[i]) * (after[i] - before[i]) / 5000;
        y += (after[i + 1] - before[i + 1]) * (after[i + 1] - before[i + 1]) / 5000;
    }
    CHECK(std::sqrt(x) == doctest::Approx(0.1).epsilon(0.05));
    CHECK(std::sqrt(y) == doctest::Approx(0.3).epsilon(0.05));
}

TEST_CASE("an outlier lies far from the rest, and a full set takes none") {
    const Value points = Points{{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    const auto more = with_outlier(points_param(), points, 1);
    REQUIRE(more);
    const auto& all = std::get<Points>(*more);
    REQUIRE(all.size() == 5);
    CHECK((all.back() - Vec2(0.5, 0.5)).norm() == doctest::Approx(2.5));
    CHECK(with_outlier(points_param(), points, 1) == more);
    CHECK(!with_outlier(points_param(), Points(10'000, Vec2(0, 0)), 1));
    CHECK(std::get<Points>(*with_outlier(points_param(), Points{{3, 3}}, 1)).size() == 2);
}
