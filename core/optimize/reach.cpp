// Levenberg–Marquardt for few outputs and any number of inputs, in the dual form: only systems as large as the outputs.
// Two ranks after Nakamura (1987): the second-rank step is taken in the null space of the first.
#include "core/optimize/reach.h"

#include "core/linalg/symmetric.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace eigenscape {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double small_step = 1e-6, large_step = 1e-2;  // of finite differences, in parts of the box
constexpr double longest_move = 0.2;                    // of any input in one step, in parts of the box
constexpr double seam = 5;                              // aims that a small step moves farther are torn, or steep:
constexpr double steep = 1e-3;                          // a step so much smaller still tells which
constexpr double least_slope = 0.05;  // a whole box of input that moves the aims by less moves nothing
constexpr double flat =
    1e-8;  // squared slopes below this part of the largest are curvature that finite differences saw

// x with least |x| among those with least |A x - b|² + damping |x|². Directions of the outputs that A hardly reaches
// are left alone altogether: dividing by what is only noise would make the step huge.
Vector smallest_solution(const Matrix& A, const Vector& b, double damping) {
    if (A.rows() == 0) return Vector::Zero(A.cols());
    const auto [squares, directions] = symmetric_parts(A * A.transpose());
    const double most = squares.maxCoeff();
    Vector part = directions.transpose() * b;
    for (Eigen::Index i = 0; i < part.size(); ++i) {
        const double square = squares[i];
        part[i] = square > flat * most ? part[i] / (square + damping) : 0;
    }
    return A.transpose() * (directions * part);
}

class ReachSearch {
  public:
    ReachSearch(const ReachProblem& problem, const Vector& start, const Vector& there, Slope& slope)
        : problem_(problem), slope_(slope), size_(problem.highest - problem.lowest), at_{start, there, 0, false} {
        at_.miss = miss(there);
    }

    Reached run() {
        if (slope_.rows.rows() != problem_.goals.size() || slope_.rows.cols() != at_.x.size()) measure();
        for (int step = 0; step < problem_.most_steps && !arrived() && advance(); ++step) {
        }
        return at_;
    }

  private:
    double miss(const Vector& outputs) const { return (problem_.goals - outputs).head(problem_.aims).norm(); }
    double strayed(const Vector& outputs) const {
        const auto rest = outputs.size() - problem_.aims;
        return (problem_.goals - outputs).tail(rest).norm() / (1 + problem_.goals.tail(rest).norm());
    }
    // The second rank counts little here: it decides only between places that are as good for the aims.
    double merit(const Vector& outputs) const { return std::pow(miss(outputs), 2) + std::pow(strayed(outputs), 2); }
    bool arrived() const { return at_.miss < problem_.tolerance && strayed(at_.outputs) < 1e-5; }

    bool advance() {
        const Vector step = bounded_step();
        const Vector expected = at_.outputs + slope_.rows * step;
        const double gain = merit(at_.outputs) - merit(expected);
        if (fresh_ && (step.cwiseAbs().maxCoeff() < 1e-9 * size_ || gain < 1e-8 + 1e-9 * merit(at_.outputs)))
            return look_farther();
        if (!(gain > 0) || step.isZero(0)) return measure();
        Reached next;
        next.x = (at_.x + step).cwiseMax(problem_.lowest).cwiseMin(problem_.highest);
        const bool there =
            problem_.outputs(next.x, expected, next.outputs) && next.outputs.size() == problem_.goals.size();
        const double gained = there ? merit(at_.outputs) - merit(next.outputs) : -1;
        if (gained <= 1e-3 * gain) {
            // Refused: a remembered slope is measured anew first, then shorter steps are tried.
            const bool again = fresh_ ? hold_back() : measure();
            return again;
        }
        const Vector moved = next.x - at_.x, pull = pull_of_aims();
        learn(next);
        next.miss = miss(next.outputs);
        at_ = std::move(next);
        if (gained > 0.75 * gain) slope_.damping = slope_.damping < 1e-9 * scale() ? 0 : slope_.damping / 8;
        if (gained < 0.25 * gain) slope_.damping = std::max(2 * slope_.damping, 1e-3 * scale());
        fresh_ = turned_ = false;
        if (gained >= 0.9 * gain || arrived()) return true;
        measure();  // a slope that predicts badly costs more steps than measuring it anew
        bend(moved, pull);
        return true;
    }

    Vector pull_of_aims() const {
        return slope_.rows.topRows(problem_.aims).transpose() * (problem_.goals - at_.outputs).head(problem_.aims);
    }

    // Where the goals are out of reach, the path of the outputs curves away from them, which slopes alone do not know.
    // The change of their pull over the last step tells by how much: it becomes the damping, and steps neither over-
    // nor undershoot.
    void bend(const Vector& moved, const Vector& pull_before) {
        const double length = moved.squaredNorm();
        if (!(length > 0)) return;
        const double stiffness = (pull_before - pull_of_aims()).dot(moved) / length;
        const double straight = (slope_.rows.topRows(problem_.aims) * moved).squaredNorm() / length;
        slope_.damping = std::clamp(stiffness - straight, 0.0, 100 * scale());
    }

    // When no shorter step helps either, this may be a kink: then the slopes of the other side are tried, once.
    bool hold_back() {
        slope_.damping = std::max(8 * slope_.damping, 1e-4 * scale());
        if (slope_.damping < 1e3 * scale()) return true;
        slope_.damping = 0;
        if (turned_) return false;
        turned_ = true;
        side_ = -side_;
        differences(small_step * size_);
        return true;
    }
    double scale() const { return slope_.rows.topRows(problem_.aims).squaredNorm() + 1e-300; }

    // Where finite differences see nothing, the other side may (what is drawn can end within the box), or a larger
    // step: at a symmetric point the way out is of second order.
    bool look_farther() {
        if (looked_ || at_.miss < problem_.tolerance) return false;
        looked_ = true;
        if (std::sqrt(scale()) >= least_slope / size_) return false;
        at_.stuck = !other_side_sees(small_step) && !other_side_sees(large_step) && !other_side_sees(large_step);
        slope_.damping = 0;
        return !at_.stuck;
    }
    bool other_side_sees(double step) {
        side_ = -side_;
        differences(step * size_);
        return slope_.rows.topRows(problem_.aims).norm() * size_ >= least_slope;
    }

    bool measure() {
        if (fresh_) return false;
        differences(small_step * size_);
        fresh_ = true;
        return true;
    }

    // Where one side has no outputs, or a leap (a seam of the picture), the other side is taken, and where both leap a
    // much smaller step (beside 0 on a logarithmic axis the picture is steep, not torn); at a kink only the one side
    // asked for, and a wall there makes the input useless.
    void differences(double h) {
        slope_.rows.setZero(problem_.goals.size(), at_.x.size());
        Vector x = at_.x, outputs;
        for (Eigen::Index i = 0; i < x.size(); ++i) {
            for (const double by : {side_ * h, -side_ * h, steep * side_ * h, -steep * side_ * h}) {
                x[i] = at_.x[i] + by;
                if (seen_from_here(x, outputs) && (h > small_step * size_ || far(outputs) < seam)) {
                    slope_.rows.col(i) = (outputs - at_.outputs) / by;
                    break;
                }
                if (turned_) break;
            }
            x[i] = at_.x[i];
        }
    }

    bool seen_from_here(const Vector& x, Vector& outputs) const {
        return x.minCoeff() >= problem_.lowest && x.maxCoeff() <= problem_.highest &&
               problem_.outputs(x, at_.outputs, outputs);
    }
    double far(const Vector& outputs) const { return (outputs - at_.outputs).head(problem_.aims).norm(); }

    // Broyden's update: the smallest change of the slopes that agrees with what was just seen.
    void learn(const Reached& next) {
        const Vector dx = next.x - at_.x;
        const double length = dx.squaredNorm();
        if (length > 0) slope_.rows += (next.outputs - at_.outputs - slope_.rows * dx) * (dx.transpose() / length);
    }

    using Inputs = std::vector<Eigen::Index>;

    Matrix slopes_of(const Inputs& free) const {
        Matrix slopes(slope_.rows.rows(), static_cast<Eigen::Index>(free.size()));
        for (std::size_t i = 0; i < free.size(); ++i)
            slopes.col(static_cast<Eigen::Index>(i)) = slope_.rows.col(free[i]);
        return slopes;
    }
    Vector wanted_after(const Vector& step) const { return problem_.goals - at_.outputs - slope_.rows * step; }

    // The step towards the aims. Inputs that would leave the box are put on its edge one by one, the worst first, and
    // the others solve for what is left; `free` keeps those that are not on an edge.
    Vector step_to_aims(Inputs& free) const {
        Vector step = Vector::Zero(at_.x.size());
        const double longest = longest_move * size_;
        while (!free.empty()) {
            Vector part = smallest_solution(slopes_of(free).topRows(problem_.aims),
                                            wanted_after(step).head(problem_.aims), slope_.damping);
            const double most = part.cwiseAbs().maxCoeff();
            if (most > longest) part *= longest / most;
            std::size_t worst = free.size();
            double beyond = 1e-12 * size_;
            for (std::size_t i = 0; i < free.size(); ++i) {
                const double to = at_.x[free[i]] + part[static_cast<Eigen::Index>(i)];
                const double out = std::max(problem_.lowest - to, to - problem_.highest);
                if (out > beyond) beyond = out, worst = i;
            }
            if (worst == free.size()) {
                for (std::size_t i = 0; i < free.size(); ++i) step[free[i]] = part[static_cast<Eigen::Index>(i)];
                break;
            }
            const Eigen::Index pinned = free[worst];
            step[pinned] =
                (part[static_cast<Eigen::Index>(worst)] > 0 ? problem_.highest : problem_.lowest) - at_.x[pinned];
            free.erase(free.begin() + static_cast<std::ptrdiff_t>(worst));
        }
        return step;
    }

    // What the inputs in `free` can do for the second rank without moving the aims.
    Vector rest_direction(const Inputs& free, const Vector& step) const {
        const Matrix slopes = slopes_of(free), aims = slopes.topRows(problem_.aims);
        const auto rest = problem_.goals.size() - problem_.aims;
        const Matrix others = slopes.bottomRows(rest);
        Matrix inside = others;  // others (I − aims⁺ aims)
        for (Eigen::Index i = 0; i < rest; ++i)
            inside.row(i) -= smallest_solution(aims, aims * others.row(i).transpose(), 0).transpose();
        // The floor keeps rounding, where the aims leave no freedom, from being taken for freedom.
        const double damping = slope_.damping / scale() * inside.squaredNorm() + 1e-6 * others.squaredNorm();
        Vector part = smallest_solution(inside, wanted_after(step).tail(rest), damping);
        const double most = part.size() ? part.cwiseAbs().maxCoeff() : 0, longest = longest_move * size_;
        return most > longest ? Vector(part * (longest / most)) : part;
    }

    Vector bounded_step() const {
        Inputs free(static_cast<std::size_t>(at_.x.size()));
        for (std::size_t i = 0; i < free.size(); ++i) free[i] = static_cast<Eigen::Index>(i);
        Vector step = step_to_aims(free);
        if (problem_.goals.size() == problem_.aims) return step;
        while (!free.empty()) {  // along the direction to the first edge, then on without that input
            const Vector part = rest_direction(free, step);
            double share = 1;
            std::size_t first = free.size();
            for (std::size_t i = 0; i < free.size(); ++i) {
                const double by = part[static_cast<Eigen::Index>(i)], here = at_.x[free[i]] + step[free[i]];
                const double room = std::max(by > 0 ? problem_.highest - here : here - problem_.lowest, 0.0);
                if (std::abs(by) * share > room) share = room / std::abs(by), first = i;
            }
            for (std::size_t i = 0; i < free.size(); ++i) step[free[i]] += share * part[static_cast<Eigen::Index>(i)];
            if (first == free.size()) break;
            free.erase(free.begin() + static_cast<std::ptrdiff_t>(first));
        }
        return step;
    }

    const ReachProblem& problem_;
    Slope& slope_;
    double size_;
    Reached at_;
    bool fresh_ = false;  // the slopes were measured here
    bool looked_ = false, turned_ = false;
    double side_ = 1;  // differences are taken forwards, or backwards from a kink
};

}  // namespace

Reached reach(const ReachProblem& problem, const Eigen::VectorXd& start, const Eigen::VectorXd& there, Slope& slope) {
    return ReachSearch(problem, start, there, slope).run();
}

}  // namespace eigenscape
