// The normal distribution in several dimensions: its ellipse, distances measured in deviations, slices and shadows.
// A covariance must be symmetric and positive semidefinite; `covariance_problem` says in words when it is not.
#pragma once

#include "core/linalg/dynamic.h"
#include "core/probability/random.h"

namespace eigenscape {

/// Empty, or what is wrong: not square, not finite, not symmetric (to 1e-12 of the largest entry), not positive
/// semidefinite (an eigenvalue below -1e-12 of the largest).
std::string covariance_problem(const MatX& covariance);

/// Points x with (x - mean)^T C^-1 (x - mean) = k^2, for a 2x2 covariance.
struct CovarianceEllipse {
    Vec2 eigenvalues{undefined, undefined};  // of the covariance, the larger first; also where the rest is refused
    Vec2 semi_axes{undefined, undefined};    // k sqrt(eigenvalue); the second is 0 for a line, both for a point
    double angle = undefined;  // of the major axis in (-pi/2, pi/2]; undefined where any direction will do (a circle)
    double rho = undefined;    // the correlation; undefined where a variance is 0
    double mass = undefined;   // 1 - exp(-k^2/2) inside; undefined for a line or a point
    bool degenerate = false;   // a line or a point
    std::string problem;       // empty, or why there is no ellipse
};
CovarianceEllipse covariance_ellipse(const Mat2& covariance, double k);

/// The k whose ellipse holds mass p of a normal distribution in the plane: sqrt(-2 ln(1 - p)). NaN outside [0, 1].
double ellipse_radius(double p);

struct Gaussian {
    VecX mean;
    MatX covariance;
    bool operator==(const Gaussian& other) const { return mean == other.mean && covariance == other.covariance; }
};

/// sqrt((x - mean)^T C^-1 (x - mean)), and the (log) density; undefined (NaN) for a singular or refused covariance.
double mahalanobis(const Gaussian& g, const VecX& x);
double log_density(const Gaussian& g, const VecX& x);
double density(const Gaussian& g, const VecX& x);

/// The distribution of the coordinates `kept`, in that order: rows and columns picked out.
Gaussian marginal(const Gaussian& g, const std::vector<int>& kept);

/// The distribution of the other coordinates, in their order, when coordinates `given` are at `values`:
/// mean a + C_ab C_bb^-1 (values - b), covariance C_aa - C_ab C_bb^-1 C_ba. A singular C_bb is inverted on its range.
Gaussian conditional(const Gaussian& g, const std::vector<int>& given, const VecX& values);

/// KL(p || q) in nats: (tr(Q^-1 P) - d - ln det(Q^-1 P) + |mean difference|^2_Q)/2, summed by eigenvalues of Q^-1 P so
/// that equal distributions give 0. Infinity for a singular P, undefined (NaN) for a singular or refused Q.
double kl_divergence(const Gaussian& p, const Gaussian& q);

/// count rows drawn from g, by the square root of the covariance (singular ones too). Row i uses positions i d ... of
/// the stream. Empty when the covariance is refused.
MatX draws(const Gaussian& g, const Stream& stream, int count);

}  // namespace eigenscape
