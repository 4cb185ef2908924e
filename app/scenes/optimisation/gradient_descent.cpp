// Gradient descent: optimisers race over a loss surface from the same start, and every parameter bends their paths.
// Drag the start on the map or the surface, or the learning rate past its limit 2/λmax, and see what it does.
#include "app/scenes/list.h"
#include "app/scenes/optimisation/landscape.h"
#include "app/scenes/optimisation/racers.h"
#include "core/optimize/curvature.h"
#include "core/optimize/descend.h"
#include "viz/number.h"
#include "viz/shapes/gauge.h"
#include "viz/shapes/path.h"
#include "viz/tex/typeset.h"
#include "viz/theme.h"

#include <array>
#include <cmath>
#include <map>

namespace eigenscape {
namespace {

constexpr int most_descent_steps = 300;

struct GradientDescent {
    Formula f{"himmelblau"};
    Vec2 start{-0.3, -0.3};
    double rate = 0.008, adaptive_rate = 0.25, mu = 0.8, alpha = 0.99, beta1 = 0.9, beta2 = 0.999;
    double weight_decay = 0.01, damping = 0;
    bool gradient_descent = true, momentum = true, nesterov = false, adagrad = false;
    bool rmsprop = false, adam = true, adamw = false, newton = false;
    double kappa = 10, phi = 0.4, width = 1;
    Heights heights = Heights::suited;
    MapStyle map_style = MapStyle::filled;
    int step = 100;

    static Words words() {
        return {"gradient-descent", "Gradient descent", "Calculus and optimisation",
                "Why does my training explode, crawl or zigzag?",
                "optimiser learning rate momentum nesterov adagrad rmsprop adam adamw newton diverge loss explodes "
                "conditioning"};
    }
    static Params<GradientDescent> params() {
        using S = GradientDescent;
        const auto racer = [](const char* what) { return Range(std::string("Let ") + what + " race."); };
        return landscape_params<S>(
            {{"f", "f(x, y)", &S::f, Range("Any formula in x and y, or a surface from the library."),
              FormulaNames{.constants = {"kappa", "phi"}}},
             {"start", "Start", &S::start, {-25, 25, "Where all of them start."}},
             {"rate",
              "Learning rate",
              &S::rate,
              {1e-4, 2, "Of gradient descent, momentum and Nesterov: θ ← θ − η b.", "", Scale::log}},
             {"adaptive_rate",
              "Adaptive rate",
              &S::adaptive_rate,
              {1e-3, 2, "Of AdaGrad, RMSProp, Adam and AdamW, whose first steps are about this long.", "", Scale::log}},
             {"gradient_descent", "Gradient descent", &S::gradient_descent, racer("plain gradient descent")},
             {"momentum", "Momentum", &S::momentum, racer("momentum (b ← μ b + g)")},
             {"nesterov", "Nesterov", &S::nesterov, racer("Nesterov's momentum")},
             {"adagrad", "AdaGrad", &S::adagrad, racer("AdaGrad")},
             {"rmsprop", "RMSProp", &S::rmsprop, racer("RMSProp")},
             {"adam", "Adam", &S::adam, racer("Adam")},
             {"adamw", "AdamW", &S::adamw, racer("AdamW")},
             {"newton", "Newton", &S::newton, racer("Newton's method")},
             {"mu",
              "Momentum μ",
              &S::mu,
              {0, 0.99, "How much of the velocity is kept each step (momentum, Nesterov)."}},
             {"alpha", "RMSProp α", &S::alpha, {0.5, 0.999, "The memory of squared gradients (RMSProp)."}},
             {"beta1", "Adam β₁", &S::beta1, {0, 0.99, "The memory of gradients (Adam, AdamW)."}},
             {"beta2", "Adam β₂", &S::beta2, {0.5, 0.9999, "The memory of squared gradients (Adam, AdamW)."}},
             {"weight_decay", "AdamW λ", &S::weight_decay, {0, 1, "How strongly weights are pulled to zero (AdamW)."}},
             {"damping",
              "Newton damping",
              &S::damping,
              {0, 200, "Added to the Hessian's diagonal (Newton): 0 takes the full step."}}},
            {{"step", "Step", &S::step, {0, most_descent_steps, "How many steps have been taken."}, plays(12)}});
    }
    static std::vector<Preset> presets() {
        return {{"Three racers", "The same start, different valleys.", {"f=himmelblau"}},
                {"Zigzag in a ravine",
                 "A narrow bowl: the step suits the steep direction and crawls along the flat one.",
                 {"f=bowl", "kappa=20", "phi=0.4", "start=[-3.4,0.6]", "rate=0.09", "momentum=false", "adam=false"}},
                {"Just past the limit",
                 "The learning rate is a little above 2/λmax: every step overshoots more.",
                 {"f=bowl", "kappa=10", "start=[-3,1.5]", "rate=0.203", "momentum=false", "adam=false", "step=40"}},
                {"It explodes",
                 "Rosenbrock at ten times the rate that works: gone after a few steps.",
                 {"f=rosenbrock", "start=[-1.2,1]", "rate=0.01", "momentum=false", "adam=false"}},
                {"The curved valley",
                 "Reaching the valley is easy; following it is slow. Momentum helps.",
                 {"f=rosenbrock", "start=[-1.2,1]", "rate=0.0005", "mu=0.9", "adaptive_rate=0.1", "step=300"}},
                {"Newton jumps to a hilltop",
                 "Newton looks for any level point: here it climbs to the maximum.",
                 {"f=himmelblau", "start=[-0.9,-0.6]", "newton=true", "momentum=false", "adam=false"}},
                {"Stuck on a ridge",
                 "Exactly on the ridge the gradient points at the saddle. Nudge the start sideways.",
                 {"f=\"x^2 - y^2 + y^4/8\"", "start=[2.5,0]", "rate=0.05", "adaptive_rate=0.1", "width=0.75"}},
                {"Plateau",
                 "Almost no slope: plain descent hardly moves, Adam does not care.",
                 {"f=plateau", "start=[-5,3.4]", "rate=0.5", "mu=0.9", "adaptive_rate=0.1", "step=150"}},
                {"All eight",
                 "Everything races on Beale's function.",
                 {"f=beale", "start=[1,1]", "rate=0.01", "mu=0.7", "adaptive_rate=0.1", "nesterov=true", "adagrad=true",
                  "rmsprop=true", "adamw=true", "newton=true", "damping=5", "step=120"}}};
    }

    Ground ground() const { return {f, kappa, phi, width, heights}; }

    void draw(Frame& frame) const {
        const auto land = landscape(ground());
        if (!land || !land->relief.scale.has_values) return explain_missing(frame, ground());
        Panel& space = landscape_space(frame, *land, {0, 0, 0.6, 0.72}, is_narrow(frame) ? 135 : 100);
        Panel& map = landscape_map(frame, *land, {0.6, 0, 0.4, 0.72}, map_style);
        write_steps(space);
        if (is_narrow(frame)) space.note(first_words, Ink::faint);
        mark_critical_points(space, map, *land);
        const std::vector<Racer> racers = race(*land->field);
        for (const Racer& racer : racers) draw_path(space, map, *land, racer);
        place_point(space, map, *land, start, {"start", "Drag the start", Mark::ring});
        map_levels(frame, map, *land, map_style);
        loss_strip(frame, {0, 0.72, 0.6, 0.28}, *land, racers, {most_descent_steps, step});
        speed_gauge(frame, *land, racers, outside_words(map, start));
        state(frame, racers);
    }

    bool races(Method method) const {
        const std::array<bool, 8> chosen = {gradient_descent, momentum, nesterov, adagrad,
                                            rmsprop,          adam,     adamw,    newton};
        return chosen[static_cast<std::size_t>(method)];
    }

    // The gauge has no room for a third sentence there, but the formulas have.
    static bool is_narrow(const Frame& frame) { return 0.4 * frame.stage().canvas_points.x() < 400; }
    static constexpr const char* first_words = "Drag the start on the map, or the rate, and play.";

    // The step of each racer as a formula, its settings as live numbers; of many racers the first few.
    void write_steps(Panel& space) const {
        constexpr int most_formulas = 3;
        int written = 0;
        for (const MethodInfo& each : methods())
            if (races(each.method) && written++ < most_formulas)
                space.formula("\\color{" + std::string(name_of(pen_of(each.method).ink)) + "}{" +
                                  tex_words(each.title) + "}\\quad " + live_step(each),
                              17);
    }

    static bool is_adaptive(Method method) { return method >= Method::adagrad && method <= Method::adamw; }

    static std::string live_step(const MethodInfo& each) {
        const std::string rate_name = is_adaptive(each.method) ? "adaptive_rate" : "rate";
        const std::string lambda = each.method == Method::newton ? "damping" : "weight_decay";
        std::string tex(each.tex);
        for (const auto& [letter, number] :
             {std::pair<std::string, std::string>{"\\eta\\lambda", "\\eta\\cdot\\lambda"},
              {"\\eta", "\\num{" + rate_name + ":.3g}\\,"},
              {"\\lambda", "\\num{" + lambda + ":.3g}"},
              {"\\mu", "\\num{mu:.2f}\\,"},
              {"\\alpha", "\\num{alpha:.3g}"},
              {"\\beta_1", "\\num{beta1:.3g}"},
              {"\\beta_2", "\\num{beta2:.4g}"}})
            for (std::size_t at = tex.find(letter); at != std::string::npos; at = tex.find(letter, at + number.size()))
                tex.replace(at, letter.size(), number);
        return tex;
    }

    Settings settings_of(Method method) const {
        Settings settings = info(method).defaults;
        settings.rate = is_adaptive(method) ? adaptive_rate : rate;
        settings.momentum = mu;
        settings.alpha = alpha;
        settings.beta1 = beta1;
        settings.beta2 = beta2;
        settings.weight_decay = weight_decay;
        settings.damping = damping;
        return settings;
    }

    std::vector<Racer> race(const ScalarField& field) const {
        std::vector<Racer> racers;
        for (const MethodInfo& each : methods()) {
            if (!races(each.method)) continue;
            racers.push_back({each.method, pen_of(each.method), mark_of(each.method),
                              descend(field, each.method, settings_of(each.method), start, most_descent_steps)});
        }
        return racers;
    }

    std::span<const Vec2> taken(const Run& run) const {
        return eigenscape::taken(std::span<const Vec2>(run.points), step);
    }

    void draw_path(Panel& space, Panel& map, const Landscape& land, const Racer& racer) const {
        Pen ghost = racer.pen;
        ghost.width_points = 1.2;
        ghost.opacity = 0.35;
        for (const Points& run : unbroken(land, racer.run.points)) path(map, std::span<const Vec2>(run), ghost, 0);
        path_over(space, map, land, taken(racer.run), {racer.pen, 4, racer.mark});
    }

    // The learning rate against 2/λmax of the Hessian where plain descent stands now (the start, if it does not race).
    SpeedLimit limit_now(const ScalarField& field, const std::vector<Racer>& racers) const {
        Vec2 here = start;
        if (!racers.empty() && racers.front().method == Method::gradient_descent)
            here = taken(racers.front().run).back();
        return speed_limit(field.hessian(here), rate);
    }

    // The plain words of core, with the bound as a formula.
    static std::string with_limit_set(std::string words) {
        constexpr std::string_view plain = "2/λmax";
        const std::size_t at = words.find(plain);
        return at == std::string::npos ? words : words.replace(at, plain.size(), "$2/\\lambda_{\\max}$");
    }

    void speed_gauge(Frame& frame, const Landscape& land, const std::vector<Racer>& racers,
                     const std::string& outside) const {
        const SpeedLimit speed = limit_now(*land.field, racers);
        const Rect place{0.6, 0.72, 0.4, 0.28};
        Panel& panel = frame.chart("rate", {{0, 0}, {1, 1}}, place);
        // Low in its panel, so that the sentence above has room for three lines.
        const double plot_points = std::max(80.0, place.height * frame.stage().canvas_points.y() - 58);
        const double foot = 10 + 0.35 * std::max(0.0, plot_points - 130);
        const Vec2 end = bar_gauge(panel, {{0.01, foot / plot_points}, {0.99, (foot + 20) / plot_points}},
                                   {.lo = 1e-4,
                                    .hi = 2,
                                    .value = rate,
                                    .limit = speed.limit,
                                    .log = true,
                                    .value_name = "rate " + brief(rate),
                                    .limit_name = "$2/\\lambda_{\\max}$ = " + brief(speed.limit)});
        panel.handle(end, "rate", "Drag the learning rate", Ink::positive);
        const bool danger = speed.pace == Pace::diverges || speed.pace == Pace::bounces;
        if (!outside.empty()) panel.note(outside, Ink::negative);
        else if (racers.empty()) panel.note("Nobody races: switch an optimiser on.", Ink::faint);
        else if (!tell_endings(panel, racers))
            panel.note(with_limit_set(speed.words), danger ? Ink::negative : Ink::positive);
        if (is_narrow(frame)) panel.notes.back().size_points = 14;
        else if (outside.empty()) panel.note(first_words, Ink::faint);
        const std::string none = std::isnan(speed.limit) ? "f has no second derivative here." : speed.words;
        if (std::isfinite(speed.limit)) frame.fact("rate_limit", speed.limit, "Rate limit 2/λmax here");
        else frame.undefined_fact("rate_limit", none, "Rate limit 2/λmax here");
        frame.fact("largest_curvature", speed.bend.high, "Largest curvature λmax here");
    }

    // What has become of those that go no further: of one in full, of several as "Diverged at step 3: Momentum, Adam."
    // False: all are still on their way, or have arrived.
    bool tell_endings(Panel& panel, const std::vector<Racer>& racers) const {
        std::map<std::string, std::string> together;
        std::string words;
        int ended = 0;
        for (const auto& [method, pen, mark, run] : racers) {
            if (step < run.at_step || run.ending == Ending::out_of_steps || run.ending == Ending::converged) continue;
            const std::string title(info(method).title);
            std::string& names = together[run.words.substr(0, run.words.find(':'))];
            names += (names.empty() ? "" : ", ") + title;
            words = title + ": " + run.words;
            ++ended;
        }
        if (ended > 1) {
            words.clear();
            for (const auto& [ending, names] : together)
                words += (words.empty() ? "" : " ") + ending + ": " + names + ".";
        }
        if (ended > 0) panel.note(words);
        return ended > 0;
    }

    void state(Frame& frame, const std::vector<Racer>& racers) const {
        std::string told;
        for (const Racer& racer : racers) {
            const MethodInfo& each = info(racer.method);
            const Vec2 here = taken(racer.run).back();
            const std::string name(each.name), title(each.title);
            frame.fact(name + "_position", here, title + ": position");
            frame.fact(name + "_loss", racer.run.values[taken(racer.run).size() - 1], title + ": loss");
            frame.fact(name + "_ending", racer.run.words, title + ": how it ends");
            told += " " + title + " stands at (" + fixed(here.x()) + ", " + fixed(here.y()) + ").";
        }
        frame.fact("start", start);
        frame.fact("step", std::int64_t{step});
        frame.describe("A loss surface and its map with the paths of " + std::to_string(racers.size()) +
                       " optimisers after " + std::to_string(step) + " steps." + told);
    }

    bool operator==(const GradientDescent&) const = default;
};

}  // namespace

Scene gradient_descent() { return scene_of<GradientDescent>(); }

}  // namespace eigenscape
