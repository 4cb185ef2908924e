// One sample at a time, for processors without a table of their own.
// SLEEF's portable C gives the same bits as its vector forms.
#include "core/calculus/kernels.h"

#include <sleef.h>
#include <cmath>

namespace eigenscape {
namespace portable {

using V = double;
inline constexpr std::size_t width = 1;
inline V load(const double* p) { return *p; }
inline void store(double* p, V v) { *p = v; }
inline V splat(double x) { return x; }
inline V floor_of(V a) { return std::floor(a); }
inline V ceil_of(V a) { return std::ceil(a); }
inline V sqrt_of(V a) { return std::sqrt(a); }
#define SLEEF(name) Sleef_cinz_##name##d1_u10purec
#define SLEEF_LOG(name) SLEEF(name)
#include "core/calculus/kernels.inl"
#undef SLEEF
#undef SLEEF_LOG

}  // namespace portable

extern const KernelTable portable_kernels;
const KernelTable portable_kernels = portable::make_table("portable");

}  // namespace eigenscape
