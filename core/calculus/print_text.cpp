// Fewest parentheses that parse back to the same graph; numbers in the shortest digits that read back exactly.
// Precedence as in the grammar: sum < product < sign < power < atom.
#include "core/calculus/print.h"

#include "core/calculus/parse.h"
#include "core/calculus/print_level.h"

#include <charconv>
#include <cmath>

namespace eigenscape {
namespace {

class TextPrinter {
  public:
    TextPrinter(const Graph& graph, const std::vector<std::string>& variables, bool spacious)
        : g_(graph), variables_(variables), spacious_(spacious) {}

    std::string print() {
        write(g_.root, in_sum);
        return too_long() ? out_.substr(0, longest_print) + "…" : out_;
    }

  private:
    bool too_long() const { return out_.size() > longest_print; }

    PrintLevel level_of(Index i) const {
        const Vertex& v = g_[i];
        switch (v.op) {
            case Op::add: return in_sum;
            case Op::mul:
            case Op::inv:
            case Op::abs_slope:
            case Op::relu_slope:
            case Op::gap: return in_product;
            case Op::neg: return level_of(g_.arg(i)) == in_product ? in_product : in_sign;  // 2^(-(x*y)), not 2^-x*y
            case Op::pow: return in_power;
            case Op::number: return std::signbit(v.number) ? in_sign : in_atom;
            default: return in_atom;
        }
    }

    void write(Index i, PrintLevel at_least) {
        if (too_long() || depth_ > deepest_print) {
            if (!too_long()) out_.append(longest_print + 1, '.');
            return;
        }
        ++depth_;
        const bool parentheses = level_of(i) < at_least;
        if (parentheses) out_ += '(';
        write_bare(i);
        if (parentheses) out_ += ')';
        --depth_;
    }

    void write_bare(Index i) {
        const Vertex& v = g_[i];
        switch (v.op) {
            case Op::number: return write_number(v.number);
            case Op::constant: out_ += named_constants()[v.which].name; return;
            case Op::variable: out_ += variables_[v.which]; return;
            case Op::add: return write_sum(i);
            case Op::mul: return write_product(i);
            case Op::neg: out_ += '-'; return write_negated(g_.arg(i));
            case Op::inv: out_ += "1/"; return write(g_.arg(i), in_power);
            case Op::pow: return write_power(i);
            case Op::abs_slope: return write_ratio("abs(", i);
            case Op::relu_slope: return write_ratio("relu(", i);
            case Op::gap: out_ += "0/"; return write(g_.arg(i), in_power);
            default: return write_call(i);
        }
    }

    // -x*y and -x^2 read as -(x*y) and -(x^2) whatever stands there, so only sums need parentheses.
    void write_negated(Index a) { write(a, g_[a].op == Op::neg || is_negative(a) ? in_atom : in_product); }
    bool is_negative(Index a) const { return g_[a].op == Op::number && std::signbit(g_[a].number); }

    void write_number(double value) {
        char buffer[32];
        out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
    }

    void write_sum(Index i) {
        bool first = true;
        for (const Index term : g_.args_of(i)) {
            const std::size_t start = out_.size();
            write(term, in_product);
            if (!first && out_.size() > start) {
                const bool minus = out_[start] == '-';
                out_.replace(start, minus ? 1 : 0, spacious_ ? (minus ? " - " : " + ") : (minus ? "-" : "+"));
            }
            first = false;
        }
    }

    void write_product(Index i) {
        bool first = true;
        for (const Index factor : g_.args_of(i)) {
            const bool divides = g_[factor].op == Op::inv && !first;
            if (!first) out_ += divides ? '/' : '*';
            if (divides) write(g_.arg(factor), in_power);
            else write(factor, first ? in_product : in_power);
            first = false;
        }
    }

    void write_power(Index i) {
        write(g_.arg(i), in_atom);
        out_ += '^';
        write(g_.arg(i, 1), in_sign);
    }

    void write_ratio(std::string_view opening, Index i) {
        out_ += opening;
        write(g_.arg(i), in_sum);
        out_ += ")/";
        write(g_.arg(i), in_power);
    }

    void write_call(Index i) {
        out_ += function_of(g_[i].op).name;
        char before = '(';
        for (const Index a : g_.args_of(i)) {
            out_ += before;
            if (before == ',' && spacious_) out_ += ' ';
            write(a, in_sum);
            before = ',';
        }
        out_ += ')';
    }

    const Graph& g_;
    const std::vector<std::string>& variables_;
    bool spacious_;
    std::string out_;
    int depth_ = 0;
};

}  // namespace

std::string formula_text(const Graph& graph, const std::vector<std::string>& variables) {
    std::string text = TextPrinter(graph, variables, true).print();
    return text.size() <= longest_formula ? text : TextPrinter(graph, variables, false).print();
}

}  // namespace eigenscape
