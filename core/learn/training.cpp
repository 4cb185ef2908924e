// A step: chunks forwards and backwards into one gradient, penalties, then the method's formula on every parameter.
// The formulas are those of core/optimize/methods.h, entry by entry.
#include "core/learn/training.h"

#include "core/learn/chunk_pass.h"
#include "core/probability/random.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

// Copies examples into a pass, in the order given or as they lie.
struct Chunks {
    const Examples& examples;
    std::span<const int> order;  // empty: as they lie

    void fill(ChunkPass& pass, int first, int count) const {
        pass.set_count(count);
        for (int unit = 0; unit < examples.inputs_; ++unit) copy(unit, first, count, pass.inputs() + unit * chunk);
        for (int unit = 0; unit < examples.outputs_; ++unit)
            copy(examples.inputs_ + unit, first, count, pass.targets() + unit * chunk);
    }

  private:
    void copy(int column, int first, int count, double* to) const {
        const double* const from = examples.columns_.data() + static_cast<std::ptrdiff_t>(column) * examples.count_;
        if (order.empty()) std::copy_n(from + first, count, to);
        else
            for (int k = 0; k < count; ++k) to[k] = from[order[static_cast<std::size_t>(first + k)]];
        std::fill(to + count, to + (count + lanes - 1) / lanes * lanes, 0.0);
    }
};

namespace {

constexpr int most_parameters = most_layers * most_units * (most_units + 1);

double share_of(Loss loss, int count, int outputs) {
    return 1.0 / (loss == Loss::mean_squared || loss == Loss::log_loss ? count * outputs : count);
}

// Sums each parameter's lanes in one fixed order.
void collect(const double* in_lanes, double* gradient, int parameters) {
    for (int p = 0; p < parameters; ++p) {
        const double* const l = in_lanes + p * lanes;
        gradient[p] = ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    }
}

// The loss of examples first .. first + count - 1 of the order, and its gradient.
double slope_of_loss(const Network& network, const Chunks& chunks, Loss loss, int first, int count, double* gradient) {
    alignas(64) double in_lanes[most_parameters * lanes];
    const int parameters = network.shape.parameters();
    std::fill_n(in_lanes, parameters * lanes, 0.0);
    const double share = share_of(loss, count, network.shape.outputs);
    ChunkPass pass(network);
    double sum = 0;
    for (int at = 0; at < count; at += chunk) {
        chunks.fill(pass, first + at, std::min(chunk, count - at));
        pass.run_forward(network);
        sum += pass.run_loss(network, loss, share);
        pass.run_backward(network, in_lanes);
    }
    collect(in_lanes, gradient, parameters);
    return sum * share;
}

void add_penalties(const Network& network, const TrainingRule& rule, double* gradient) {
    if (rule.l1 == 0 && rule.l2 == 0) return;
    for (int layer = 0; layer < network.shape.layers(); ++layer) {
        const int first = network.place_of(layer),
                  count = network.shape.units_of(layer) * network.shape.units_into(layer);
        for (int p = first; p < first + count; ++p) {
            const double w = network.parameters[static_cast<std::size_t>(p)];
            gradient[p] += rule.l2 * w + (w > 0 ? rule.l1 : w < 0 ? -rule.l1 : 0);
        }
    }
}

void take_step(Training& training, const TrainingRule& rule, const double* g) {
    const Settings& s = rule.settings;
    const std::size_t n = training.network.parameters.size();
    double *theta = training.network.parameters.data(), *m = training.velocity.data(),
           *v = training.second_moment.data();
    training.power1 *= s.beta1;
    training.power2 *= s.beta2;
    const double keep = rule.method == Method::adamw ? 1 - s.rate * s.weight_decay : 1;
    switch (rule.method) {
        case Method::gradient_descent:
            for (std::size_t i = 0; i < n; ++i) theta[i] -= s.rate * g[i];
            return;
        case Method::momentum:
            for (std::size_t i = 0; i < n; ++i) m[i] = s.momentum * m[i] + g[i], theta[i] -= s.rate * m[i];
            return;
        case Method::nesterov:
            for (std::size_t i = 0; i < n; ++i)
                m[i] = s.momentum * m[i] + g[i], theta[i] -= s.rate * (g[i] + s.momentum * m[i]);
            return;
        case Method::adagrad:
            for (std::size_t i = 0; i < n; ++i)
                v[i] += g[i] * g[i], theta[i] -= s.rate * g[i] / (std::sqrt(v[i]) + s.eps);
            return;
        case Method::rmsprop:
            for (std::size_t i = 0; i < n; ++i)
                v[i] = s.alpha * v[i] + (1 - s.alpha) * g[i] * g[i],
                theta[i] -= s.rate * g[i] / (std::sqrt(v[i]) + s.eps);
            return;
        case Method::adam:
        case Method::adamw:
            for (std::size_t i = 0; i < n; ++i) {
                m[i] = s.beta1 * m[i] + (1 - s.beta1) * g[i];
                v[i] = s.beta2 * v[i] + (1 - s.beta2) * g[i] * g[i];
                const double mean = m[i] / (1 - training.power1), square = v[i] / (1 - training.power2);
                theta[i] = theta[i] * keep - s.rate * mean / (std::sqrt(square) + s.eps);
            }
            return;
        case Method::newton: return;
    }
}

double gradient_length(const double* g, int count) {
    double sum = 0;
    for (int i = 0; i < count; ++i) sum += g[i] * g[i];
    return std::sqrt(sum);
}

}  // namespace

Examples::Examples(const MatX& X, const MatX& T)
    : count_(static_cast<int>(X.rows())), inputs_(static_cast<int>(X.cols())), outputs_(static_cast<int>(T.cols())) {
    if (X.rows() != T.rows()) problem_ = "Inputs and targets have different numbers of rows.";
    else if (X.rows() == 0) problem_ = "There are no examples: add a point.";
    else if (!(problem_ = table_problem(X)).empty() || !(problem_ = table_problem(T)).empty()) return;
    if (!problem_.empty()) return;
    columns_.assign(X.data(), X.data() + X.size());
    columns_.insert(columns_.end(), T.data(), T.data() + T.size());
}

std::string training_problem(const NetworkShape& shape, const Examples& examples, const TrainingRule& rule) {
    if (std::string why = shape_problem(shape); !why.empty()) return why;
    if (!examples.problem().empty()) return examples.problem();
    if (rule.method == Method::newton) return "Newton's method needs second derivatives: choose another.";
    if (rule.loss == Loss::log_loss && shape.output != Activation::sigmoid)
        return "The log-loss needs a sigmoid output: its answers are chances.";
    if (rule.loss == Loss::softmax && shape.output != Activation::linear)
        return "The softmax loss needs a linear output: it does the squashing itself.";
    if (rule.batch < 0 || !(rule.l1 >= 0) || !(rule.l2 >= 0)) return "Batch size and penalties cannot be negative.";
    return examples.fits(shape) ? "" : "The network has other numbers of inputs or outputs than the examples.";
}

Training begin_training(Network network) {
    const std::size_t n = network.parameters.size();
    return {std::move(network), std::vector<double>(n), std::vector<double>(n)};
}

void train(Training& training, const Examples& examples, const TrainingRule& rule, int steps) {
    if (!training_problem(training.network.shape, examples, rule).empty()) return;
    const int all = examples.count(), batch = rule.batch == 0 ? all : std::min(rule.batch, all);
    const int per_epoch = (all + batch - 1) / batch, parameters = training.network.shape.parameters();
    double gradient[most_parameters];
    std::vector<int> order;
    int order_of = -1;
    for (int k = 0; k < steps; ++k) {
        const int epoch = training.steps / per_epoch, first = training.steps % per_epoch * batch;
        if (batch < all && order_of != epoch) {
            order = shuffled(Stream(rule.seed).split(static_cast<std::uint64_t>(epoch)), all);
            order_of = epoch;
        }
        training.loss = slope_of_loss(training.network, {examples, order}, rule.loss, first,
                                      std::min(batch, all - first), gradient);
        add_penalties(training.network, rule, gradient);
        training.gradient = gradient_length(gradient, parameters);
        ++training.steps;
        if (!std::isfinite(training.gradient)) return;
        take_step(training, rule, gradient);
    }
}

double total_loss(const Network& network, const Examples& examples, Loss loss) {
    if (!examples.problem().empty() || !examples.fits(network.shape)) return undefined;
    double gradient[most_parameters];
    return slope_of_loss(network, {examples, {}}, loss, 0, examples.count(), gradient);
}

VecX answers(const Network& network, const MatX& X, bool scores) {
    VecX result(X.rows());
    ChunkPass pass(network);
    for (Eigen::Index first = 0; first < X.rows(); first += chunk) {
        const auto count = static_cast<int>(std::min<Eigen::Index>(chunk, X.rows() - first));
        pass.set_count(count);
        for (Eigen::Index unit = 0; unit < X.cols(); ++unit) {
            double* const to = pass.inputs() + unit * chunk;
            std::copy_n(X.col(unit).data() + first, count, to);
            std::fill(to + count, to + (count + lanes - 1) / lanes * lanes, 0.0);
        }
        pass.run_forward(network);
        std::copy_n(scores ? pass.scores() : pass.answers(), count, result.data() + first);
    }
    return result;
}

}  // namespace eigenscape
