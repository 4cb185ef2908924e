// Ridge regression: slopes held back by lambda times their squared length, which steadies them when columns are
// collinear. Make a RidgePath once for the data; each lambda is then a few products, cheap enough for a slider.
#pragma once

#include "core/linalg/dynamic.h"

namespace eigenscape {

struct RidgeFit {
    VecX beta;                     // slopes, without the intercept; on the scale of the standardised columns if those
    double intercept = undefined;  // not held back
    double rss = undefined;
    double length = undefined;   // |beta|, which falls as lambda grows
    double freedom = undefined;  // effective number of slopes, sum s^2/(s^2 + lambda)
};

/// X and y are centred; columns are scaled by their population deviation (divisor n) only if standardised.
class RidgePath {
  public:
    RidgePath(const MatX& X, const VecX& y, bool standardised = false);
    /// beta = V diag(s/(s^2 + lambda)) U^T y, which is (X^T X + lambda I)^-1 X^T y. lambda >= 0; at 0 ordinary least
    /// squares, the shortest where it is not unique. Undefined (NaN) for another lambda or while there is a problem.
    RidgeFit at(double lambda) const;
    const std::string& problem() const { return problem_; }

  private:
    std::string problem_;
    DynamicSvd parts_;
    VecX mean_, scale_, along_, rise_;
    double height_ = 0;
    MatX Z_;
};

}  // namespace eigenscape
