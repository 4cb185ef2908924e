// The activations and losses use the vector kernels of formulas, whose bits are the same on every processor.
// Losses are formed from scores, so that a score of 800 gives 800.
#include "core/learn/chunk_pass.h"

#include "core/calculus/kernels.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

void vector_step(Step step, double* x, int count) {
    fastest_kernels().kernels[static_cast<std::size_t>(step)](x, x, nullptr, nullptr, static_cast<std::size_t>(count));
}

// sigmoid(z) from e = exp(-|z|), without overflow on either side.
double sigmoid_from(double z, double e) { return (z >= 0 ? 1 : e) / (1 + e); }

// e = exp(-times |x|)
void decays(const LayerKernels& kernel, const double* x, double times, double* e, int count) {
    kernel.fading(x, times, e, count);
    vector_step(Step::exp, e, count);
}

void activate(const LayerKernels& kernel, Activation activation, double* x, int count) {
    alignas(64) double e[most_units * chunk];
    switch (activation) {
        case Activation::linear: return;
        case Activation::tanh: decays(kernel, x, 2, e, count); return kernel.tanh(e, x, count);
        case Activation::relu:
            for (int k = 0; k < count; ++k) x[k] = x[k] > 0 ? x[k] : 0 * x[k];
            return;
        case Activation::leaky_relu:
            for (int k = 0; k < count; ++k) x[k] = x[k] > 0 ? x[k] : 0.01 * x[k];
            return;
        case Activation::sigmoid: decays(kernel, x, 1, e, count); return kernel.sigmoid(e, x, count);
    }
}

// Row by row of `stride` numbers, of which the first `count` are worked on.
double log_losses(const LayerKernels& kernel, const double* z, const double* t, const double* mask, double* dz,
                  int count, double share) {
    alignas(64) double e[chunk], l[chunk];
    decays(kernel, z, 1, e, count);
    std::copy_n(e, count, l);
    vector_step(Step::log1p, l, count);
    double sum = 0;
    for (int k = 0; k < count; ++k) {
        const double toward = std::max(z[k], 0.0) + l[k], away = std::max(-z[k], 0.0) + l[k];  // softplus(z), (-z)
        sum += mask[k] * (t[k] * away + (1 - t[k]) * toward);
        dz[k] = mask[k] * share * (sigmoid_from(z[k], e[k]) - t[k]);
    }
    return sum;
}

double squares(const double* y, const double* t, const double* mask, double* dy, int count, double share,
               double weight) {
    double sum = 0;
    for (int k = 0; k < count; ++k) {
        const double off = mask[k] * (y[k] - t[k]);
        sum += weight * off * off;
        dy[k] = 2 * weight * share * off;
    }
    return sum;
}

double softmax_losses(const double* z, const double* t, const double* mask, double* dz, int outputs, int count,
                      double share) {
    alignas(64) double e[most_units * chunk], total[chunk] = {}, largest[chunk], wanted[chunk] = {};
    std::copy_n(z, count, largest);
    for (int j = 1; j < outputs; ++j)
        for (int k = 0; k < count; ++k) largest[k] = std::max(largest[k], z[j * chunk + k]);
    for (int j = 0; j < outputs; ++j)
        for (int k = 0; k < count; ++k) e[j * chunk + k] = z[j * chunk + k] - largest[k];
    for (int j = 0; j < outputs; ++j) vector_step(Step::exp, e + j * chunk, count);
    double sum = 0;
    for (int j = 0; j < outputs; ++j)
        for (int k = 0; k < count; ++k) {
            total[k] += e[j * chunk + k];
            wanted[k] += t[j * chunk + k];
            sum -= mask[k] * t[j * chunk + k] * (z[j * chunk + k] - largest[k]);
        }
    for (int j = 0; j < outputs; ++j)
        for (int k = 0; k < count; ++k)
            dz[j * chunk + k] = mask[k] * share * (e[j * chunk + k] / total[k] * wanted[k] - t[j * chunk + k]);
    vector_step(Step::ln, total, count);
    for (int k = 0; k < count; ++k) sum += mask[k] * wanted[k] * total[k];
    return sum;
}

}  // namespace

// Its arrays hold nothing until a pass has written them.
// cppcheck-suppress uninitMemberVar
ChunkPass::ChunkPass(const Network& network, const LayerKernels* kernels)
    : kernel(kernels ? *kernels : *layer_kernels().back()), layers(network.shape.layers()) {}

void ChunkPass::set_count(int count) {
    samples = count;
    blocks = (count + lanes - 1) / lanes;
    for (int k = 0; k < chunk; ++k) mask[k] = k < samples ? 1 : 0;
}

void ChunkPass::run_forward(const Network& network) {
    const NetworkShape& shape = network.shape;
    const double* parameters = network.parameters.data();
    for (int layer = 0; layer < layers; ++layer) {
        const int in = shape.units_into(layer), out = shape.units_of(layer);
        kernel.forward(parameters, parameters + out * in, a[layer], a[layer + 1], in, out, blocks);
        parameters += out * (in + 1);
        if (layer + 1 == layers) std::copy_n(a[layer + 1], out * chunk, z);
        if (blocks * lanes == chunk) activate(kernel, shape.activation_of(layer), a[layer + 1], out * chunk);
        else
            for (int unit = 0; unit < out; ++unit)
                activate(kernel, shape.activation_of(layer), a[layer + 1] + unit * chunk, blocks * lanes);
    }
}

double ChunkPass::run_loss(const Network& network, Loss loss, double share) {
    const int outputs = network.shape.outputs, count = blocks * lanes;
    double* const dz = d[layers % 2];
    if (loss == Loss::softmax) return softmax_losses(z, t, mask, dz, outputs, count, share);
    double sum = 0;
    for (int j = 0; j < outputs; ++j) {
        double* const row = dz + j * chunk;
        const double *y = a[layers] + j * chunk, *wanted = t + j * chunk;
        if (loss == Loss::log_loss) {
            sum += log_losses(kernel, z + j * chunk, wanted, mask, row, count, share);
        } else {
            sum += squares(y, wanted, mask, row, count, share, loss == Loss::mean_squared ? 1 : 0.5);
            kernel.slopes(network.shape.output, y, row, count);
        }
    }
    return sum;
}

void ChunkPass::run_backward(const Network& network, double* gradient) {
    const NetworkShape& shape = network.shape;
    int place = shape.parameters();
    for (int layer = layers - 1; layer >= 0; --layer) {
        const int in = shape.units_into(layer), out = shape.units_of(layer);
        place -= out * (in + 1);
        const double* const dz = d[(layer + 1) % 2];
        kernel.gather(dz, a[layer], gradient + place * lanes, in, out, blocks);
        if (layer == 0) return;
        double* const before = d[layer % 2];
        kernel.backward(network.parameters.data() + place, dz, before, in, out, blocks);
        for (int unit = 0; unit < in; ++unit)
            kernel.slopes(shape.activation, a[layer] + unit * chunk, before + unit * chunk, blocks * lanes);
    }
}

}  // namespace eigenscape
