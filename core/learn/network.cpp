// The textbook's formulas on whole tables: dz = da * slope, dW = dz^T a, da of the layer before = dz W.
// Rumelhart, Hinton and Williams 1986. Clear rather than fast; training.cpp is its fast twin.
#include "core/learn/network.h"

#include "core/learn/losses.h"
#include "core/probability/random.h"

#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr std::array<ActivationInfo, 5> activation_table{{
    {Activation::linear, "linear", "Linear", "z", "Passes on what comes in: layers of these are one matrix."},
    {Activation::tanh, "tanh", "Tanh", R"(\tanh z)", "Squeezes everything into -1 to 1; flat far from zero."},
    {Activation::relu, "relu", "ReLU", R"(\max(0, z))", "Folds the space along a line: one side is flattened."},
    {Activation::leaky_relu, "leaky_relu", "Leaky ReLU", R"(\max(0.01 z, z))", "A fold that never goes quite flat."},
    {Activation::sigmoid, "sigmoid", "Sigmoid", R"(\sigma(z))", "Squeezes everything into 0 to 1, as a chance."},
}};

double share_of(const MatX& T, Loss loss) {  // what one sample, or one output of it, counts
    const bool over_outputs = loss == Loss::mean_squared || loss == Loss::log_loss;
    return 1 / static_cast<double>(over_outputs ? T.size() : T.rows());
}

double loss_of_row(const MatX& z, const MatX& y, const MatX& T, Eigen::Index row, Loss loss) {
    switch (loss) {
        case Loss::mean_squared: return (y.row(row) - T.row(row)).squaredNorm();
        case Loss::half_squared: return 0.5 * (y.row(row) - T.row(row)).squaredNorm();
        case Loss::log_loss: {
            double sum = 0;
            for (Eigen::Index k = 0; k < z.cols(); ++k) sum += log_loss(z(row, k), T(row, k));
            return sum;
        }
        case Loss::softmax: {
            const VecX scores = z.row(row);
            return log_sum_exp({scores.data(), static_cast<std::size_t>(scores.size())}) * T.row(row).sum() -
                   T.row(row).dot(z.row(row));
        }
    }
    return undefined;
}

// The loss by the scores z of the last layer.
MatX dz_of_output(const Network& network, const MatX& z, const MatX& y, const MatX& T, Loss loss) {
    MatX dz = y - T;
    const Activation last = network.shape.output;
    if (loss == Loss::softmax) {
        for (Eigen::Index row = 0; row < z.rows(); ++row) {
            const VecX scores = z.row(row);
            const auto shares = softmax({scores.data(), static_cast<std::size_t>(scores.size())});
            dz.row(row) =
                Eigen::Map<const VecX>(shares.data(), scores.size()).transpose() * T.row(row).sum() - T.row(row);
        }
    } else if (loss != Loss::log_loss) {
        dz = (dz.array() * z.unaryExpr([last](double s) { return slope(last, s); }).array()).matrix();
        if (loss == Loss::mean_squared) dz *= 2;
    }
    return dz * share_of(T, loss);
}

}  // namespace

std::span<const ActivationInfo> activations() { return activation_table; }
const ActivationInfo& info(Activation activation) { return activation_table[static_cast<std::size_t>(activation)]; }

double apply(Activation activation, double z) {
    switch (activation) {
        case Activation::linear: return z;
        case Activation::tanh: return std::tanh(z);
        case Activation::relu: return z > 0 ? z : 0 * z;
        case Activation::leaky_relu: return z > 0 ? z : 0.01 * z;
        case Activation::sigmoid: return sigmoid(z);
    }
    return undefined;
}

// tanh' as 1/cosh^2 and not 1 - tanh^2, which is 0 from z = 19 on where the slope is still 1e-16.
double slope(Activation activation, double z) {
    switch (activation) {
        case Activation::linear: return 1;
        case Activation::tanh: {
            const double c = std::cosh(z);
            return 1 / c / c;
        }
        case Activation::relu: return z > 0 ? 1 : 0;
        case Activation::leaky_relu: return z > 0 ? 1 : 0.01;
        case Activation::sigmoid: return sigmoid(z) * sigmoid(-z);
    }
    return undefined;
}

int NetworkShape::units_into(int layer) const {
    return layer == 0 ? inputs : hidden[static_cast<std::size_t>(layer) - 1];
}
int NetworkShape::units_of(int layer) const {
    return layer + 1 == layers() ? outputs : hidden[static_cast<std::size_t>(layer)];
}
int NetworkShape::parameters() const {
    int count = 0;
    for (int layer = 0; layer < layers(); ++layer) count += units_of(layer) * (units_into(layer) + 1);
    return count;
}

std::string shape_problem(const NetworkShape& shape) {
    const auto refuse = [](const std::string& what) {
        return what + " must have 1 to " + std::to_string(most_units) + " units.";
    };
    if (shape.layers() > most_layers) return "At most " + std::to_string(most_layers - 1) + " hidden layers.";
    if (shape.inputs < 1 || shape.inputs > most_units) return refuse("The input");
    if (shape.outputs < 1 || shape.outputs > most_units) return refuse("The output");
    for (std::size_t k = 0; k < shape.hidden.size(); ++k)
        if (shape.hidden[k] < 1 || shape.hidden[k] > most_units) return refuse("Hidden layer " + std::to_string(k + 1));
    return {};
}

int Network::place_of(int layer) const {
    int place = 0;
    for (int before = 0; before < layer; ++before) place += shape.units_of(before) * (shape.units_into(before) + 1);
    return place;
}
Eigen::Map<Network::Weights> Network::weights(int layer) {
    return {parameters.data() + place_of(layer), shape.units_of(layer), shape.units_into(layer)};
}
Eigen::Map<const Network::Weights> Network::weights(int layer) const {
    return {parameters.data() + place_of(layer), shape.units_of(layer), shape.units_into(layer)};
}
Eigen::Map<VecX> Network::biases(int layer) {
    return {parameters.data() + place_of(layer) + shape.units_of(layer) * shape.units_into(layer),
            shape.units_of(layer)};
}
Eigen::Map<const VecX> Network::biases(int layer) const {
    return {parameters.data() + place_of(layer) + shape.units_of(layer) * shape.units_into(layer),
            shape.units_of(layer)};
}

Network random_network(const NetworkShape& shape, std::uint64_t seed) {
    Network network{shape, std::vector<double>(static_cast<std::size_t>(shape.parameters()))};
    const Stream stream(seed);
    for (int layer = 0; layer < shape.layers(); ++layer) {
        const Activation activation = shape.activation_of(layer);
        const bool folds = activation == Activation::relu || activation == Activation::leaky_relu;
        const double deviation = std::sqrt((folds ? 2.0 : 1.0) / shape.units_into(layer));
        const auto first = static_cast<std::size_t>(network.place_of(layer));
        const auto count = static_cast<std::size_t>(shape.units_of(layer) * shape.units_into(layer));
        for (std::size_t k = first; k < first + count; ++k) network.parameters[k] = deviation * stream.normal(k);
    }
    return network;
}

ForwardPass forward(const Network& network, const MatX& X) {
    ForwardPass pass;
    pass.a.push_back(X);
    for (int layer = 0; layer < network.shape.layers(); ++layer) {
        MatX z = pass.a.back() * network.weights(layer).transpose();
        z.rowwise() += network.biases(layer).transpose();
        const Activation activation = network.shape.activation_of(layer);
        pass.a.emplace_back(z.unaryExpr([activation](double s) { return apply(activation, s); }));
        pass.z.push_back(std::move(z));
    }
    return pass;
}

double loss(const Network& network, const ForwardPass& pass, const MatX& T, Loss loss) {
    const MatX &z = pass.z.back(), &y = pass.answer();
    if (T.rows() == 0 || T.rows() != z.rows() || T.cols() != network.shape.outputs) return undefined;
    double sum = 0;
    for (Eigen::Index row = 0; row < T.rows(); ++row) sum += loss_of_row(z, y, T, row, loss);
    return sum * share_of(T, loss);
}

BackwardPass backward(const Network& network, const ForwardPass& pass, const MatX& T, Loss loss) {
    BackwardPass back;
    back.loss = eigenscape::loss(network, pass, T, loss);
    if (std::isnan(back.loss)) return back;
    const int layers = network.shape.layers();
    back.dz.resize(static_cast<std::size_t>(layers));
    Network gradient{network.shape, std::vector<double>(network.parameters.size())};
    MatX dz = dz_of_output(network, pass.z.back(), pass.answer(), T, loss);
    for (int layer = layers - 1; layer >= 0; --layer) {
        const auto k = static_cast<std::size_t>(layer);
        back.dz[k] = dz;
        gradient.weights(layer) = dz.transpose() * pass.a[k];
        gradient.biases(layer) = dz.colwise().sum().transpose();
        const MatX da = dz * network.weights(layer);
        if (layer == 0) {
            back.dx = da;
            break;
        }
        const Activation before = network.shape.activation;
        dz = da.cwiseProduct(pass.z[k - 1].unaryExpr([before](double s) { return slope(before, s); }));
    }
    back.gradient = std::move(gradient.parameters);
    return back;
}

MatX BackwardPass::weight_gradient(const Network& network, int layer) const {
    return Network{network.shape, gradient}.weights(layer);
}
VecX BackwardPass::bias_gradient(const Network& network, int layer) const {
    return Network{network.shape, gradient}.biases(layer);
}

}  // namespace eigenscape
