// Eight samples at a time, for processors with AVX-512. SLEEF's 512-bit logarithm (and what is built on it) rounds
// differently in rare cases, so those functions run as two halves of its AVX form: the bits must not depend on the
// machine. This file alone is compiled for AVX-512 (core/CMakeLists.txt), so it may include nothing that others might
// link to.
#if defined(__AVX512F__)
#include "core/calculus/kernels.h"

#include <immintrin.h>
#include <sleef.h>

namespace eigenscape {
namespace avx512 {

using V = __m512d;
inline constexpr std::size_t width = 8;
inline constexpr __mmask8 all_lanes = 0xFF;  // GCC 12 warns about the plain forms of some intrinsics
inline V load(const double* p) { return _mm512_loadu_pd(p); }
inline void store(double* p, V v) { _mm512_storeu_pd(p, v); }
inline V splat(double x) { return _mm512_set1_pd(x); }
inline V floor_of(V a) { return _mm512_maskz_roundscale_pd(all_lanes, a, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC); }
inline V ceil_of(V a) { return _mm512_maskz_roundscale_pd(all_lanes, a, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC); }
inline V sqrt_of(V a) { return _mm512_maskz_sqrt_pd(all_lanes, a); }
inline __m256d low(V a) { return _mm512_maskz_extractf64x4_pd(0xF, a, 0); }
inline __m256d high(V a) { return _mm512_maskz_extractf64x4_pd(0xF, a, 1); }
inline V joined(__m256d a, __m256d b) { return _mm512_maskz_insertf64x4(all_lanes, _mm512_castpd256_pd512(a), b, 1); }
#define EIGENSCAPE_HALVES(name)                                                                     \
    inline V halves_##name(V a) {                                                                   \
        return joined(Sleef_cinz_##name##d4_u10avx(low(a)), Sleef_cinz_##name##d4_u10avx(high(a))); \
    }
EIGENSCAPE_HALVES(log)
EIGENSCAPE_HALVES(log10)
EIGENSCAPE_HALVES(log2)
EIGENSCAPE_HALVES(log1p)
#undef EIGENSCAPE_HALVES
inline V halves_pow(V a, V b) {
    return joined(Sleef_cinz_powd4_u10avx(low(a), low(b)), Sleef_cinz_powd4_u10avx(high(a), high(b)));
}

#define SLEEF(name) Sleef_cinz_##name##d8_u10avx512fnofma
#define SLEEF_LOG(name) halves_##name
#include "core/calculus/kernels.inl"
#undef SLEEF
#undef SLEEF_LOG

}  // namespace avx512

extern const KernelTable avx512_kernels;
constinit const KernelTable avx512_kernels = avx512::make_table("AVX-512");

}  // namespace eigenscape
#endif
