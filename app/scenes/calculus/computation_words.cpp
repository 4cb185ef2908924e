// See computation_words.h.
// Why a step of one argument has no slope is measured from both sides; of several arguments it is only said.
#include "app/scenes/calculus/computation_words.h"

#include "app/scenes/calculus/one_variable.h"
#include "viz/number.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// "u = 0", "u = v = 1", "u = 1, v = 2".
std::string places(const std::vector<ComputationStep>& steps, const ComputationStep& step) {
    std::string text;
    for (std::size_t k = 0; k < step.args.size(); ++k) {
        const std::string value = short_number(steps[step.args[k]].value);
        text += (k ? ", " : "") + step.rule.variables()[k] + " = " + value;
    }
    return text;
}

std::string no_value(const std::vector<ComputationStep>& steps, const ComputationStep& step) {
    const std::string at = step.args.empty() ? "" : " at " + places(steps, step);
    return "$" + step.rule.tex() + "$ has no value" + at + ": nothing can be told from here on.";
}

std::string no_slope(const std::vector<ComputationStep>& steps, const ComputationStep& step) {
    const std::string name = "$" + step.rule.tex() + "$ at " + places(steps, step);
    if (step.args.size() != 1) return name + " has no slope: no gradient comes back through it.";
    const std::string why = words_of(behaviour_at(step.rule, step.rule.derivative(0), steps[step.args[0]].value));
    return name + " has no slope. " + why;
}

}  // namespace

std::string short_number(double value) {
    const double size = std::abs(value);
    if (size == 0 || (size >= 0.0995 && size < 1000)) return fixed(value, 2);
    return brief(value, size < 1 ? 2 : 3);
}

std::string number_tex(double value) { return tex_words(short_number(value)); }

std::vector<std::string> fork_sum(const std::vector<double>& terms, double sum) {
    std::vector<std::string> parts;
    for (const double term : terms) {
        const bool first = parts.empty(), minus = term < 0 && !first;
        parts.push_back((first ? "" : minus ? "− " : "+ ") + short_number(minus ? -term : term));
    }
    parts.push_back("= " + short_number(sum));
    return parts;
}

std::vector<double> returned_to(const std::vector<ComputationStep>& steps, Index step) {
    std::vector<double> terms;
    for (const ComputationStep& user : steps)
        for (std::size_t k = 0; k < user.args.size(); ++k)
            if (user.args[k] == step) terms.push_back(user.flow[k]);
    return terms;
}

std::string trouble_words(const std::vector<ComputationStep>& steps) {
    for (const ComputationStep& step : steps)
        if (!std::isfinite(step.value)) return no_value(steps, step);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)  // as the gradient meets them
        if (!std::ranges::all_of(step->flow, [](double flow) { return std::isfinite(flow); }))
            return no_slope(steps, *step);
    return {};
}

}  // namespace eigenscape
