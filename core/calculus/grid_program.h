// Formulas in x and y over a grid: what depends on x alone is computed once per column, on y alone once per row.
// Only the rest runs for every point, so a separable function costs little more than its additions.
#pragma once

#include "core/calculus/expression.h"

#include <memory>

namespace eigenscape {

class GridProgram {
  public:
    explicit GridProgram(std::span<const Expression> outputs);  // over exactly the variables x, y
    // outputs[o][row * xs.size() + column]. Rows are shared out among threads in bands; the bits do not depend on how.
    void run(std::span<const double> xs, std::span<const double> ys, std::span<double* const> outputs,
             int threads) const;

  private:
    struct Stages;
    std::shared_ptr<const Stages> stages_;
};

}  // namespace eigenscape
