// The central limit theorem as the picture shows it, against what is known: exact moments, exact laws of means.
// Draws are seeded, so bounds on chance can be tight: four to five standard deviations.
#include "app/model/state.h"
#include "app/scenes/probability/population.h"
#include "core/probability/summary.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("a drawn triangle has the moments of a triangle") {
    const Population p = population_of(PopulationKind::drawn, {{0, 8}, {6, 0}});
    CHECK(p.mean == doctest::Approx(2).epsilon(1e-12));
    CHECK(p.sd == doctest::Approx(std::sqrt(2)).epsilon(1e-12));
    CHECK(p.skewness == doctest::Approx(2 * std::sqrt(2) / 5).epsilon(1e-12));
}

TEST_CASE("means spread and lean as predicted, for every population that has moments") {
    for (const char* population : {"drawn", "normal", "uniform", "exponential", "binomial", "rare"})
        for (const char* n : {"n=1", "n=4", "n=50"}) {
            CAPTURE(population);
            CAPTURE(n);
            const Frame frame =
                drawn_with("central-limit", {std::string("population=") + population, n, "samples=20000"});
            const double error = number(frame, "predicted_standard_error");
            CHECK(std::abs(number(frame, "mean_of_means") - number(frame, "population_mean")) <
                  4 * error / std::sqrt(20000));
            CHECK(number(frame, "standard_error") == doctest::Approx(error).epsilon(0.05));
            CHECK(std::abs(number(frame, "skewness_of_means") - number(frame, "predicted_skewness")) < 0.25);
        }
}

TEST_CASE("means of normal draws are exactly normal, those of few skewed draws are not") {
    const double chance = 1.63 / std::sqrt(20000);  // Kolmogorov's 1 % point
    CHECK(number(drawn_with("central-limit", {"population=normal", "n=3", "samples=20000"}), "distance_to_normal") <
          chance);
    CHECK(number(drawn_with("central-limit", {"population=exponential", "n=2", "samples=20000"}),
                 "distance_to_normal") > 5 * chance);
    CHECK(number(drawn_with("central-limit", {"population=normal", "n=3", "samples=20000"}), "share_within") ==
          doctest::Approx(0.95).epsilon(0.006));
}

TEST_CASE("means of Cauchy draws have the law of a single draw, and no normal curve is drawn") {
    const Source source{PopulationKind::cauchy, {}, 50, 1};
    const auto pile = pile_of(source, 20000);
    const auto at = [&](double p) { return pile->sorted[static_cast<std::size_t>(p * 20000)]; };
    CHECK(at(0.75) - at(0.25) == doctest::Approx(2).epsilon(0.05));  // quartiles at x0 - 1 and x0 + 1
    const Frame frame = drawn_with("central-limit", {"population=cauchy", "n=50"});
    for (const char* name : {"population_mean", "predicted_standard_error", "distance_to_normal", "share_within"})
        CHECK(!frame.find_fact(name)->reason.empty());
    for (const Panel& panel : frame.panels())
        for (const Stroke& stroke : panel.strokes) CHECK(stroke.pen.ink != Ink::special);
}

TEST_CASE("the pile grows: more samples leave the earlier means as they were, to the last bit") {
    const Source source{PopulationKind::exponential, {}, 7, 3};
    const auto some = means_of(source, 300), many = means_of(source, 90'000);
    for (std::size_t i = 0; i < 300; ++i) CHECK((*some)[i] == (*many)[i]);
    std::vector<double> x(7);
    population_of(source.kind, {}).sampler()(Stream(3), 299 * 7, x);
    CHECK(summary(x).mean == doctest::Approx((*some)[299]).epsilon(1e-14));
}

TEST_CASE("a million draws is the limit, and it is said") {
    const Frame frame = drawn_with("central-limit", {"n=500", "samples=100000"});
    CHECK(number(frame, "samples_taken") == 2000);
    bool said = false;
    for (const Panel::Note& note : frame.panels().front().notes)
        said |= note.text.find("limit: 2,000 samples") != std::string::npos;
    CHECK(said);
    CHECK(frame.panels().front().notes.size() == 1);  // there is room for one beside two formulas
}

TEST_CASE("words about means that never settle have the room of the chart that they lack") {
    const auto bottom_of_words = [](const Frame& frame) { return frame.panels().front().place.height; };
    const Frame wild = drawn_with("central-limit", {"population=cauchy", "n=100"}),
                tame = drawn_with("central-limit", {"n=10"});
    CHECK(bottom_of_words(wild) == 2 * bottom_of_words(tame));
    for (const Frame* frame : {&wild, &tame})
        for (const Panel& other : frame->panels())
            if (other.name == "width" || other.name == "qq") CHECK(other.place.y >= bottom_of_words(*frame) - 1e-9);
}

TEST_CASE("a population that is none says why and keeps its handles") {
    for (const char* bad : {"drawn=[[1,1],[1,2]]", "drawn=[[1,0],[2,0]]", "drawn=[[1,1]]"}) {
        CAPTURE(bad);
        const Frame frame = drawn_with("central-limit", {bad});
        CHECK(!frame.find_fact("mean_of_means")->reason.empty());
        CHECK(!frame.panels().front().notes.empty());
        std::size_t handles = 0;
        for (const Panel& panel : frame.panels()) handles += panel.handles.size();
        CHECK(handles >= 1);
    }
}

TEST_CASE("means of whole numbers fall into bins of equally many lattice points") {
    const Frame frame = drawn_with("central-limit", {"population=rare", "n=30", "samples=20000", "means_scale=zoomed"});
    for (const Panel& panel : frame.panels()) {
        if (panel.name != "means") continue;
        CHECK(panel.fills.size() >= 5);
        for (const Fill& bar : panel.fills)
            CHECK(std::abs(panel.points[bar.first + 2].x() - panel.points[bar.first].x()) <= 1.0 / 30 + 1e-12);
    }
}
