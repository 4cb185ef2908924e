// From the calculus' words to NumPy's, name by name; powers are the only sign that differs.
// `text` is what Expression::text() prints, where every product has its star.
#include "app/study/code.h"

#include "app/model/ascii.h"

#include <array>
#include <utility>

namespace eigenscape {
namespace {

// log is the logarithm to base 10, mod takes the divisor's sign: as in core/calculus/expression.h.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> names = {{
    {"sin", "np.sin"},
    {"cos", "np.cos"},
    {"tan", "np.tan"},
    {"asin", "np.arcsin"},
    {"acos", "np.arccos"},
    {"atan", "np.arctan"},
    {"atan2", "np.arctan2"},
    {"sinh", "np.sinh"},
    {"cosh", "np.cosh"},
    {"tanh", "np.tanh"},
    {"exp", "np.exp"},
    {"ln", "np.log"},
    {"log", "np.log10"},
    {"log2", "np.log2"},
    {"sqrt", "np.sqrt"},
    {"cbrt", "np.cbrt"},
    {"abs", "abs"},
    {"sign", "np.sign"},
    {"floor", "np.floor"},
    {"ceil", "np.ceil"},
    {"min", "min"},
    {"max", "max"},
    {"mod", "np.mod"},
    {"pi", "np.pi"},
    {"e", "np.e"},
    {"tau", "(2*np.pi)"},
    {"sigmoid", "(lambda u: 1/(1 + np.exp(-u)))"},
    {"relu", "(lambda u: max(u, 0))"},
    {"softplus", "(lambda u: np.logaddexp(0, u))"},
    {"", ""},
}};

bool in_number(char c) { return is_digit(c) || c == '.'; }

std::string_view in_python(std::string_view name) {
    for (const auto& [ours, python] : names)
        if (ours == name) return python;
    return name;
}

// The length of a number at the start: 1, .5, 1e-3.
std::size_t number_length(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && in_number(text[i])) ++i;
    if (i + 1 < text.size() && text[i] == 'e' &&
        (in_number(text[i + 1]) ||
         ((text[i + 1] == '-' || text[i + 1] == '+') && i + 2 < text.size() && in_number(text[i + 2]))))
        for (i += 2; i < text.size() && in_number(text[i]);) ++i;
    return i;
}

}  // namespace

std::string python_formula(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t used = 1;
        if (in_number(text[0])) {
            used = number_length(text);
            out += text.substr(0, used);
        } else if (begins_name(text[0])) {
            while (used < text.size() && (begins_name(text[used]) || is_digit(text[used]))) ++used;
            out += in_python(text.substr(0, used));
        } else {
            out += text[0] == '^' ? "**" : std::string(1, text[0]);
        }
        text.remove_prefix(used);
    }
    return out;
}

}  // namespace eigenscape
