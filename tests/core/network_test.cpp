// Networks: gradients against differences, the fast loops against the tables, training that learns and repeats itself.
// Reference values are run by truth_check.
#include "core/learn/layer_kernels.h"
#include "core/learn/training.h"
#include "core/probability/random.h"
#include "core/recording.h"
#include "tests/core/normal_table.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

using namespace eigenscape;

namespace {

struct NetworkCase {
    NetworkShape shape;
    Loss loss;
};

std::vector<NetworkCase> cases() {
    std::vector<NetworkCase> list;
    for (const auto& row : activations()) {
        list.push_back({{2, {8, 8}, 1, row.activation, Activation::sigmoid}, Loss::log_loss});
        list.push_back({{3, {5}, 2, row.activation, Activation::linear}, Loss::mean_squared});
        list.push_back({{1, {3, 1, 7}, 1, row.activation, Activation::tanh}, Loss::half_squared});
        list.push_back({{2, {4, 6}, 3, row.activation, Activation::linear}, Loss::softmax});
    }
    list.push_back({{2, {}, 1, Activation::tanh, Activation::sigmoid}, Loss::log_loss});  // logistic regression
    list.push_back({{8, {8, 8, 8}, 8, Activation::leaky_relu, Activation::relu}, Loss::mean_squared});
    return list;
}

MatX targets(const NetworkCase& c, int rows) {
    MatX T = MatX::Zero(rows, c.shape.outputs);
    for (int i = 0; i < rows; ++i) T(i, i % c.shape.outputs) = c.loss == Loss::softmax || i % 3 == 0 ? 1 : 0;
    return T;
}

double apart(const std::vector<double>& a, const std::vector<double>& b) {
    double worst = 0;
    for (std::size_t k = 0; k < a.size(); ++k) worst = std::max(worst, std::abs(a[k] - b[k]));
    return worst;
}

// One step of plain descent at rate 1 is the gradient.
std::vector<double> fast_gradient(const Network& network, const Examples& examples, Loss loss) {
    Training training = begin_training(network);
    TrainingRule rule;
    rule.method = Method::gradient_descent;
    rule.settings.rate = 1;
    rule.loss = loss;
    train(training, examples, rule, 1);
    std::vector<double> gradient;
    for (std::size_t k = 0; k < network.parameters.size(); ++k)
        gradient.push_back(network.parameters[k] - training.network.parameters[k]);
    return gradient;
}

}  // namespace

TEST_CASE("backpropagation agrees with central differences, for every activation and loss") {
    for (const NetworkCase& c : cases()) {
        const MatX X = normal_table(2, 7, c.shape.inputs), T = targets(c, 7);
        Network network = random_network(c.shape, 3);
        // off the kink: where every unit of a relu layer is dead and biases are 0, the next layer sits exactly on it
        const MatX nudges = normal_table(16, 1, static_cast<int>(network.parameters.size()));
        for (std::size_t k = 0; k < network.parameters.size(); ++k)
            network.parameters[k] += 0.1 * nudges(0, static_cast<Eigen::Index>(k));
        const BackwardPass back = backward(network, forward(network, X), T, c.loss);
        for (std::size_t k = 0; k < network.parameters.size(); ++k) {
            const double kept = network.parameters[k], h = 1e-6;
            network.parameters[k] = kept + h;
            const double above = loss(network, forward(network, X), T, c.loss);
            network.parameters[k] = kept - h;
            const double below = loss(network, forward(network, X), T, c.loss);
            network.parameters[k] = kept;
            CHECK(std::abs((above - below) / (2 * h) - back.gradient[k]) < 1e-7);
        }
    }
}

TEST_CASE("the fast loops give the loss, the gradient and the answers of the tables, for any number of samples") {
    for (const NetworkCase& c : cases())
        for (const int rows : {1, 7, 8, 63, 64, 65, 200}) {
            const MatX X = normal_table(4, rows, c.shape.inputs), T = targets(c, rows);
            const Network network = random_network(c.shape, 5);
            const Examples examples(X, T);
            const ForwardPass pass = forward(network, X);
            const BackwardPass back = backward(network, pass, T, c.loss);
            CHECK(std::abs(total_loss(network, examples, c.loss) - back.loss) < 1e-13 * (1 + back.loss));
            CHECK(apart(fast_gradient(network, examples, c.loss), back.gradient) < 1e-14 * (1 + back.loss));
            CHECK((answers(network, X) - pass.answer().col(0)).norm() < 1e-13 * std::sqrt(rows));
            CHECK((answers(network, X, true) - pass.z.back().col(0)).norm() < 1e-12 * std::sqrt(rows));
        }
}

TEST_CASE("layer kernels of every instruction set give the same bits") {
    const MatX numbers = normal_table(6, 1, 4000);
    const double* x = numbers.data();
    for (int in = 1; in <= most_units; ++in)
        for (int out = 1; out <= most_units; ++out) {
            std::vector<std::vector<double>> results;
            for (const LayerKernels* kernels : layer_kernels()) {
                std::vector<double> r(6 * 512 + 72 * lanes);
                double *z = r.data(), *dx = z + 512, *d = dx + 512, *e = d + 512, *t = e + 512, *s = t + 512,
                       *g = s + 512;
                kernels->forward(x, x + 64, x + 128, z, in, out, 8);
                kernels->backward(x, x + 128, dx, in, out, 8);
                kernels->gather(x + 128, x + 1000, g, in, out, 7);
                std::memcpy(d, x, 512 * sizeof(double));
                kernels->slopes(Activation::tanh, z, d, 512);
                kernels->fading(x, 2, e, 512);
                for (int k = 0; k < 512; ++k) e[k] = std::exp(e[k]);
                std::memcpy(t, x, 512 * sizeof(double));
                kernels->tanh(e, t, 512);
                std::memcpy(s, x, 512 * sizeof(double));
                kernels->sigmoid(e, s, 512);
                results.push_back(std::move(r));
            }
            for (const auto& r : results)
                CHECK(std::memcmp(r.data(), results[0].data(), r.size() * sizeof(double)) == 0);
        }
}

TEST_CASE("the tanh of the kernels is within 3 ulp, at zero and beyond every exponential too") {
    for (double at : {0.0, 1e-300, 1e-9, 0.1, 0.49999, 0.5, 0.7, 3.0, 19.0, 30.0, 800.0})
        for (const double sign : {1.0, -1.0}) {
            double e[lanes], x[lanes];
            for (int k = 0; k < lanes; ++k) x[k] = sign * at, e[k] = std::exp(-2 * at);
            layer_kernels().back()->tanh(e, x, lanes);
            CHECK(std::abs(x[0] - std::tanh(sign * at)) <= 3 * 2.3e-16 * std::abs(std::tanh(at)));
        }
}

TEST_CASE("every method takes the steps of core/optimize on a network of two parameters") {
    const NetworkShape shape{1, {}, 1, Activation::tanh, Activation::linear};
    const MatX X = normal_table(7, 20, 1), T = normal_table(8, 20, 1);
    for (const auto& row : methods()) {
        if (row.method == Method::newton) continue;
        CAPTURE(row.name);
        TrainingRule rule;
        rule.method = row.method;
        rule.settings = row.defaults;
        rule.settings.rate = 0.05;
        rule.loss = Loss::mean_squared;
        Training training = begin_training(random_network(shape, 1));
        Vec2 point(training.network.parameters[0], training.network.parameters[1]);
        OptimizerState state;
        for (int k = 0; k < 30; ++k) {
            const Network now{shape, {point.x(), point.y()}};
            const auto g = backward(now, forward(now, X), T, rule.loss).gradient;
            take_step(row.method, rule.settings, {g[0], g[1]}, Mat2::Identity(), state, point);
        }
        train(training, Examples(X, T), rule, 30);
        CHECK(std::abs(training.network.parameters[0] - point.x()) < 1e-12);
        CHECK(std::abs(training.network.parameters[1] - point.y()) < 1e-12);
    }
}

TEST_CASE("a small network learns exclusive or, zeros never start") {
    const Examples examples(MatX{{0, 0}, {0, 1}, {1, 0}, {1, 1}}, MatX{{0.0}, {1.0}, {1.0}, {0.0}});
    TrainingRule rule;
    rule.settings.rate = 0.05;
    Training training = begin_training(random_network({2, {4}, 1, Activation::tanh, Activation::sigmoid}, 1));
    train(training, examples, rule, 1000);
    CHECK(training.loss < 0.01);
    const NetworkShape shape{2, {3}, 1, Activation::tanh, Activation::sigmoid};
    Training still = begin_training({shape, std::vector<double>(static_cast<std::size_t>(shape.parameters()))});
    train(still, examples, rule, 50);
    CHECK(still.loss == doctest::Approx(std::log(2.0)));
    CHECK(still.gradient == 0);
}

TEST_CASE("training is the same bits however it is cut, in batches too, and can be recorded") {
    const Examples examples(normal_table(9, 70, 2),
                            MatX(normal_table(10, 70, 1).unaryExpr([](double v) { return v > 0 ? 1.0 : 0.0; })));
    TrainingRule rule;
    rule.batch = 16;
    rule.seed = 4;
    rule.l1 = 1e-3;
    rule.l2 = 1e-3;
    const Training start = begin_training(random_network({2, {6, 3}, 1, Activation::relu, Activation::sigmoid}, 2));
    Training whole = start;
    train(whole, examples, rule, 40);
    Recording<Training> film(start, [&](const Training& before) {
        Training next = before;
        train(next, examples, rule, 1);
        return next;
    });
    CHECK(film.at(40) == whole);
    rule.seed = 5;
    Training other = start;
    train(other, examples, rule, 40);
    CHECK(other.network != whole.network);
}

TEST_CASE("penalties pull weights, not biases, towards zero") {
    const Examples examples(normal_table(11, 30, 2), normal_table(12, 30, 1));
    TrainingRule rule;
    rule.method = Method::gradient_descent;
    rule.settings.rate = 1;
    rule.loss = Loss::mean_squared;
    const Network network = random_network({2, {3}, 1, Activation::tanh, Activation::linear}, 6);
    Training plain = begin_training(network), held = plain;
    train(plain, examples, rule, 1);
    rule.l1 = 0.25, rule.l2 = 0.5;
    train(held, examples, rule, 1);
    for (int layer = 0; layer < 2; ++layer) {
        const MatX pull = plain.network.weights(layer) - held.network.weights(layer);
        const MatX want = network.weights(layer).unaryExpr([](double w) { return 0.5 * w + (w > 0 ? 0.25 : -0.25); });
        CHECK((pull - want).norm() < 1e-14);
        CHECK((plain.network.biases(layer) - held.network.biases(layer)).norm() == 0);
    }
}

TEST_CASE("what cannot be trained is said, and nothing happens, a runaway stops") {
    const NetworkShape shape{2, {3}, 1, Activation::tanh, Activation::sigmoid};
    const Examples examples(normal_table(13, 5, 2), MatX::Ones(5, 1));
    TrainingRule rule;
    CHECK(training_problem(shape, examples, rule).empty());
    rule.method = Method::newton;
    CHECK(training_problem(shape, examples, rule).find("Newton") == 0);
    rule = {};
    rule.loss = Loss::softmax;
    CHECK_FALSE(training_problem(shape, examples, rule).empty());
    rule = {};
    rule.batch = -1;
    CHECK_FALSE(training_problem(shape, examples, rule).empty());
    CHECK_FALSE(training_problem({3, {3}, 1, Activation::tanh, Activation::sigmoid}, examples, {}).empty());
    CHECK(shape_problem({2, {9}, 1}).find("Hidden layer 1") == 0);
    CHECK_FALSE(shape_problem({2, {1, 1, 1, 1}, 1}).empty());
    CHECK_FALSE(shape_problem({0, {}, 1}).empty());
    CHECK_FALSE(Examples(MatX(0, 2), MatX(0, 1)).problem().empty());
    CHECK_FALSE(Examples(MatX(1, 2), MatX(2, 1)).problem().empty());
    CHECK_FALSE(Examples(MatX::Constant(1, 2, undefined), MatX::Ones(1, 1)).problem().empty());
    Training training = begin_training(random_network(shape, 1));
    train(training, Examples(MatX(0, 2), MatX(0, 1)), {}, 10);
    CHECK(training.steps == 0);
    const Examples steep(1e3 * normal_table(14, 20, 1), 1e3 * normal_table(15, 20, 1));
    rule = {};
    rule.method = Method::gradient_descent;
    rule.settings.rate = 10;
    rule.loss = Loss::mean_squared;
    Training runaway = begin_training(random_network({1, {}, 1, Activation::tanh, Activation::linear}, 1));
    train(runaway, steep, rule, 10'000);
    CHECK(runaway.steps < 10'000);
    CHECK_FALSE(std::isfinite(runaway.gradient));
}
