// What the scene of collinear predictors says, against the theorems: inflation, condition, shortest answer, ridge.
// The made samples depend on seed and number alone, and their columns are exactly as correlated as was asked for.
#include "app/model/state.h"
#include "app/scenes/learning/collinear_data.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>
#include <Eigen/LU>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("multicollinearity: made columns are centred, of deviation 1 and exactly as correlated as asked for") {
    for (const double rho : {0.0, 0.5, 0.98, 0.999999, 1.0})
        for (const int n : {5, 40, 200}) {
            const Sample s = made_sample({.rho = rho, .n = n, .seed = 7}, 3);
            CAPTURE(rho);
            CHECK(std::abs(s.X.col(0).mean()) < 1e-14);
            CHECK(std::abs(s.X.col(1).mean()) < 1e-14);
            CHECK(s.X.col(0).squaredNorm() / n == doctest::Approx(1).epsilon(1e-13));
            CHECK(s.X.col(1).squaredNorm() / n == doctest::Approx(1).epsilon(1e-13));
            CHECK(s.X.col(0).dot(s.X.col(1)) / n == doctest::Approx(rho).epsilon(1e-13));
        }
    CHECK(made_sample({.rho = 1}, 1).X.col(0) == made_sample({.rho = 1}, 1).X.col(1));
}

TEST_CASE("multicollinearity: a sample keeps its noise whatever else changes") {
    const Sample a = made_sample({.rho = 0.2, .noise = 1, .truth = {0, 0}}, 4);
    const Sample b = made_sample({.rho = 0.9, .noise = 2, .truth = {0, 0}}, 4);
    CHECK((b.y - 2 * a.y).cwiseAbs().maxCoeff() == 0);
    CHECK((made_sample({}, 5).y - made_sample({}, 4).y).norm() > 1);
    CHECK((made_sample({.seed = 2}, 4).y - made_sample({}, 4).y).norm() > 1);
}

TEST_CASE("multicollinearity: inflation and condition are those of the theorem") {
    for (const double rho : {0.0, 0.5, 0.9, 0.98, 0.9999}) {
        const Frame frame = drawn_with("multicollinearity", {"rho=" + std::to_string(rho)});
        CAPTURE(rho);
        CHECK(number_or_nan(frame, "vif") == doctest::Approx(1 / (1 - rho * rho)).epsilon(1e-9));
        CHECK(number_or_nan(frame, "condition") == doctest::Approx(std::sqrt((1 + rho) / (1 - rho))).epsilon(1e-9));
    }
}

TEST_CASE("multicollinearity: equal predictors get the shortest answer, and the picture says so") {
    const Frame frame = drawn_with("multicollinearity", {"rho=1"});
    CHECK(is_undefined(frame, "vif"));
    CHECK(is_undefined(frame, "error_b1"));
    CHECK(number_or_nan(frame, "b1") == doctest::Approx(number_or_nan(frame, "b2")).epsilon(1e-12));
    bool said = false;
    for (const Panel& panel : frame.panels())
        for (const auto& note : panel.notes) said = said || note.text.find("shortest answer") != std::string::npos;
    CHECK(said);
    // The same as one predictor alone, its slope shared by both.
    const Sample s = made_sample({.rho = 1}, 20);
    const Regression alone = regress(s.X.leftCols(1), s.y);
    CHECK(2 * number_or_nan(frame, "b1") == doctest::Approx(alone.beta(1)).epsilon(1e-12));
    // And where a vanishing ridge goes.
    CHECK((fitted_plane(s, 1e-9).slopes - plane_of(regress(s.X, s.y)).slopes).norm() < 1e-9);
}

TEST_CASE("multicollinearity: the difference of the coefficients swings, the prediction near the data does not") {
    const Frame loose = drawn_with("multicollinearity", {"rho=0.99", "sample=40"}),
                calm = drawn_with("multicollinearity", {"rho=0.99", "sample=40", "ridge=true", "lambda=5"});
    // Deviations by the theorem with n = 40, noise 1: of b1 sqrt(1/40/(1 - rho^2)), of the near one sqrt((1 + 2/(1 +
    // rho))/40).
    CHECK(number_or_nan(loose, "swing_b1") == doctest::Approx(std::sqrt(1 / 40.0 / (1 - 0.9801))).epsilon(0.3));
    CHECK(number_or_nan(loose, "swing_near") == doctest::Approx(std::sqrt((1 + 2 / 1.99) / 40)).epsilon(0.3));
    CHECK(number_or_nan(calm, "swing_b1") < 0.25 * number_or_nan(loose, "swing_b1"));
}

TEST_CASE("multicollinearity: ridge solves its normal equations") {
    const Sample s = made_sample({}, 1);
    MatX X = s.X;
    X.rowwise() -= X.colwise().mean().eval();
    const VecX y = s.y.array() - s.y.mean();
    const Mat2 held = Mat2(X.transpose() * X) + 5 * Mat2::Identity();
    const Vec2 expected = held.inverse() * Vec2(X.transpose() * y);
    CHECK((fitted_plane(s, 5).slopes - expected).norm() < 1e-12);
}

TEST_CASE("multicollinearity: few and degenerate rows are told, never faked") {
    for (const char* rows : {"rows=[[1,2,3]]", "rows=[[1,1,1],[1,2,2],[1,3,4]]", "rows=[[1,2,1],[2,4,2],[3,6,4]]"}) {
        const Frame frame = drawn_with("multicollinearity", {"data=own", rows, "sample=1", "ridge=true"});
        CAPTURE(rows);
        CHECK(is_undefined(frame, "error_b1"));
        CHECK(std::get<bool>(frame.find_fact("unique")->value) == false);
        CHECK(frame.number("b1").has_value());
    }
}

TEST_CASE("multicollinearity: own rows that are collinear, constant, equal, one alone, or ten thousand") {
    const auto own = [](const char* rows) {
        return drawn_with("multicollinearity", {"data=own", std::string("rows=") + rows});
    };
    const Frame constant = own("[[-1,1,-1],[0,1,0.5],[1,1,1]]");
    CHECK(is_undefined(constant, "vif"));
    CHECK(is_undefined(constant, "correlation"));
    CHECK(number_or_nan(constant, "b2") == doctest::Approx(0));
    const Frame collinear = own("[[-1,-2,-1],[0,0,0.5],[1,2,1],[2,4,2]]");
    CHECK(number_or_nan(collinear, "correlation") == doctest::Approx(1));
    CHECK(collinear.find_fact("unique")->value == Fact::Value(false));
    CHECK(is_undefined(own("[[1,1,1],[1,1,1],[1,1,1]]"), "r2"));
    CHECK(is_undefined(own("[[1,2,3]]"), "vif"));
    Points3 many;
    for (int i = 0; i < 10'000; ++i)
        many.emplace_back(std::sin(i), std::cos(1.7 * i), std::sin(i) - 2 * std::cos(1.7 * i));
    const Scene& scene = *find_scene("multicollinearity");
    const State state =
        with(scene, std::get<State>(set(scene, scene.defaults, "data=own")), scene.find_param("rows"), many);
    const Frame crowd = drawn(scene, state);
    CHECK(number_or_nan(crowd, "b1") == doctest::Approx(1));
    CHECK(number_or_nan(crowd, "b2") == doctest::Approx(-2));
    for (const Panel& panel : crowd.panels()) CHECK(panel.handles.size() <= 60);
}
