// Two samples at a time: what every 64-bit x86 processor has.
// floor and ceil come from SLEEF, since SSE2 has no rounding instruction.
#if defined(__SSE2__)
#include "core/calculus/kernels.h"

#include <emmintrin.h>
#include <sleef.h>

namespace eigenscape {
namespace sse2 {

using V = __m128d;
inline constexpr std::size_t width = 2;
inline V load(const double* p) { return _mm_loadu_pd(p); }
inline void store(double* p, V v) { _mm_storeu_pd(p, v); }
inline V splat(double x) { return _mm_set1_pd(x); }
inline V floor_of(V a) { return Sleef_floord2_sse2(a); }
inline V ceil_of(V a) { return Sleef_ceild2_sse2(a); }
inline V sqrt_of(V a) { return _mm_sqrt_pd(a); }
#define SLEEF(name) Sleef_cinz_##name##d2_u10sse2
#define SLEEF_LOG(name) SLEEF(name)
#include "core/calculus/kernels.inl"
#undef SLEEF
#undef SLEEF_LOG

}  // namespace sse2

extern const KernelTable sse2_kernels;
const KernelTable sse2_kernels = sse2::make_table("SSE2");

}  // namespace eigenscape
#endif
