// Multicollinearity: two predictors that say almost the same, so the data cannot tell which of them deserves the
// credit. Drag the correlation and see the plane flap about the ridge of points, the loss become a trench, and the sum
// survive.
#include "app/scenes/learning/coefficient_map.h"
#include "app/scenes/learning/swing_strip.h"
#include "app/scenes/list.h"
#include "core/probability/summary.h"
#include "viz/number.h"
#include "viz/shapes/box_axes.h"
#include "viz/tex/typeset.h"

#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int most_samples = 40;
constexpr std::size_t most_handles = 60, most_single = 400;  // rows with handles; rows with residuals and rings

enum class Source { made, own };
enum class Look { from_the_side, down_the_ridge };

struct Multicollinearity {
    Source source = Source::made;
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
             {1, most_samples,
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
        return source == Source::made ? made_sample({rho, noise, n, seed, truth}, r) : own_sample(rows, seed, r);
    }

    void draw(Frame& frame) const {
        const CollinearLab lab = worked_out();
        const Places at = places_on(frame.stage().canvas_points);
        data_space(frame, lab, at.data);
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
            return {{0, 0, 1, 0.5}, {0.5, 0.5, 0.5, 0.5}, {0, 0.5, 0.5, 0.2}, {0, 0.7, 0.5, 0.3}};
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
        lab.rho = source == Source::made ? rho : correlation(column(0), column(1));
        for (const int j : {0, 1}) {
            const Summary told = summary(column(j));
            lab.mean[j] = told.mean;
            lab.deviation[j] = told.population_variance > 0 ? std::sqrt(told.population_variance) : 1;
        }
        if (source == Source::made) lab.truth = truth;
        lab.lambda = penalty();
        lab.box = box_shown();
        lab.coefficients = coefficients_shown(data);
        return lab;
    }

    // Steady while rho or a row is dragged and samples change.
    Box3 box_shown() const {
        if (source == Source::made) {
            const double high = std::max(1.0, std::ceil(2.4 * truth.cwiseAbs().sum() + 2.2 * noise));
            return {{-3.2, -3.2, -high}, {3.2, 3.2, high}};
        }
        return {Vec3::Constant(-reach), Vec3::Constant(reach)};
    }

    Box2 coefficients_shown(const Sample& data) const {
        double half = 3.2;
        if (source == Source::own) {
            const Plane plane = fitted_plane(data, std::nullopt);
            half = round_step(1.6 * std::max(0.5, plane.slopes.cwiseAbs().maxCoeff()));
        }
        return {{-half, -half}, {half, 1.35 * half}};  // with room for the notes above
    }

    // ---- the data and the planes ----

    void data_space(Frame& frame, const CollinearLab& lab, const Rect& place) const {
        const bool down = look == Look::down_the_ridge;
        View3 view{down ? -2.3562 : -1.05, down ? 0.1 : 0.42};
        view.zoom = 0.84;
        view.pan.y() = down ? -0.05 : -0.075;
        // A panel for each look, so that choosing one shows it even after the other was turned.
        Panel& space = frame.space(down ? "down_the_ridge" : "data", lab.box, place, view);
        space.proportions = {1, 1, 0.72};
        box_axes(space, {.x = "x_1", .y = "x_2", .z = "y", .z_ticks = {}});
        for (std::size_t r = 0; r + 1 < lab.planes.size(); ++r) lay_plane(space, lab.planes[r], Ink::ghost, faint(r), 0.45);
        lay_plane(space, lab.plane(), Ink::sheet, 0.6, 1);
        if (source == Source::made) data_ellipse(space);
        data_points(space, lab);
        probe(space, lab, lab.near(), "\\text{near}", Mark::diamond);
        probe(space, lab, lab.far(), "\\text{far}", Mark::triangle);
        write_plane(space, lab);
    }

    // A little different each time: twenty equal roundings to 8 bits would add up to a tint.
    static double faint(std::size_t r) {
        const double golden = 0.618034 * static_cast<double>(r);
        return 0.055 + 0.03 * (golden - std::floor(golden));
    }

    // The part of a plane that lies in the box: a rectangle cut at floor and ceiling.
    static std::vector<Vec3> plane_in_box(const Box3& box, const Plane& plane) {
        std::vector<Vec3> ring;
        for (const Vec2& at : {Vec2(box.lo.x(), box.lo.y()), Vec2(box.hi.x(), box.lo.y()), Vec2(box.hi.x(), box.hi.y()),
                               Vec2(box.lo.x(), box.hi.y())})
            ring.emplace_back(at.x(), at.y(), plane(at));
        for (const double side : {1.0, -1.0}) {
            const double edge = side > 0 ? box.hi.z() : -box.lo.z();
            std::vector<Vec3> kept;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Vec3 a = ring[i], b = ring[(i + 1) % ring.size()];
                const double over_a = side * a.z() - edge, over_b = side * b.z() - edge;
                if (over_a <= 0) kept.push_back(a);
                if ((over_a < 0 && over_b > 0) || (over_a > 0 && over_b < 0)) {
                    Vec3 cut = a + over_a / (over_a - over_b) * (b - a);
                    cut.z() = side * edge;
                    kept.push_back(cut);
                }
            }
            ring = std::move(kept);
        }
        return ring;
    }

    static void lay_plane(Panel& space, const Plane& plane, Ink ink, double opacity, double edge) {
        if (!plane.slopes.allFinite()) return;
        const std::vector<Vec3> ring = plane_in_box(space.box, plane);
        if (ring.size() < 3) return;
        if (edge < 1) {  // a ghost: it hides nothing, so it needs no depth
            space.fill(std::span<const Vec3>(ring), ink, opacity);
        } else {
            MeshData mesh;
            mesh.positions = ring;
            for (std::uint32_t i = 1; i + 1 < ring.size(); ++i) mesh.indices.insert(mesh.indices.end(), {0, i, i + 1});
            space.mesh(std::make_shared<const MeshData>(std::move(mesh)), opacity, ink);
        }
        space
            .stroke(std::span<const Vec3>(ring),
                    {.ink = ink, .width_points = edge < 1 ? 1.0 : 1.8, .opacity = edge, .depth = Depth::see_through})
            .closed = true;
    }

    void data_points(Panel& space, const CollinearLab& lab) const {
        const bool crowd = static_cast<std::size_t>(lab.now.y.size()) > most_single;  // then only the points themselves, and small
        const double floor = space.box.lo.z();
        for (Eigen::Index i = 0; i < lab.now.y.size(); ++i) {
            const Vec2 x = lab.now.X.row(i).transpose();
            const Vec3 at(x.x(), x.y(), lab.now.y(i)), shadow(x.x(), x.y(), floor);
            const Vec3 fitted(x.x(), x.y(), lab.plane()(x));
            if (!crowd && holds(space.box, shadow)) space.dot(shadow, Ink::ghost, 4);
            if (!holds(space.box, at)) continue;
            if (!crowd && holds(space.box, fitted))
                space.line(fitted, at,
                           {.ink = Ink::subject, .width_points = 1, .opacity = 0.6, .depth = Depth::see_through});
            space.dot(at, Ink::subject, crowd ? 4 : 8).depth = Depth::see_through;
        }
        if (source == Source::own) own_rows(space);
    }

    static bool holds(const Box3& box, const Vec3& p) {
        return (p.array() >= box.lo.array()).all() && (p.array() <= box.hi.array()).all();
    }

    // All of them, with a ring: a sample leaves some out. Too many for handles can still be dragged one by one.
    void own_rows(Panel& space) const {
        int outside = 0;
        double height = 0;
        for (const Vec3& row : rows) {
            if (!holds(space.box, row)) ++outside;
            else if (rows.size() <= most_single)
                space.dot(row, Ink::subject, 10, Mark::ring).depth = Depth::see_through;
            if (rows.size() <= most_handles) space.handle(row, "rows", "Drag a row of your data", Ink::subject);
            height += row.z() / static_cast<double>(rows.size());
        }
        space.takes("rows", std::round(height));
        if (outside > 0)
            space.note(std::to_string(outside) + " of your rows lie outside the box: widen the reach.", Ink::negative);
    }

    // Where a prediction is asked for: on the ridge of points, or off to its side.
    static void probe(Panel& space, const CollinearLab& lab, const Vec2& x, const char* name, Mark mark) {
        const Vec3 at(x.x(), x.y(), lab.plane()(x));
        if (!holds(space.box, at)) return;
        space.dot(at, Ink::sheet, 13, mark).depth = Depth::on_top;
        space.label(at, name, Ink::sheet, {1, 0.4}).size_points = 14;
    }

    // Two deviations wide: the shape that the correlation gives to the points, on the floor. Its short axis moves rho.
    void data_ellipse(Panel& space) const {
        const double floor = space.box.lo.z();
        const Vec2 along = Vec2(1, 1) * std::sqrt(1 + rho) * std::sqrt(2.0),
                   across = Vec2(1, -1) * std::sqrt(1 - rho) * std::sqrt(2.0);
        std::vector<Vec3> ring;
        for (int k = 0; k <= 72; ++k) {
            const Vec2 p = std::cos(2 * pi * k / 72) * along + std::sin(2 * pi * k / 72) * across;
            ring.emplace_back(p.x(), p.y(), floor);
        }
        space.stroke(std::span<const Vec3>(ring), {.ink = Ink::image, .width_points = 2, .depth = Depth::see_through});
        const Vec3 end(across.x(), across.y(), floor);
        space.dot(end, Ink::image, 11).depth = Depth::see_through;
        space.handle(end, "rho", "Drag how alike the two predictors are", Ink::image);
    }

    void write_plane(Panel& space, const CollinearLab& lab) const {
        const Vec2 b = lab.plane().slopes;
        const auto number = [](const char* name, double value, const char* role) {
            const std::string live = "\\color{" + std::string(role) + "}{\\num{" + name + ":.2f}}";
            return value < 0 ? "(" + live + ")" : live;
        };
        space.formula("\\hat y = \\num{intercept:.2f} + " + number("b1", b.x(), "first") + "\\,x_1 + " +
                          number("b2", b.y(), "second") + "\\,x_2",
                      22);
        space.note(source == Source::made ? "Drag the handle on the floor: the two predictors become alike."
                                          : "Drag a point, then play: rows are drawn anew from yours.",
                   Ink::faint);
    }

    // ---- what the picture says in numbers ----

    void state(Frame& frame, const CollinearLab& lab) const {
        const Plane& plane = lab.plane();
        frame.fact("intercept", plane.intercept, "Intercept");
        frame.fact("b1", plane.slopes.x(), "Coefficient of x₁");
        frame.fact("b2", plane.slopes.y(), "Coefficient of x₂");
        frame.fact("least_squares", lab.squares.back().slopes, "Least squares (b₁, b₂)");
        frame.fact("unique", lab.least.unique, "Least squares unique");
        number_or_reason(frame, "correlation", lab.rho, "A predictor that never changes has no correlation.",
                         "Correlation of the predictors");
        const double vif = largest_inflation(lab);
        const std::string none =
            std::isinf(vif) ? "Infinite: one predictor is a copy of the other." : "A predictor never changes.";
        number_or_reason(frame, "vif", vif, none, "Variance inflation (VIF)");
        number_or_reason(frame, "condition", lab.least.condition, none, "Condition number κ of the scaled columns");
        number_or_reason(frame, "condition_squared", lab.least.condition * lab.least.condition, none,
                         "Condition number of XᵀX");
        for (const int j : {1, 2}) {
            const std::string name = "error_b" + std::to_string(j),
                              title = "Standard error of b" + std::string(j == 1 ? "₁" : "₂");
            const bool known = lab.least.standard_errors.size() == 3;
            number_or_reason(frame, name, known ? lab.least.standard_errors(j) : undefined,
                             "The coefficients are not unique, or no row is left over to judge by.", title);
        }
        number_or_reason(frame, "r2", lab.least.r2, "y never changes.", "R² of least squares");
        swings(frame, lab);
        frame.fact("sample", std::int64_t{sample});
        frame.describe(
            "Data over two predictors with correlation " + fixed(lab.rho) + " and the planes fitted to " +
            std::to_string(sample) +
            " samples; the loss over both coefficients with the confidence ellipse. The current plane has slopes " +
            fixed(plane.slopes.x()) + " and " + fixed(plane.slopes.y()) + ". Its VIF is " + brief(vif, 3) + ".");
    }

    static void number_or_reason(Frame& frame, const std::string& name, double value, const std::string& reason,
                                 const std::string& title) {
        if (std::isfinite(value))
            frame.fact(name, value, title);
        else
            frame.undefined_fact(name, reason, title);
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
            number_or_reason(frame, names[i].first, std::sqrt(summary(values).variance),
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
