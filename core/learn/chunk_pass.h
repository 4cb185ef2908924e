// Forwards and backwards over one chunk of samples, by the layer kernels; internal to core/learn.
// All memory is inside, on the stack: a step of training allocates nothing.
#pragma once

#include "core/learn/layer_kernels.h"
#include "core/learn/network.h"

namespace eigenscape {

struct ChunkPass {
    /// The widest kernels unless others are named.
    explicit ChunkPass(const Network& network, const LayerKernels* kernels = nullptr);

    /// inputs() and targets() hold one row per unit; samples from `count` up to the next eight are filled with zeros.
    double* inputs() { return a[0]; }
    double* targets() { return t; }
    void set_count(int count);

    void run_forward(const Network& network);
    /// The sum of the losses of the samples, and dz of the last layer times `share`.
    double run_loss(const Network& network, Loss loss, double share);
    /// Adds the gradient, in eight lanes per parameter.
    void run_backward(const Network& network, double* gradient);

    const double* scores() const { return z; }
    const double* answers() const { return a[layers]; }

  private:
    const LayerKernels& kernel;
    int layers, samples = 0, blocks = 0;
    alignas(64) double a[most_layers + 1][most_units * chunk];
    alignas(64) double z[most_units * chunk];  // of the last layer
    alignas(64) double d[2][most_units * chunk];
    alignas(64) double t[most_units * chunk];
    alignas(64) double mask[chunk];  // 1 for a sample, 0 for filling
};

}  // namespace eigenscape
