// Random formulas for tests: as text, of bounded size, using every function and operator.
// The same seed gives the same formulas.
#pragma once

#include <random>
#include <string>

namespace eigenscape {

class RandomFormulas {
  public:
    explicit RandomFormulas(unsigned seed) : random_(seed) {}

    std::string next(int depth = 4) {
        if (depth == 0 || one_in(5)) return leaf();
        switch (pick(9)) {
            case 0: return next(depth - 1) + " + " + next(depth - 1);
            case 1: return next(depth - 1) + " - " + next(depth - 1);
            case 2: return factor(depth) + "*" + factor(depth);
            case 3: return factor(depth) + "/" + factor(depth);
            case 4: return factor(depth) + "^" + (one_in(2) ? std::to_string(pick(5)) : factor(depth));
            case 5: return "-" + factor(depth);
            case 6: return factor(depth) + factor(depth);
            default: return call(depth);
        }
    }
    double number(double size) { return std::uniform_real_distribution(-size, size)(random_); }

  private:
    int pick(int n) { return std::uniform_int_distribution(0, n - 1)(random_); }
    bool one_in(int n) { return pick(n) == 0; }
    std::string factor(int depth) { return "(" + next(depth - 1) + ")"; }
    std::string leaf() {
        static const char* const leaves[]{"x", "y", "x",  "y", "2",   "0.5",  "3",
                                          "1", "0", "pi", "e", "tau", "1e-3", "12.75"};
        return leaves[pick(14)];
    }
    std::string call(int depth) {
        static const char* const one[]{"sin",  "cos",   "tan",  "asin",    "acos", "atan",    "sinh", "cosh",
                                       "tanh", "exp",   "ln",   "log",     "log2", "sqrt",    "cbrt", "abs",
                                       "sign", "floor", "ceil", "sigmoid", "relu", "softplus"};
        static const char* const two[]{"atan2", "min", "max", "mod"};
        if (one_in(5)) return std::string(two[pick(4)]) + "(" + next(depth - 1) + ", " + next(depth - 1) + ")";
        return std::string(one[pick(22)]) + "(" + next(depth - 1) + ")";
    }

    std::mt19937 random_;
};

}  // namespace eigenscape
