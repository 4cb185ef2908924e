// The inner loops of a dense layer over a chunk of samples: built for several instruction sets, chosen at run time.
// All give the same bits, because sums always run in eight lanes and products are never fused into sums.
#pragma once

#include "core/learn/activation.h"

#include <span>

namespace eigenscape {

inline constexpr int lanes = 8;
inline constexpr int chunk = 64;  // samples; unit u of a layer is at [u * chunk], one number per sample
static_assert(chunk % lanes == 0);

/// `blocks` groups of eight samples are worked on. W is out x in, row by row; 1 <= in, out <= most_units.
struct LayerKernels {
    const char* instructions;
    /// z[j] = b[j] + sum W[j][i] x[i]
    void (*forward)(const double* W, const double* b, const double* x, double* z, int in, int out, int blocks);
    /// dx[i] = sum W[j][i] dz[j]
    void (*backward)(const double* W, const double* dz, double* dx, int in, int out, int blocks);
    /// gradient[j][i] += dz[j] x[i], then gradient of b[j] += dz[j], in eight lanes each: [parameter * lanes]
    void (*gather)(const double* dz, const double* x, double* gradient, int in, int out, int blocks);
    /// d *= the slope of the activation, from what it said (a); count numbers, a multiple of eight
    void (*slopes)(Activation activation, const double* a, double* d, int count);
    /// e = -times |x|, whose exponentials the next two take
    void (*fading)(const double* x, double times, double* e, int count);
    /// x = tanh x, given e = exp(-2|x|)
    void (*tanh)(const double* e, double* x, int count);
    /// x = 1/(1 + exp(-x)), given e = exp(-|x|)
    void (*sigmoid)(const double* e, double* x, int count);
};

std::span<const LayerKernels* const> layer_kernels();  // those this processor can run, slowest first

}  // namespace eigenscape
