// Newton's method in the coordinates of the singular vectors of the scaled columns: its iterates are the same in any.
// Albert and Anderson, "On the existence of maximum likelihood estimates in logistic regression models", 1984.
#include "core/learn/logistic.h"

#include "core/learn/losses.h"
#include "core/learn/standardise.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int most_steps = 100, patience = 20;
constexpr double still = 1e-10;

MatX with_ones(const MatX& X) {
    MatX A(X.rows(), X.cols() + 1);
    A.col(0).setOnes();
    A.rightCols(X.cols()) = X;
    return A;
}

// Columns [1 Z] of centred and scaled X; beta = to_raw * theta.
struct Coordinates {
    MatX A, to_raw;
    bool full = true;
};

Coordinates coordinates(const MatX& X) {
    const Standardised table = standardise(X, Divisor::population);
    Coordinates c{with_ones(table.Z), MatX::Identity(X.cols() + 1, X.cols() + 1), table.constant_columns.empty()};
    if (!c.full) return c;
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        c.to_raw(j + 1, j + 1) = 1 / table.deviation(j);
        c.to_raw(0, j + 1) = -table.mean(j) / table.deviation(j);
    }
    const double blur = 8 * std::numeric_limits<double>::epsilon() *
                        (X.colwise().lpNorm<Eigen::Infinity>().transpose().cwiseQuotient(table.deviation)).maxCoeff() *
                        std::sqrt(static_cast<double>(X.rows()));
    c.full = dynamic_svd(c.A, blur).rank == c.A.cols();
    return c;
}

double likelihood(const VecX& scores, const VecX& y) {
    double sum = 0;
    for (Eigen::Index i = 0; i < y.size(); ++i) sum -= log_loss(scores(i), y(i));
    return sum;
}

struct Newton {
    MatX A;
    VecX y;
    MatX penalty;  // P: the penalty is theta^T P theta / 2

    double value(const VecX& theta) const { return likelihood(A * theta, y) - 0.5 * theta.dot(penalty * theta); }
    MatX information(const VecX& theta) const {
        const VecX p = (A * theta).unaryExpr([](double s) { return sigmoid(s); });
        const VecX q = (A * theta).unaryExpr([](double s) { return sigmoid(-s); });
        return A.transpose() * p.cwiseProduct(q).asDiagonal() * A + penalty;
    }
    VecX step(const VecX& theta) const {
        const VecX p = (A * theta).unaryExpr([](double s) { return sigmoid(s); });
        const VecX slope = A.transpose() * (y - p) - penalty * theta;
        VecX full = information(theta).ldlt().solve(slope);
        const double now = value(theta);
        for (int halving = 0; halving < 40 && value(theta + full) < now - 1e-12 * std::abs(now); ++halving) full /= 2;
        return full;
    }
    // The least signed distance of a point from the plane, "yes" above and "no" below, in units of the largest score.
    double least_margin(const VecX& theta) const {
        const VecX margins = (A * theta).cwiseProduct(2 * y - VecX::Ones(y.size()));
        return margins.minCoeff() / std::max(margins.cwiseAbs().maxCoeff(), 1e-300);
    }
};

std::string sentence(LogisticStatus status) {
    switch (status) {
        case LogisticStatus::perfectly_separable:
            return "Perfectly separable: a line has every point on its side, so the slopes would grow without end.";
        case LogisticStatus::quasi_separable:
            return "Separable but for points upon the line itself: the slopes would grow without end.";
        case LogisticStatus::single_class: return "Every answer is the same: there is nothing to tell apart.";
        case LogisticStatus::rank_deficient:
            return "A column is constant or a combination of others: the coefficients are not unique.";
        case LogisticStatus::not_converged: return "Newton's method did not settle.";
        default: return {};
    }
}

LogisticStatus iterate(const Newton& newton, const Coordinates& c, bool free, VecX& theta, Logistic& fit) {
    for (int k = 1; k <= most_steps; ++k) {
        const VecX step = newton.step(theta);
        if (!step.allFinite()) return LogisticStatus::not_converged;
        theta += step;
        fit.history.push_back(c.to_raw * theta);
        if (free && newton.least_margin(theta) > 1e-9) return LogisticStatus::perfectly_separable;
        if ((c.to_raw * step).norm() < still) return LogisticStatus::converged;
        if (free && k >= patience && newton.least_margin(step) > -1e-5) return LogisticStatus::quasi_separable;
    }
    return LogisticStatus::not_converged;
}

void fill(Logistic& fit, const Newton& newton, const Coordinates& c, const VecX& theta) {
    const VecX scores = newton.A * theta;
    fit.beta = c.to_raw * theta;
    fit.p = scores.unaryExpr([](double s) { return sigmoid(s); });
    fit.log_likelihood = likelihood(scores, newton.y);
    if (fit.status != LogisticStatus::converged) return;
    const MatX root = newton.information(theta).ldlt().solve(MatX::Identity(theta.size(), theta.size()));
    fit.covariance = c.to_raw * root * c.to_raw.transpose();
    fit.standard_errors = fit.covariance.diagonal().cwiseMax(0).cwiseSqrt();
}

std::string problem_of(const MatX& X, const VecX& y, double penalty) {
    if (X.rows() != y.size() || y.size() == 0) return "X and y need the same number of rows, one at least.";
    if (std::string why = table_problem(X); !why.empty()) return why;
    if (!((y.array() == 0) || (y.array() == 1)).all()) return "Answers must be 0 or 1.";
    return penalty >= 0 && std::isfinite(penalty) ? "" : "The penalty must be a finite number, 0 or more.";
}

}  // namespace

std::string_view words(LogisticStatus status) {
    switch (status) {
        case LogisticStatus::converged: return "converged";
        case LogisticStatus::perfectly_separable: return "perfectly separable";
        case LogisticStatus::quasi_separable: return "quasi separable";
        case LogisticStatus::single_class: return "single class";
        case LogisticStatus::rank_deficient: return "rank deficient";
        case LogisticStatus::not_converged: return "not converged";
        case LogisticStatus::not_finite: return "not finite";
    }
    return {};
}

Logistic fit_logistic(const MatX& X, const VecX& y, double penalty) {
    Logistic fit;
    fit.problem = problem_of(X, y, penalty);
    if (!fit.problem.empty()) return fit;
    const Coordinates c = coordinates(X);
    const bool free = penalty == 0, one_class = y.minCoeff() == y.maxCoeff();
    VecX theta = VecX::Zero(X.cols() + 1);
    fit.history.push_back(theta);
    MatX held = MatX::Zero(theta.size(), theta.size());
    for (Eigen::Index j = 1; j < theta.size(); ++j) held(j, j) = penalty * c.to_raw(j, j) * c.to_raw(j, j);
    const Newton newton{c.A, y, held};
    if (one_class) fit.status = LogisticStatus::single_class;
    else if (!c.full) fit.status = LogisticStatus::rank_deficient;
    else fit.status = iterate(newton, c, free, theta, fit);
    fill(fit, newton, c, theta);
    fit.problem = sentence(fit.status);
    return fit;
}

LogLoss log_loss(const MatX& X, const VecX& y, const VecX& beta) {
    if (X.rows() != y.size() || y.size() == 0 || beta.size() != X.cols() + 1) return {};
    const MatX A = with_ones(X);
    const VecX scores = A * beta;
    const auto n = static_cast<double>(y.size());
    const VecX p = scores.unaryExpr([](double s) { return sigmoid(s); });
    return {-likelihood(scores, y) / n, A.transpose() * (p - y) / n};
}

}  // namespace eigenscape
