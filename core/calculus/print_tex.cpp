// TeX as it is set in books: division as a fraction, e^{x}, roots, \sin^{2} x, a dot only where digits would run
// together. Parentheses grow with \left and \right; an argument that is one letter or number needs none.
#include "core/calculus/print.h"

#include "core/calculus/print_level.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace eigenscape {
namespace {

std::string number_tex(double value) {
    char buffer[32];
    std::string digits(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
    const std::size_t e = digits.find('e');
    if (e == std::string::npos) return digits;
    const bool minus = digits[e + 1] == '-';
    const std::size_t first = std::min(digits.find_first_not_of("+-0", e + 1), digits.size() - 1);
    const std::string power = "10^{" + std::string(minus ? "-" : "") + digits.substr(first) + "}";
    const std::string mantissa = digits.substr(0, e);
    return mantissa == "1" ? power : mantissa + " \\cdot " + power;
}

std::string name_tex(const std::string& name) {
    static constexpr std::array<std::string_view, 30> greek{
        "alpha",  "beta",  "gamma", "delta", "epsilon", "zeta",  "eta",     "theta", "iota",  "kappa",
        "lambda", "mu",    "nu",    "xi",    "rho",     "sigma", "upsilon", "phi",   "chi",   "psi",
        "omega",  "Gamma", "Delta", "Theta", "Lambda",  "Sigma", "Phi",     "Psi",   "Omega", "Pi"};
    const std::size_t letters = std::min(name.find_first_of("0123456789_"), name.size());
    std::string head = name.substr(0, letters), tail = name.substr(letters);
    std::erase(tail, '_');
    if (std::ranges::find(greek, head) != greek.end()) head = "\\" + head;
    else if (head.size() != 1) head = "\\mathrm{" + head + "}";
    return tail.empty() ? head : head + "_{" + tail + "}";
}

// Functions that books write without parentheses before a single letter, and whose square is written \sin^{2}.
bool stands_bare(Op op) {
    return op == Op::sin || op == Op::cos || op == Op::tan || op == Op::asin || op == Op::acos || op == Op::atan ||
           op == Op::sinh || op == Op::cosh || op == Op::tanh || op == Op::ln || op == Op::log10 || op == Op::log2;
}

class TexPrinter {
  public:
    TexPrinter(const Graph& graph, const std::vector<std::string>& variables) : g_(graph), variables_(variables) {}

    std::string print() {
        write(g_.root, in_sum);
        return too_long() ? "\\dots" : out_;  // half a formula would not typeset
    }

  private:
    bool too_long() const { return out_.size() > longest_print; }
    bool is_leaf(Index i) const { return g_[i].count == 0 && !is_scientific(i); }
    bool is_scientific(Index i) const {
        return g_[i].op == Op::number && number_tex(g_[i].number).find('^') != std::string::npos;
    }
    bool is_negative(Index i) const { return g_[i].op == Op::number && std::signbit(g_[i].number); }

    PrintLevel level_of(Index i) const {
        switch (g_[i].op) {
            case Op::add: return in_sum;
            case Op::mul: return has_bar(i) && g_[g_.arg(i)].op != Op::number ? in_power : in_product;
            case Op::inv:
            case Op::abs_slope:
            case Op::relu_slope:
            case Op::gap: return in_power;
            case Op::neg: return in_sign;
            case Op::pow:
            case Op::exp: return in_power;
            case Op::number: return is_negative(i) ? in_sign : is_scientific(i) ? scientific_level(i) : in_atom;
            default: return stands_bare(g_[i].op) ? in_power : in_atom;
        }
    }
    PrintLevel scientific_level(Index i) const {
        return number_tex(g_[i].number).starts_with("10^") ? in_power : in_product;
    }
    bool has_bar(Index product) const {
        return std::ranges::any_of(g_.args_of(product), [this](Index f) { return g_[f].op == Op::inv; });
    }

    void write(Index i, PrintLevel at_least, bool followed = false) {
        if (too_long()) return;
        if (depth_ > deepest_tex_print) {
            out_.append(longest_print + 1, '.');
            return;
        }
        ++depth_;
        if (level_of(i) < at_least) bracketed("\\left(", i, "\\right)");
        else write_bare(i, followed);
        --depth_;
    }

    void bracketed(std::string_view left, Index i, std::string_view right) {
        out_ += left;
        write(i, in_sum);
        out_ += right;
    }

    void write_bare(Index i, bool followed) {
        const Vertex& v = g_[i];
        switch (v.op) {
            case Op::number: out_ += number_tex(v.number); return;
            case Op::constant: out_ += named_constants()[v.which].tex; return;
            case Op::variable: out_ += name_tex(variables_[v.which]); return;
            case Op::add: return write_sum(i);
            case Op::mul: return write_product(i, followed);
            case Op::neg: out_ += '-'; return write(g_.arg(i), in_product, followed);
            case Op::inv: return write_fraction("1", g_.arg(i));
            case Op::pow: return write_power(i, followed);
            case Op::gap: return write_fraction("0", g_.arg(i));
            case Op::abs_slope: return write_ratio("\\left|", i, "\\right|");
            case Op::relu_slope: return write_ratio("\\operatorname{relu}\\left(", i, "\\right)");
            case Op::exp: return bracketed("e^{", g_.arg(i), "}");
            case Op::sqrt: return bracketed("\\sqrt{", g_.arg(i), "}");
            case Op::cbrt: return bracketed("\\sqrt[3]{", g_.arg(i), "}");
            case Op::abs: return bracketed("\\left|", g_.arg(i), "\\right|");
            case Op::floor: return bracketed("\\left\\lfloor ", g_.arg(i), "\\right\\rfloor ");
            case Op::ceil: return bracketed("\\left\\lceil ", g_.arg(i), "\\right\\rceil ");
            default: out_ += function_of(v.op).tex; return write_arguments(i, followed);
        }
    }

    void write_fraction(std::string_view above, Index below) {
        out_ += "\\frac{";
        out_ += above;
        bracketed("}{", below, "}");
    }

    void write_ratio(std::string_view left, Index i, std::string_view right) {
        out_ += "\\frac{";
        bracketed(left, g_.arg(i), right);
        bracketed("}{", g_.arg(i), "}");
    }

    // A gap (0 but for single points) says nothing to a reader beside other terms, so it is left out.
    void write_sum(Index i) {
        const auto terms = g_.args_of(i);
        const bool only_gaps = std::ranges::all_of(terms, [this](Index t) { return g_[t].op == Op::gap; });
        bool first = true;
        for (const Index term : terms) {
            if (g_[term].op == Op::gap && !only_gaps) continue;
            const std::size_t start = out_.size();
            write(term, in_product);
            if (!first && out_.size() > start) {
                const bool minus = out_[start] == '-';
                out_.replace(start, minus ? 1 : 0, minus ? " - " : " + ");
            }
            first = false;
        }
    }

    void write_product(Index i, bool followed) {
        std::vector<Index> above, below;
        for (const Index f : g_.args_of(i)) {
            if (g_[f].op == Op::inv) below.push_back(g_.arg(f));
            else above.push_back(f);
        }
        if (below.empty()) return write_factors(above, followed);
        if (!above.empty() && is_negative(above[0])) out_ += '-';
        out_ += "\\frac{";
        if (above.empty()) out_ += '1';
        else write_factors(above, false, true);
        out_ += "}{";
        write_factors(below, false);
        out_ += '}';
    }

    void write_factors(const std::vector<Index>& factors, bool followed, bool sign_written = false) {
        if (factors.size() == 1 && !(sign_written && is_negative(factors[0])))
            return write(factors[0], in_sum, followed);
        for (std::size_t k = 0; k < factors.size(); ++k) {
            if (k == 0 && sign_written && is_negative(factors[0])) {
                out_ += number_tex(-g_[factors[0]].number);
                continue;
            }
            const std::size_t start = out_.size();
            const bool last = k + 1 == factors.size();
            write(factors[k], k == 0 ? in_product : in_power, last ? followed : !is_call(factors[k + 1]));
            if (k == 0 || out_.size() == start) continue;
            const bool digit = out_[start] >= '0' && out_[start] <= '9';
            out_.insert(start, digit ? " \\cdot " : " ");
        }
    }
    bool is_call(Index i) const {
        return stands_bare(g_[i].op) || (g_[i].op == Op::pow && stands_bare(g_[g_.arg(i)].op));
    }

    void write_power(Index i, bool followed) {
        const Index base = g_.arg(i), exponent = g_.arg(i, 1);
        const bool counted = g_[exponent].op == Op::number && g_[exponent].number > 0 &&
                             std::floor(g_[exponent].number) == g_[exponent].number;
        if (counted && stands_bare(g_[base].op) && g_[base].op != Op::log10 && g_[base].op != Op::log2) {
            out_ += function_of(g_[base].op).tex;
            bracketed("^{", exponent, "}");
            return write_arguments(base, followed);
        }
        write(base, in_atom);
        bracketed("^{", exponent, "}");
    }

    void write_arguments(Index call, bool followed) {
        const auto args = g_.args_of(call);
        if (!followed && stands_bare(g_[call].op) && is_leaf(args[0]) && !is_negative(args[0])) {
            out_ += ' ';
            return write(args[0], in_sum);
        }
        std::string_view before = "\\left(";
        for (const Index a : args) {
            out_ += before;
            write(a, in_sum);
            before = ", ";
        }
        out_ += "\\right)";
    }

    const Graph& g_;
    const std::vector<std::string>& variables_;
    std::string out_;
    int depth_ = 0;
};

}  // namespace

std::string formula_tex(const Graph& graph, const std::vector<std::string>& variables) {
    return TexPrinter(graph, variables).print();
}

}  // namespace eigenscape
