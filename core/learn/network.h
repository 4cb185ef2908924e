// A dense network as a value: layers of weights and biases, run forwards and backwards with every number kept for
// drawing. For training many steps use training.h, whose inner loops give the same gradients many times faster.
#pragma once

#include "core/learn/activation.h"
#include "core/linalg/dynamic.h"

#include <optional>
#include <span>
#include <string_view>

namespace eigenscape {

struct ActivationInfo {
    Activation activation;
    std::string_view name;   // as typed
    std::string_view title;  // as shown
    std::string_view tex;
    std::string_view words;
};
std::span<const ActivationInfo> activations();
const ActivationInfo& info(Activation activation);
double apply(Activation activation, double z);
double slope(Activation activation, double z);

/// Means over samples (and over outputs, as PyTorch's): see `loss` below.
///   mean_squared  (y - t)^2          half_squared  (y - t)^2/2, summed over the outputs
///   log_loss      -(t ln y + (1 - t) ln(1 - y)) of a sigmoid output
///   softmax       -ln of the softmax of the scores at the right class; linear output, t one-hot
enum class Loss { mean_squared, half_squared, log_loss, softmax };

struct NetworkShape {
    int inputs = 2;
    std::vector<int> hidden{8, 8};
    int outputs = 1;
    Activation activation = Activation::tanh;  // of the hidden layers
    Activation output = Activation::sigmoid;   // of the last
    bool operator==(const NetworkShape&) const = default;

    int layers() const { return static_cast<int>(hidden.size()) + 1; }
    int units_into(int layer) const;  // columns of the layer's weights; layer 0 reads the inputs
    int units_of(int layer) const;    // rows of the layer's weights
    int parameters() const;
    Activation activation_of(int layer) const { return layer + 1 == layers() ? output : activation; }
};

/// Empty, or which count is out of range.
std::string shape_problem(const NetworkShape& shape);

/// Parameters in one list, layer by layer: the weights row by row (a row for each unit, as torch.nn.Linear.weight),
/// then the biases.
struct Network {
    NetworkShape shape;
    std::vector<double> parameters;
    bool operator==(const Network&) const = default;

    using Weights = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Eigen::Map<Weights> weights(int layer);
    Eigen::Map<const Weights> weights(int layer) const;
    Eigen::Map<VecX> biases(int layer);
    Eigen::Map<const VecX> biases(int layer) const;
    int place_of(int layer) const;  // of the layer's first weight among the parameters
};

/// Biases zero; weights normal with deviation sqrt(1/in) for tanh, sigmoid and linear layers (LeCun 1998), sqrt(2/in)
/// for the relus (He 2015). The same seed gives the same bits everywhere. Not zero: equal units would stay equal for
/// ever.
Network random_network(const NetworkShape& shape, std::uint64_t seed);

/// Every number on the way forwards: rows are samples, columns units.
struct ForwardPass {
    std::vector<MatX> z;  // before the activation, one per layer
    std::vector<MatX> a;  // a[0] the inputs, a[k + 1] what layer k says; the last is the answer
    const MatX& answer() const { return a.back(); }
};
ForwardPass forward(const Network& network, const MatX& X);

/// The loss of a forward pass against targets T (samples x outputs); NaN for no samples or shapes that do not fit.
double loss(const Network& network, const ForwardPass& pass, const MatX& T, Loss loss);

/// Every derivative on the way back.
struct BackwardPass {
    double loss = undefined;
    std::vector<MatX> dz;          // by each layer's z, one row per sample
    MatX dx;                       // by the inputs
    std::vector<double> gradient;  // by the parameters, in their order
    MatX weight_gradient(const Network& network, int layer) const;
    VecX bias_gradient(const Network& network, int layer) const;
};
BackwardPass backward(const Network& network, const ForwardPass& pass, const MatX& T, Loss loss);

/// The first output (before the last activation, if asked) at many points, for colouring a plane: 40,000 points of a
/// 2-8-8-1 network take about a millisecond. X is points x inputs.
VecX answers(const Network& network, const MatX& X, bool scores = false);

}  // namespace eigenscape
