// Parsing, remembering and wording of functions of x; see one_variable.h.
#include "app/scenes/calculus/one_variable.h"

#include "core/memo.h"
#include "viz/number.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double no_error = -18;  // log₁₀: below anything that doubles near 1 can tell apart
constexpr double unseen = 1e-6;   // limits are measured: what is smaller is as good as 0
constexpr std::size_t longest_tex = 600;

struct Place {
    std::string formula;
    double a = 0;
    bool operator==(const Place&) const = default;
};

double log_of(double error) { return error == 0 ? no_error : std::max(no_error, std::log10(std::abs(error))); }

std::string told(const OneSided& side) {
    switch (side.how) {
        case Tends::to_value: return brief(std::abs(side.value) < unseen ? 0 : side.value);
        case Tends::to_plus_infinity: return "+∞";
        case Tends::to_minus_infinity: return brief(-infinity);
        case Tends::nowhere: return "nothing (it swings)";
        case Tends::is_undefined: return "nothing";
    }
    return {};
}

}  // namespace

std::shared_ptr<const OneVariable> one_variable(const Formula& formula) {
    static Memo<std::string, OneVariable> remembered(16);
    static const std::vector<std::string> x = {"x"};
    const auto parsed = Expression::parse(formula.text, x);
    if (!parsed) return nullptr;
    return remembered(formula.text, [&] { return OneVariable{*parsed.expression, parsed.expression->derivative(0)}; });
}

std::shared_ptr<const SecantErrors> secant_errors(const Formula& formula, double a) {
    static Memo<Place, SecantErrors> remembered(8);
    return remembered({formula.text, a}, [&] {
        const Expression& f = one_variable(formula)->f;
        std::vector<double> widths;
        for (int i = 0; i <= 16 * 16; ++i) widths.push_back(std::pow(10, -i / 16.0));
        SecantErrors errors{{}, {}, best_widths(f, a)};
        for (const SecantSlope& s : secant_slopes(f, a, widths)) {
            if (std::isfinite(s.forward_error)) errors.forward.emplace_back(std::log10(s.h), log_of(s.forward_error));
            if (std::isfinite(s.central_error)) errors.central.emplace_back(std::log10(s.h), log_of(s.central_error));
        }
        return errors;
    });
}

std::string name_of(Behaviour kind) {
    switch (kind) {
        case Behaviour::smooth: return "smooth";
        case Behaviour::corner: return "corner";
        case Behaviour::vertical: return "vertical";
        case Behaviour::cusp: return "cusp";
        case Behaviour::jump: return "jump";
        case Behaviour::pole: return "pole";
        case Behaviour::hole: return "hole";
        case Behaviour::edge: return "edge";
        case Behaviour::wild: return "wild";
        case Behaviour::outside: return "outside";
    }
    return {};
}

std::string words_of(const LocalBehaviour& b) {
    const std::string values = told(b.left_value) + " from the left, " + told(b.right_value) + " from the right";
    const std::string slopes = told(b.left_slope) + " from the left, " + told(b.right_slope) + " from the right";
    switch (b.kind) {
        case Behaviour::smooth: return {};
        case Behaviour::corner: return "A corner: slope " + slopes + ". It has two slopes, so it has no derivative.";
        case Behaviour::vertical:
            return "Upright here: the secants grow steeper without end, so there is no derivative.";
        case Behaviour::cusp: return "A cusp: slope " + slopes + ". There is no derivative.";
        case Behaviour::jump:
            return "A jump: values tend to " + values + ". No secant across it settles: no derivative.";
        case Behaviour::pole: return "A pole: values tend to " + values + ". There is no value and no derivative.";
        case Behaviour::hole:
            return "A hole: f has no value here, though values tend to " + told(b.left_value) + " from both sides.";
        case Behaviour::edge:
            return "The edge of the domain: values tend to " + values + ". The slope would need both sides.";
        case Behaviour::wild: return "Here f swings and tends to nothing: there is no derivative.";
        case Behaviour::outside: return "f has no value here: this is outside its domain.";
    }
    return {};
}

std::string short_tex(const Expression& f) {
    std::string tex = f.tex();
    return tex.size() > longest_tex ? "\\dots" : tex;
}

}  // namespace eigenscape
