// Multicollinearity: two predictors that say almost the same, so the data cannot tell which of them deserves the
// credit. Drag the correlation and see the plane flap about the ridge of points, the loss become a trench, and the sum
// survive.
#include "app/scenes/learning/coefficient_map.h"
#include "app/scenes/learning/collinear_space.h"
#include "app/scenes/learning/swing_strip.h"
#include "app/scenes/list.h"
#include "core/probability/summary.h"
#include "viz/number.h"
#include "viz/shapes/ticks.h"

#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int most_resamples = 40;

enum class RowSource { made, own };
enum class Look { from_the_side, down_the_ridge };

struct Multicollinearity {
    RowSource source = RowSource::made;
    double rho = 0.98, noise = 1;
    int n = 40, seed = 1;
    Vec2 truth{1, 0.5};
    Points3 rows{{-2, -1.8, -2.6}, {-1.5, -1.6, -1.9}, {-1, -0.9, -1.9}, {-0.4, -0.6, 0.1}, {0, 0.2, 0.3},
                 {0.5, 0.3, 0.2},  {0.9, 1.1, 2.0},    {1.4, 1.3, 1.6},  {1.8, 2.0, 3.4},   {2.3, 2.2, 3.1}};
    double reach = 3.5;
    int sample = 20;
    bool ridge = false;
    double lambda = 1;
    Look look = Look::from_the_side;

    static Words words() {
        return {"multicollinearity", "Multicollinearity", "Learning",
                "Why do my coefficients change sign when I add a few rows?",
                "collinear correlated features predictors unstable coefficients VIF variance inflation condition "
                "number ridge "
                "linear regression wrong sign attribution"};
    }
    static Params<Multicollinearity> params() {
        using S = Multicollinearity;
        return {
            {"data", "Data", &S::source, {{"made", "own"}, "Data made to order, or rows of your own."}},
            {"rho",
             "Correlation ρ",
             &S::rho,
             {0, 1, "Between the two predictors of the made data; at 1 they are the same."}},
            {"noise", "Noise", &S::noise, {0, 3, "The deviation of the made data about the true plane."}},
            {"n", "Rows", &S::n, {5, 200, "How many rows the made data have."}},
            {"seed", "Seed", &S::seed, {1, 9999, "Another seed, other chance: the samples follow from it."}},
            {"truth", "True coefficients", &S::truth, {-3, 3, "The slopes of the plane from which the data are made."}},
            {"rows",
             "Your rows",
             &S::rows,
             {-100, 100, "Your own data: $x_1$, $x_2$ and $y$ of each row."},
             TableColumns{{"x1", "x2", "y"}, -1, {"data=own"}}},
            {"reach", "Reach", &S::reach, {1, 100, "How far the box around your own rows reaches.", "", Scale::log}},
            {"sample",
             "Sample",
             &S::sample,
             {1, most_resamples,
              "Which sample is fitted; those before it stay as ghosts. Of your own rows: 1 is the data, then rows "
              "drawn anew."},
             plays(8)},
            {"ridge", "Ridge", &S::ridge, Range("Hold the coefficients back with a ridge penalty.")},
            {"lambda",
             "Ridge λ",
             &S::lambda,
             {0.01, 1000, "How strongly the ridge holds the standardised coefficients back.", "", Scale::log}},
            {"look",
             "Look",
             &S::look,
             {{"from_the_side", "down_the_ridge"},
              "See the points from the side, or along the ridge that they form."}}};
    }
    static std::vector<Preset> presets() {
        return {
            {"Flapping wings",
             "The points hold the plane along their ridge only; across it every sample tilts it another way.",
             {"rho=0.98"}},
            {"Down the ridge",
             "Along the ridge all planes meet in one place: that is where the data are.",
             {"rho=0.99", "look=down_the_ridge"}},
            {"Independent predictors",
             "The loss is a round bowl, and each coefficient is as sure as it can be.",
             {"rho=0"}},
            {"Exactly the same",
             "Every point of the trench fits equally well; the shortest coefficients are shown.",
             {"rho=1"}},
            {"Ridge heals",
             "A little pull towards zero stiffens the wings: the ghosts come together.",
             {"rho=0.98", "ridge=true", "lambda=5"}},
            {"Ridge shares",
             "Exactly collinear, and yet one answer: the ridge gives both the same share.",
             {"rho=1", "ridge=true", "lambda=1"}},
            {"More rows help",
             "Five times the rows, and the ellipse is less than half as long.",
             {"rho=0.98", "n=200"}},
            {"No noise",
             "Without noise even a trench has one lowest point, and every sample finds it.",
             {"rho=0.98", "noise=0"}},
            {"Your own rows", "Drag a point, then play: rows are drawn anew from yours.", {"data=own", "sample=12"}}};
    }

    std::optional<double> penalty() const { return ridge ? std::optional(lambda) : std::nullopt; }

    Sample sample_number(int r) const {
        return source == RowSource::made ? made_sample({rho, noise, n, seed, truth}, r) : own_sample(rows, seed, r);
    }

    void draw(Frame& frame) const {
        const CollinearLab lab = worked_out();
        const Places at = places_on(frame.stage().canvas_points);
        collinear_space(frame, lab, at.data);
        coefficient_map(frame, lab, at.coefficients);
        swing_strip(frame, lab, at.swing);
        inflation_gauge(frame, lab, at.inflation);
        state(frame, lab);
    }

    struct Places {
        Rect data, coefficients, swing, inflation;
    };

    // Side by side; on a canvas that is not much wider than tall the data have all its width.
    static Places places_on(const Vec2& canvas) {
        if (canvas.x() < 1.3 * canvas.y())
            return {{0, 0, 1, 0.47}, {0.5, 0.47, 0.5, 0.53}, {0, 0.47, 0.5, 0.25}, {0, 0.72, 0.5, 0.28}};
        return {{0, 0, 0.52, 0.7}, {0.52, 0, 0.48, 0.7}, {0, 0.7, 0.52, 0.3}, {0.52, 0.7, 0.48, 0.3}};
    }

    CollinearLab worked_out() const {
        CollinearLab lab;
        const Sample data = sample_number(1);
        for (int r = 1; r <= sample; ++r) {
            lab.now = sample_number(r);
            lab.least = regress(lab.now.X, lab.now.y);
            lab.squares.push_back(plane_of(lab.least));
            lab.planes.push_back(ridge ? fitted_plane(lab.now, lambda) : lab.squares.back());
        }
        const auto column = [&](int j) {
            return std::span(data.X.col(j).data(), static_cast<std::size_t>(data.X.rows()));
        };
        lab.rho = source == RowSource::made ? rho : correlation(column(0), column(1));
        for (const int j : {0, 1}) {
            const Summary told = summary(column(j));
            lab.mean[j] = told.mean;
            lab.deviation[j] = told.population_variance > 0 ? std::sqrt(told.population_variance) : 1;
        }
        if (source == RowSource::made) lab.truth = truth;
        else lab.own = &rows;
        lab.down_the_ridge = look == Look::down_the_ridge;
        lab.lambda = penalty();
        lab.box = box_shown();
        lab.coefficients = coefficients_shown(data);
        return lab;
    }

    // Steady while rho or a row is dragged and samples change.
    Box3 box_shown() const {
        if (source == RowSource::made) {
            const double high = std::max(1.0, std::ceil(2.4 * truth.cwiseAbs().sum() + 2.2 * noise));
            return {{-3.2, -3.2, -high}, {3.2, 3.2, high}};
        }
        return {Vec3::Constant(-reach), Vec3::Constant(reach)};
    }

    Box2 coefficients_shown(const Sample& data) const {
        double half = 3.2;
        if (source == RowSource::own) {
            const Plane plane = fitted_plane(data, std::nullopt);
            half = round_step(1.6 * std::max(0.5, plane.slopes.cwiseAbs().maxCoeff()));
        }
        return {{-half, -half}, {half, 1.35 * half}};  // with room for the notes above
    }

    // ---- what the picture says in numbers ----

    void state(Frame& frame, const CollinearLab& lab) const {
        const Plane& plane = lab.plane();
        frame.fact("intercept", plane.intercept, "Intercept");
        frame.fact("b1", plane.slopes.x(), "Coefficient of x₁");
        frame.fact("b2", plane.slopes.y(), "Coefficient of x₂");
        frame.fact("least_squares", lab.squares.back().slopes, "Least squares (b₁, b₂)");
        frame.fact("unique", lab.least.unique, "Least squares unique");
        frame.number_fact("correlation", lab.rho, "A predictor that never changes has no correlation.",
                          "Correlation of the predictors");
        const double vif = largest_inflation(lab);
        const std::string none =
            std::isinf(vif) ? "Infinite: one predictor is a copy of the other." : "A predictor never changes.";
        frame.number_fact("vif", vif, none, "Variance inflation (VIF)");
        frame.number_fact("condition", lab.least.condition, none, "Condition number κ of the scaled columns");
        frame.number_fact("condition_squared", lab.least.condition * lab.least.condition, none,
                          "Condition number of X transposed times X");
        for (const int j : {1, 2}) {
            const std::string name = "error_b" + std::to_string(j),
                              title = "Standard error of b" + std::string(j == 1 ? "₁" : "₂");
            const bool known = lab.least.standard_errors.size() == 3;
            frame.number_fact(name, known ? lab.least.standard_errors(j) : undefined,
                              "The coefficients are not unique, or no row is left over to judge by.", title);
        }
        frame.number_fact("r2", lab.least.r2, "y never changes.", "R² of least squares");
        swings(frame, lab);
        frame.fact("sample", std::int64_t{sample});
        frame.describe(
            "Data over two predictors with correlation " + fixed(lab.rho) + " and the planes fitted to " +
            std::to_string(sample) +
            " samples; the loss over both coefficients with the confidence ellipse. The current plane has slopes " +
            fixed(plane.slopes.x()) + " and " + fixed(plane.slopes.y()) + ". Its VIF is " + brief(vif, 3) + ".");
    }

    static void swings(Frame& frame, const CollinearLab& lab) {
        const std::array<std::pair<const char*, const char*>, 4> names = {
            {{"swing_b1", "Deviation of b₁ over the samples"},
             {"swing_b2", "Deviation of b₂ over the samples"},
             {"swing_near", "Deviation of the prediction near the data"},
             {"swing_far", "Deviation of the prediction far off"}}};
        const std::vector<SwingingAmount> all = swinging_amounts(lab);
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::vector<double> values;
            for (const Plane& plane : lab.planes) values.push_back(all[i].of(plane));
            frame.number_fact(names[i].first, std::sqrt(summary(values).variance),
                              "One sample has no deviation: draw more.", names[i].second);
        }
        std::int64_t flipped = 0;
        for (const Plane& plane : lab.planes) flipped += plane.slopes.y() < 0;
        frame.fact("b2_negative", flipped, "Samples with b₂ below zero");
        frame.fact("prediction_near", lab.plane()(lab.near()), "Prediction near the data");
        frame.fact("prediction_far", lab.plane()(lab.far()), "Prediction far off");
    }

    bool operator==(const Multicollinearity&) const = default;
};

}  // namespace

Scene multicollinearity() { return scene_of<Multicollinearity>(); }

}  // namespace eigenscape
