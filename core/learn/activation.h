// The kinds of units a network may have, and how many: plain names, so that the vector kernels can include them.
// Their words and formulas are in network.h.
#pragma once

namespace eigenscape {

/// leaky_relu has slope 0.01 below zero; relu and leaky_relu count the kink as the side below.
enum class Activation { linear, tanh, relu, leaky_relu, sigmoid };

inline constexpr int most_units = 8;   // in a layer, inputs and outputs too
inline constexpr int most_layers = 4;  // of weights: three hidden ones and the output

}  // namespace eigenscape
