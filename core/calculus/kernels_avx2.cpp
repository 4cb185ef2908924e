// Four samples at a time, for processors with AVX2; no fused multiply-add, which would change the bits.
// sleef.h shows its 256-bit functions only to files compiled for AVX as a whole, so they are declared here.
#if defined(__x86_64__) && defined(__GNUC__)
#include "core/calculus/kernels.h"

#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))

#define EIGENSCAPE_DECLARE(name) extern "C" TARGET __m256d Sleef_cinz_##name##d4_u10avx(__m256d);
EIGENSCAPE_DECLARE(sin)
EIGENSCAPE_DECLARE(cos)
EIGENSCAPE_DECLARE(tan)
EIGENSCAPE_DECLARE(asin)
EIGENSCAPE_DECLARE(acos)
EIGENSCAPE_DECLARE(atan)
EIGENSCAPE_DECLARE(sinh)
EIGENSCAPE_DECLARE(cosh)
EIGENSCAPE_DECLARE(tanh)
EIGENSCAPE_DECLARE(exp)
EIGENSCAPE_DECLARE(log)
EIGENSCAPE_DECLARE(log10)
EIGENSCAPE_DECLARE(log2)
EIGENSCAPE_DECLARE(log1p)
EIGENSCAPE_DECLARE(cbrt)
#undef EIGENSCAPE_DECLARE
extern "C" TARGET __m256d Sleef_cinz_powd4_u10avx(__m256d, __m256d);
extern "C" TARGET __m256d Sleef_cinz_atan2d4_u10avx(__m256d, __m256d);

namespace eigenscape {
namespace avx2 {

using V = __m256d;
inline constexpr std::size_t width = 4;
TARGET inline V load(const double* p) { return _mm256_loadu_pd(p); }
TARGET inline void store(double* p, V v) { _mm256_storeu_pd(p, v); }
TARGET inline V splat(double x) { return _mm256_set1_pd(x); }
TARGET inline V floor_of(V a) { return _mm256_floor_pd(a); }
TARGET inline V ceil_of(V a) { return _mm256_ceil_pd(a); }
TARGET inline V sqrt_of(V a) { return _mm256_sqrt_pd(a); }
#define SLEEF(name) Sleef_cinz_##name##d4_u10avx
#include "core/calculus/kernels.inl"
#undef SLEEF

}  // namespace avx2

extern const KernelTable avx2_kernels;
constinit const KernelTable avx2_kernels = avx2::make_table("AVX2");

}  // namespace eigenscape
#undef TARGET
#endif
