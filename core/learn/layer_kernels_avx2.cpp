// Four doubles in a register: x86 processors since 2013.
// The loops themselves are in layer_kernels.inl.
#if defined(__AVX2__)
#include "core/learn/layer_kernels.h"

namespace eigenscape {
namespace layers_avx2 {

constexpr int width = 4;
#include "core/learn/layer_kernels.inl"
}  // namespace layers_avx2

extern const LayerKernels avx2_layers;
const LayerKernels avx2_layers{"AVX2",
                               layers_avx2::forward_any,
                               layers_avx2::backward_any,
                               layers_avx2::gather_any,
                               layers_avx2::slopes_any,
                               layers_avx2::fading_any,
                               layers_avx2::tanh_any,
                               layers_avx2::sigmoid_any};

}  // namespace eigenscape
#endif
