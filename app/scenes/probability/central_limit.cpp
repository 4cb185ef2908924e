// The central limit theorem: samples are drawn from a population, and their means pile up in the shape of a bell.
// Draw the population, choose how many are averaged, play: one sample falls, then many; three rows keep them apart.
#include "app/scenes/list.h"
#include "app/scenes/probability/central_rows.h"
#include "app/scenes/probability/population.h"
#include "core/probability/normal.h"
#include "core/probability/summary.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/histogram_bars.h"
#include "viz/tex/typeset.h"
#include "viz/theme.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

enum class MeansScale { same, zoomed };

constexpr double most_samples = 100'000;
constexpr std::size_t few = 40;  // means that are shown one by one

struct CentralLimit {
    PopulationKind population = PopulationKind::drawn;
    Points drawn{{0.5, 0}, {1.5, 9}, {2.5, 1.5}, {5, 0.5}, {7.5, 3}, {8.5, 6}, {9.5, 0}};
    int n = 10;
    double samples = 2000;
    MeansScale means_scale = MeansScale::same;
    int seed = 1;

    static Words words() {
        return {"central-limit", "Central limit theorem", "Statistics and probability",
                "Why do averages follow the bell curve, whatever they are averages of?",
                "clt sample mean standard error normal gaussian bell curve noise confidence interval error bar "
                "qq plot skew cauchy heavy tails law of large numbers sampling distribution seed"};
    }
    static Params<CentralLimit> params() {
        using S = CentralLimit;
        return {{"population",
                 "Population",
                 &S::population,
                 {{"drawn", "normal", "uniform", "exponential", "binomial", "rare", "cauchy"},
                  "What is drawn from: a density of your own, or a named one."}},
                {"drawn",
                 "Your population",
                 &S::drawn,
                 {0, 10,
                  "The corners of the density that you draw: place and height. Heights are relative; the area counts "
                  "as 1."}},
                {"n", "Sample size n", &S::n, {1, 500, "How many draws are averaged.", "", Scale::log}},
                {"samples",
                 "Samples",
                 &S::samples,
                 {1, most_samples, "How many samples have fallen; a million draws in all at most.", "", Scale::log},
                 plays(24)},
                {"means_scale",
                 "Means' axis",
                 &S::means_scale,
                 {{"same", "zoomed"},
                  "Show the means on the population's axis, where they visibly draw together, or zoom in on them."}},
                {"seed", "Seed", &S::seed, {1, 9999, "Another seed, other draws; the same seed, the very same."}}};
    }
    static std::vector<Preset> presets() {
        return {{"One sample", "One sample has fallen; its mean starts the pile. Play.", {"samples=1"}},
                {"Two humps", "Averages of ten forget the two humps.", {"n=10"}},
                {"n = 1",
                 "An average of one is the draw itself: the pile has the population's shape.",
                 {"n=1", "samples=20000"}},
                {"Two flat dice",
                 "Two uniform numbers already make a triangle.",
                 {"population=uniform", "n=2", "samples=20000"}},
                {"Skewed",
                 "Waiting times lean to the right; averages of five still do.",
                 {"population=exponential", "n=5", "samples=20000", "means_scale=zoomed"}},
                {"Thirty is not always enough",
                 "A rare event: averages of thirty are lopsided and step-like.",
                 {"population=rare", "n=30", "samples=20000", "means_scale=zoomed"}},
                {"Coins",
                 "Successes in ten trials: whole numbers, and still a bell.",
                 {"population=binomial", "n=20", "means_scale=zoomed"}},
                {"Cauchy never settles",
                 "No mean, no spread: averages of a hundred are as wild as single draws.",
                 {"population=cauchy", "n=100", "samples=5000"}}};
    }

    // ---- what is shown ----

    Source source() const { return {population, population == PopulationKind::drawn ? drawn : Points{}, n, seed}; }
    std::size_t most() const { return most_draws / static_cast<std::size_t>(n); }
    std::size_t fallen() const { return std::min(static_cast<std::size_t>(samples), most()); }
    // How far the next sample has come; the last one rests for a quarter of the time.
    double falling() const {
        if (fallen() == most()) return 0;
        return std::clamp((samples - std::floor(samples) - 0.25) / 0.75, 0.0, 1.0);
    }
    std::size_t shown_sample() const { return falling() > 0 ? fallen() : fallen() - 1; }

    void draw(Frame& frame) const {
        const Population from = population_of(population, drawn);
        // Where no width is predicted its chart's place is free for words.
        Panel& words = frame.plane("formulas", {{0, 0}, {1, 1}}, {0.7, 0, 0.3, from.has_moments() ? 0.3 : 0.6});
        population_row(frame, {0, 0, 0.7, 0.31}, from, drawn);
        if (!from.problem.empty() || !(from.sd != 0)) return explain_missing(frame, words, from);
        sample_row(frame, {0, 0.31, 0.7, 0.25}, from, {seed, n, shown_sample(), falling() > 0 ? falling() : 1});
        const auto pile = pile_of(source(), fallen());
        draw_means(frame, from, *pile);
        if (from.has_moments()) draw_width(frame, from, *pile);
        draw_qq(frame, from, *pile);
        explain(words, from);
        state(frame, from, *pile);
    }

    // ---- many means ----

    double error(const Population& from) const { return from.sd / std::sqrt(n); }

    // Middle and half width of what the bottom row shows when it is zoomed in.
    std::pair<double, double> spread_of_means(const Population& from, const Pile& pile) const {
        if (from.has_moments()) return {from.mean, 4.5 * error(from)};
        return {from.law.a, std::max(1.0, 4 * pile.middle_half)};
    }

    // Means of whole numbers lie on a lattice: bins hold equally many of its points.
    Histogram binned(const Population& from, const Pile& pile, double low, double high) const {
        double width = (high - low) / 120;
        if (from.has_moments()) width = std::max(0.25 * error(from), (high - low) / 400);
        double first = low;
        if (from.discrete()) {
            width = std::max(1.0, std::round(width * n)) / n;
            first = (std::floor(low * n) - 0.5) / n;
        } else if (from.has_moments()) {
            first = from.mean - (std::ceil((from.mean - low) / width) + 0.5) * width;
        }
        const int bins = std::clamp(static_cast<int>(std::ceil((high - first) / width)), 1, most_bins);
        return histogram(pile.sorted, bins, first, first + bins * width);
    }

    void draw_means(Frame& frame, const Population& from, const Pile& pile) const {
        double low = from.low, high = from.high;
        if (means_scale == MeansScale::zoomed) {
            const auto [middle, reach] = spread_of_means(from, pile);
            low = middle - reach, high = middle + reach;
        }
        const Histogram bars = binned(from, pile, low, high);
        double top = from.has_moments() ? normal_density(0) / error(from) : 0;
        for (std::size_t k = 0; k < bars.counts.size(); ++k) top = std::max(top, fallen() < few ? 0 : bars.density(k));
        if (top == 0) top = 0.5;
        Panel& row = frame.chart("means", {{low, 0}, {high, 1.35 * top}}, {0, 0.56, 0.7, 0.44});
        chart_axes(row, {.x_title = means_scale == MeansScale::same ? "same axis as above" : "zoomed in on the means",
                         .y_title = {}});
        if (fallen() < few) heap(row, bars, top);
        else histogram_bars(row, bars, means_ink);
        if (from.has_moments()) {
            curve(row, [&](double x) { return normal_density((x - from.mean) / error(from)) / error(from); },
                  {.ink = predicted_ink, .width_points = 3, .dash = Dash::dashed});
            bracket(row, from.mean, error(from), 1.07 * top, predicted_ink, "\\sigma/\\sqrt{n}");
        }
        if (const double last = fallen() < few ? infinity : (*means_of(source(), fallen()))[fallen() - 1];
            inside(row, last))
            row.dot(Vec2(last, 0.02 * row.home.size().y()), means_ink, 13, Mark::diamond);
        headline(row,
                 "3. Means of " + counted(fallen()) + (fallen() == 1 ? " sample" : " samples") +
                     (from.has_moments() ? "; dashed: the predicted normal" : "; no normal is predicted"),
                 means_ink);
    }

    // While there are few, each mean is a diamond on the heap; from then on bars tell more.
    static void heap(Panel& row, const Histogram& bins, double top) {
        const double step = top / std::max<double>(12, static_cast<double>(*std::ranges::max_element(bins.counts)));
        for (std::size_t k = 0; k < bins.counts.size(); ++k)
            for (std::size_t i = 0; i < bins.counts[k]; ++i)
                row.dot(Vec2(bins.low + (static_cast<double>(k) + 0.5) * bins.width(),
                             (0.5 + static_cast<double>(i)) * step),
                        means_ink, 9, Mark::diamond);
    }

    // 12345 as "12,345".
    static std::string counted(std::size_t count) {
        std::string digits = std::to_string(count);
        for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
        return digits;
    }

    // Places in a sorted list whose normal quantiles are a twelfth or more apart: enough to see, none crowded.
    static std::vector<std::size_t> evenly_seen(std::size_t count) {
        std::vector<std::size_t> places;
        for (int k = -54; k <= 54; ++k) {
            const auto at = static_cast<std::size_t>(normal_cdf(k / 12.0) * static_cast<double>(count));
            if (at < count && (places.empty() || at > places.back())) places.push_back(at);
        }
        return places;
    }

    // How wide the pile is for every n: a straight line where both axes are logarithmic.
    void draw_width(Frame& frame, const Population& from, const Pile& pile) const {
        const double most_n = std::log10(500), widest = std::log10(from.sd);
        Panel& chart =
            frame.chart("width", {{-0.1, widest - 0.5 * most_n - 0.15}, {most_n, widest + 0.4}}, {0.7, 0.3, 0.3, 0.31});
        chart_axes(chart, {.x_title = "$n$",
                           .y_title = "Width $\\sigma/\\sqrt{n}$",
                           .y_ink = predicted_ink,
                           .log_x = true,
                           .log_y = true});
        chart.line(Vec2(0, widest), Vec2(most_n, widest - 0.5 * most_n),
                   {.ink = predicted_ink, .width_points = 2.5, .dash = Dash::dashed});
        const Vec2 measured(std::log10(n), std::log10(pile.sd));
        if (chart.window.contains(measured)) chart.dot(measured, means_ink, 12, Mark::diamond);
    }

    // Quantiles of the means against those of a normal distribution: on the line where the pile is normal.
    void draw_qq(Frame& frame, const Population& from, const Pile& pile) const {
        const auto [middle, reach] = spread_of_means(from, pile);
        Panel& strip = frame.chart("qq", {{-4.5, middle - reach}, {4.5, middle + reach}}, {0.7, 0.61, 0.3, 0.39});
        chart_axes(strip, {.x_title = "normal quantile",
                           .y_title = from.has_moments() ? "QQ: line = normal" : "QQ: no line",
                           .y_ink = means_ink});
        if (from.has_moments())
            strip.line(Vec2(-4.5, middle - 4.5 * error(from)), Vec2(4.5, middle + 4.5 * error(from)),
                       {.ink = predicted_ink, .width_points = 2.5, .dash = Dash::dashed});
        for (const std::size_t i : evenly_seen(pile.sorted.size())) {
            const double part = (static_cast<double>(i) + 0.5) / static_cast<double>(pile.sorted.size());
            if (const Vec2 at(normal_quantile(part), pile.sorted[i]); strip.window.contains(at))
                strip.dot(at, means_ink, 5);
        }
    }

    // ---- words and numbers ----

    void explain(Panel& words, const Population& from) const {
        const auto in = [](Ink ink, const std::string& tex) {
            return "\\color{" + std::string(name_of(ink)) + "}{" + tex + "}";
        };
        if (from.has_moments()) {
            words.formula(in(means_ink, "\\bar X_{\\num{n:d}}") + "\\approx\\mathcal N\\left(" +
                              in(population_ink, "\\num{population_mean:.2f}") + ",\\;\\frac{" +
                              in(population_ink, "\\num{population_sd:.2f}") + "^2}{\\num{n:d}}\\right)",
                          22);
            words.formula("\\frac{\\sigma}{\\sqrt n} = \\frac{" + in(population_ink, "\\num{population_sd:.2f}") +
                              "}{\\sqrt{\\num{n:d}}} = " + in(predicted_ink, "\\num{predicted_standard_error:.3f}"),
                          20);
        } else {
            words.formula(
                in(means_ink, "\\bar X_{\\num{n:d}}") + "\\sim" + in(population_ink, "\\mathrm{Cauchy}(5,\\,1)"), 22);
            words.note(
                "No mean and no spread exist, so the theorem does not hold: averages are as wild as single draws.",
                Ink::negative);
        }
        if (samples >= static_cast<double>(most()) + 1)
            words.note("A million draws is the limit: " + counted(most()) + " samples of " + std::to_string(n) + ".",
                       Ink::faint);
        else
            words.note(from.is_drawn() ? "Drag a corner of the population, then change $n$."
                                       : "Change $n$, then play.");
    }

    static void explain_missing(Frame& frame, Panel& words, const Population& from) {
        const std::string why = from.problem.empty() ? "All draws are equal: move a point aside." : from.problem;
        words.note(why, Ink::negative);
        for (const char* name : {"population_mean", "population_sd", "population_skewness", "predicted_standard_error",
                                 "predicted_skewness", "samples_taken", "mean_of_means", "standard_error",
                                 "middle_half", "skewness_of_means", "distance_to_normal", "share_within", "last_mean"})
            frame.undefined_fact(name, why);
        frame.describe("A population that cannot be drawn from. " + why);
    }

    void state(Frame& frame, const Population& from, const Pile& pile) const {
        const std::string none = "A Cauchy distribution has no mean and no spread: the integrals diverge.";
        const std::string too_few = "One sample has no spread yet.", flat = "All means so far are equal.";
        frame.number_fact("population_mean", from.mean, none, "Population's mean μ");
        frame.number_fact("population_sd", from.sd, none, "Population's standard deviation σ");
        frame.number_fact("population_skewness", from.skewness, none, "Population's skewness");
        frame.number_fact("predicted_standard_error", error(from), none, "Predicted standard error σ/√n");
        frame.number_fact("predicted_skewness", from.skewness / std::sqrt(n), none, "Predicted skewness of the means");
        frame.fact("samples_taken", static_cast<std::int64_t>(fallen()), "Samples that have fallen");
        frame.number_fact("last_mean", (*means_of(source(), fallen()))[fallen() - 1], none, "Mean of the last sample");
        frame.number_fact("mean_of_means", pile.mean, none, "Mean of the means");
        frame.number_fact("standard_error", pile.sd, too_few, "Standard deviation of the means");
        frame.fact("middle_half", pile.middle_half, "Width of the means' middle half");
        frame.number_fact("skewness_of_means", pile.skewness, flat, "Skewness of the means");
        frame.number_fact("distance_to_normal", pile.gap, none, "Largest gap to the predicted normal");
        frame.number_fact("share_within", pile.within, none, "Share within 1.96 standard errors of μ");
        frame.describe("Three rows. First " + from.words + ". Then one sample of " + std::to_string(n) +
                       ". Then the means of " + counted(fallen()) + " samples as a histogram, centred at " +
                       brief(pile.mean) +
                       (from.has_moments() ? ", with the predicted normal curve of width " + brief(error(from))
                                           : ", without a normal curve") +
                       ". Beside it a quantile plot.");
    }

    bool operator==(const CentralLimit&) const = default;
};

}  // namespace

Scene central_limit() { return scene_of<CentralLimit>(); }

}  // namespace eigenscape
