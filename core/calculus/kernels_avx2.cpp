// Four samples at a time, for processors with AVX2; no fused multiply-add, which would change the bits.
// This file alone is compiled for AVX2 (core/CMakeLists.txt), so it may include nothing that others might link to.
#if defined(__AVX2__)
#include "core/calculus/kernels.h"

#include <immintrin.h>
#include <sleef.h>

namespace eigenscape {
namespace avx2 {

using V = __m256d;
inline constexpr std::size_t width = 4;
inline V load(const double* p) { return _mm256_loadu_pd(p); }
inline void store(double* p, V v) { _mm256_storeu_pd(p, v); }
inline V splat(double x) { return _mm256_set1_pd(x); }
inline V floor_of(V a) { return _mm256_floor_pd(a); }
inline V ceil_of(V a) { return _mm256_ceil_pd(a); }
inline V sqrt_of(V a) { return _mm256_sqrt_pd(a); }
#define SLEEF(name) Sleef_cinz_##name##d4_u10avx
#define SLEEF_LOG(name) SLEEF(name)
#include "core/calculus/kernels.inl"
#undef SLEEF
#undef SLEEF_LOG

}  // namespace avx2

extern const KernelTable avx2_kernels;
constinit const KernelTable avx2_kernels = avx2::make_table("AVX2");

}  // namespace eigenscape
#endif
