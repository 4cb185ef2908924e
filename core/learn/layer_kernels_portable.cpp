// What every processor can run; the loops give the same bits as their wider twins.
// The loops themselves are in layer_kernels.inl.
#include "core/learn/layer_kernels.h"

namespace eigenscape {
namespace layers_portable {

constexpr int width = 2;
#include "core/learn/layer_kernels.inl"
}  // namespace layers_portable

extern const LayerKernels portable_layers;
const LayerKernels portable_layers{"any",
                                   layers_portable::forward_any,
                                   layers_portable::backward_any,
                                   layers_portable::gather_any,
                                   layers_portable::slopes_any,
                                   layers_portable::fading_any,
                                   layers_portable::tanh_any,
                                   layers_portable::sigmoid_any};

}  // namespace eigenscape
