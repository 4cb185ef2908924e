// Facts as JSON and as words: full precision, reasons beside what is undefined, valid whatever the text holds.
// The JSON is read back by nlohmann's parser, which knows nothing of how it was written.
#include "app/model/facts.h"
#include "app/model/state.h"
#include "tests/app/every_scene.h"
#include "tests/app/workbench.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("facts are JSON with full precision, and null with a reason") {
    const State state = std::get<State>(set(workbench(), workbench().defaults, "A=[[0.1,0.3],[0.3,0.7]]"));
    const auto json = nlohmann::json::parse(facts_json(workbench(), state, drawn(workbench(), state)));
    CHECK(json["scene"] == "workbench");
    CHECK(json["parameters"]["A"][1][1] == 0.7);
    CHECK(json["parameters"]["curve"] == "ring");
    CHECK(json["parameters"]["shown"] == true);
    CHECK(json["parameters"]["count"].is_number_integer());
    CHECK(json["facts"]["determinant"].is_number_float());
    CHECK(json["facts"]["determinant"].get<double>() ==
          std::get<double>(drawn(workbench(), state).find_fact("determinant")->value));
    CHECK(json["facts"]["count"] == 3);
    CHECK(json["facts"]["roots"][0]["im"] == -2.0);
    CHECK(json["facts"]["sum"].dump() == "3.0");
    CHECK(json["facts"]["A"][0][1] == 0.3);
    CHECK(json["facts"]["inverse"].is_null());
    CHECK(json["facts"]["inverse_reason"] == "It has none, because \"A\" is singular.");
    CHECK(!json["facts"].contains("determinant_reason"));
}

TEST_CASE("facts of any state are valid JSON") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        State state = random_state(workbench(), seed);
        state.back() = 0.0;
        CHECK(nlohmann::json::accept(facts_json(workbench(), state, drawn(workbench(), state))));
    }
    Frame empty;
    CHECK(nlohmann::json::parse(facts_json(workbench(), workbench().defaults, empty))["facts"].empty());
}

TEST_CASE("what rounding left over beside larger numbers reads 0 in words and stays in JSON") {
    Frame frame;
    frame.fact("minimum", std::vector<double>{3.58, -1.84, 7.889e-31});
    frame.fact("small_alone", std::vector<double>{7.889e-31, 1e-31});
    frame.fact("small_beside", std::vector<double>{1, 1e-12});
    frame.fact("roots", std::vector<Complex>{{2, 1e-17}, {-3e-18, 1}});
    CHECK(fact_words(*frame.find_fact("minimum")) == "[3.58, −1.84, 0]");
    CHECK(fact_words(*frame.find_fact("small_alone")) == "[7.889·10⁻³¹, 1·10⁻³¹]");
    CHECK(fact_words(*frame.find_fact("small_beside")) == "[1, 1·10⁻¹²]");
    CHECK(fact_words(*frame.find_fact("roots")) == "[2, 0 + 1i]");
    const auto json = nlohmann::json::parse(facts_json(workbench(), workbench().defaults, frame));
    CHECK(json["facts"]["minimum"][2] == 7.889e-31);
}

TEST_CASE("facts in words have a title, a true minus and the reason") {
    const Frame frame = drawn(workbench(), workbench().defaults);
    CHECK(fact_title(*frame.find_fact("trace_3")) == "Trace of the large matrix");
    CHECK(fact_title(*frame.find_fact("determinant")) == "Determinant");
    CHECK(fact_words(*frame.find_fact("determinant")) == "3");
    CHECK(fact_words(*frame.find_fact("roots")) == "[1 \u2212 2i]");
    CHECK(fact_words(*frame.find_fact("shown")) == "yes");
    CHECK(fact_words(*frame.find_fact("inverse")) == "It has none, because \"A\" is singular.");
    const std::string words = caption(workbench(), workbench().defaults, frame);
    CHECK(words.starts_with("Workbench: v=[1,0.5] A=[[2,1],[1,2]] t=1 "));
    CHECK(words.find("\nDeterminant: 3\n") != std::string::npos);
}

TEST_CASE("an invertible matrix whose determinant underflows does not claim to have none") {
    const Scene& scene = *find_scene("transform");
    const auto tiny = set(scene, scene.defaults, "A=[[1e-200,0],[0,1e-200]]");
    REQUIRE(std::holds_alternative<State>(tiny));
    Frame frame;
    scene.draw(std::get<State>(tiny), frame);
    const Fact* det = frame.find_fact("determinant");
    REQUIRE(det);
    CHECK(std::holds_alternative<std::monostate>(det->value));
    CHECK(det->reason.find("Too small to show") == 0);
    CHECK(std::get<std::int64_t>(frame.find_fact("rank")->value) == 2);
}
