// What a sample is drawn from: a density that the learner drew or a named distribution, with its moments and its
// window. Ask `population_of` for one and look at `problem` first; means of many samples come from `means_of`,
// remembered.
#pragma once

#include "core/probability/draws.h"

#include <memory>

namespace eigenscape {

enum class PopulationKind { drawn, normal, uniform, exponential, binomial, rare, cauchy };

struct Population {
    PopulationKind kind = PopulationKind::normal;
    Distribution law;    // unless it was drawn
    DrawnDensity drawn;  // only if it was
    std::string words;   // "a normal population"
    std::string problem;
    double mean = undefined, sd = undefined, skewness = undefined;  // undefined where there is none
    double low = 0, high = 10;                                      // what is worth showing

    bool is_drawn() const { return kind == PopulationKind::drawn; }
    bool discrete() const { return !is_drawn() && info(law.family).discrete; }
    bool has_moments() const { return std::isfinite(sd); }
    double density(double x) const { return is_drawn() ? drawn.density(x) : eigenscape::density(law, x); }
    Sampler sampler() const;
};

Population population_of(PopulationKind kind, const Points& drawn);

/// What decides every draw.
struct Source {
    PopulationKind kind = PopulationKind::normal;
    Points drawn;  // the knots; empty unless the kind is drawn, so that equal sources compare equal
    int n = 1, seed = 1;
    bool operator==(const Source&) const = default;
};

inline constexpr std::size_t most_draws = 1'000'000;  // in all samples together: recomputed while a handle is dragged

/// The means of at least `count` samples; the first `count` are the same however many more there are.
std::shared_ptr<const std::vector<double>> means_of(const Source& source, std::size_t count);

/// What the first `count` means amount to.
struct Pile {
    std::vector<double> sorted;
    double mean = undefined, sd = undefined, skewness = undefined;
    double middle_half = undefined;  // between the quartiles
    double gap = undefined;          // the largest distance between their cdf and that of the predicted normal
    double within = undefined;       // the share of them within 1.96 predicted standard errors of the population's mean
};
std::shared_ptr<const Pile> pile_of(const Source& source, std::size_t count);

}  // namespace eigenscape
