// Eight samples at a time, for processors with AVX-512. SLEEF's 512-bit logarithm (and what is built on it) rounds
// differently in rare cases, so those functions run as two halves of its AVX form: the bits must not depend on the machine.
#if defined(__x86_64__) && defined(__GNUC__)
#include "core/calculus/kernels.h"

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx2")))

#define EIGENSCAPE_DECLARE(name) extern "C" TARGET __m512d Sleef_cinz_##name##d8_u10avx512fnofma(__m512d);
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
EIGENSCAPE_DECLARE(cbrt)
#undef EIGENSCAPE_DECLARE
#define EIGENSCAPE_DECLARE(name) extern "C" TARGET __m256d Sleef_cinz_##name##d4_u10avx(__m256d);
EIGENSCAPE_DECLARE(log)
EIGENSCAPE_DECLARE(log10)
EIGENSCAPE_DECLARE(log2)
EIGENSCAPE_DECLARE(log1p)
#undef EIGENSCAPE_DECLARE
extern "C" TARGET __m256d Sleef_cinz_powd4_u10avx(__m256d, __m256d);
extern "C" TARGET __m512d Sleef_cinz_atan2d8_u10avx512fnofma(__m512d, __m512d);

namespace eigenscape {
namespace avx512 {

using V = __m512d;
inline constexpr std::size_t width = 8;
inline constexpr __mmask8 all_lanes = 0xFF;  // GCC 12 warns about the plain forms of some intrinsics
TARGET inline V load(const double* p) { return _mm512_loadu_pd(p); }
TARGET inline void store(double* p, V v) { _mm512_storeu_pd(p, v); }
TARGET inline V splat(double x) { return _mm512_set1_pd(x); }
TARGET inline V floor_of(V a) { return _mm512_maskz_roundscale_pd(all_lanes, a, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC); }
TARGET inline V ceil_of(V a) { return _mm512_maskz_roundscale_pd(all_lanes, a, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC); }
TARGET inline V sqrt_of(V a) { return _mm512_maskz_sqrt_pd(all_lanes, a); }
TARGET inline __m256d low(V a) { return _mm512_maskz_extractf64x4_pd(0xF, a, 0); }
TARGET inline __m256d high(V a) { return _mm512_maskz_extractf64x4_pd(0xF, a, 1); }
TARGET inline V joined(__m256d a, __m256d b) { return _mm512_maskz_insertf64x4(all_lanes, _mm512_castpd256_pd512(a), b, 1); }
#define EIGENSCAPE_HALVES(name) \
    TARGET inline V halves_##name(V a) { return joined(Sleef_cinz_##name##d4_u10avx(low(a)), Sleef_cinz_##name##d4_u10avx(high(a))); }
EIGENSCAPE_HALVES(log)
EIGENSCAPE_HALVES(log10)
EIGENSCAPE_HALVES(log2)
EIGENSCAPE_HALVES(log1p)
#undef EIGENSCAPE_HALVES
TARGET inline V halves_pow(V a, V b) {
    return joined(Sleef_cinz_powd4_u10avx(low(a), low(b)), Sleef_cinz_powd4_u10avx(high(a), high(b)));
}

#define SLEEF(name) SLEEF_##name
#define SLEEF_sin Sleef_cinz_sind8_u10avx512fnofma
#define SLEEF_cos Sleef_cinz_cosd8_u10avx512fnofma
#define SLEEF_tan Sleef_cinz_tand8_u10avx512fnofma
#define SLEEF_asin Sleef_cinz_asind8_u10avx512fnofma
#define SLEEF_acos Sleef_cinz_acosd8_u10avx512fnofma
#define SLEEF_atan Sleef_cinz_atand8_u10avx512fnofma
#define SLEEF_sinh Sleef_cinz_sinhd8_u10avx512fnofma
#define SLEEF_cosh Sleef_cinz_coshd8_u10avx512fnofma
#define SLEEF_tanh Sleef_cinz_tanhd8_u10avx512fnofma
#define SLEEF_exp Sleef_cinz_expd8_u10avx512fnofma
#define SLEEF_log halves_log
#define SLEEF_log10 halves_log10
#define SLEEF_log2 halves_log2
#define SLEEF_log1p halves_log1p
#define SLEEF_cbrt Sleef_cinz_cbrtd8_u10avx512fnofma
#define SLEEF_pow halves_pow
#define SLEEF_atan2 Sleef_cinz_atan2d8_u10avx512fnofma
#include "core/calculus/kernels.inl"
#undef SLEEF

}  // namespace avx512

extern const KernelTable avx512_kernels;
constinit const KernelTable avx512_kernels = avx512::make_table("AVX-512");

}  // namespace eigenscape
#undef TARGET
#endif
