// The kernels, written once for a vector type V of `width` doubles; kernels_*.cpp say what V is and include this.
// Nothing here may come from an inline function of a header: it would be compiled for an instruction set others lack.
// The including file provides: V, load, store, splat, functions floor_of, ceil_of, sqrt_of, and two
// macros that name SLEEF's functions: SLEEF(name), and SLEEF_LOG(name) for those of the logarithm's family.

template <V (*f)(V)>
void unary(double* out, const double* a, const double*, const double*, std::size_t n) {
    for (std::size_t i = 0; i < n; i += width) store(out + i, f(load(a + i)));
}

template <V (*f)(V, V)>
void binary(double* out, const double* a, const double* b, const double*, std::size_t n) {
    for (std::size_t i = 0; i < n; i += width) store(out + i, f(load(a + i), load(b + i)));
}

template <V (*f)(V, V)>
void binary_vs(double* out, const double* a, const double* b, const double*, std::size_t n) {
    const V s = splat(*b);
    for (std::size_t i = 0; i < n; i += width) store(out + i, f(load(a + i), s));
}

template <V (*f)(V, V)>
void binary_sv(double* out, const double* a, const double* b, const double*, std::size_t n) {
    const V s = splat(*a);
    for (std::size_t i = 0; i < n; i += width) store(out + i, f(s, load(b + i)));
}

template <V (*f)(V, V, V), bool b_varies, bool c_varies>
void ternary(double* out, const double* a, const double* b, const double* c, std::size_t n) {
    const V b0 = splat(*b), c0 = splat(*c);
    for (std::size_t i = 0; i < n; i += width)
        store(out + i, f(load(a + i), b_varies ? load(b + i) : b0, c_varies ? load(c + i) : c0));
}

void splat_all(double* out, const double* a, const double*, const double*, std::size_t n) {
    const V s = splat(*a);
    for (std::size_t i = 0; i < n; i += width) store(out + i, s);
}

// The remainder with the sign of the divisor, exact; there is no vector form worth having.
void mod_all(double* out, const double* a, const double* b, const double*, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const double r = __builtin_fmod(a[i], b[i]);
        out[i] = r != 0 && (r < 0) != (b[i] < 0) ? r + b[i] : r;
    }
}

inline V add(V a, V b) { return a + b; }
inline V sub(V a, V b) { return a - b; }
inline V mul(V a, V b) { return a * b; }
inline V div(V a, V b) { return a / b; }
inline V muladd(V a, V b, V c) { return a * b + c; }
inline V mulsub(V a, V b, V c) { return a * b - c; }
inline V submul(V a, V b, V c) { return c - a * b; }
inline V neg_of(V a) { return -a; }
inline V abs_of(V a) { return a < splat(0) ? -a : a + splat(0); }  // + 0 turns -0 into 0
// In the choices below NaN compares false everywhere and must come out as NaN.
inline V sign_of(V a) { return a > splat(0) ? splat(1) : a < splat(0) ? splat(-1) : a; }
inline V abs_slope_of(V a) { return a > splat(0) ? splat(1) : a < splat(0) ? splat(-1) : a / (a - a); }
inline V relu_slope_of(V a) { return a > splat(0) ? splat(1) : a < splat(0) ? splat(0) : a / (a - a); }
inline V gap_of(V a) { return a > splat(0) ? splat(0) : a < splat(0) ? splat(0) : a / (a - a); }
inline V min_of(V a, V b) { return a < b ? a : b < a ? b : a == b ? a : a + b; }
inline V max_of(V a, V b) { return a > b ? a : b > a ? b : a == b ? a : a + b; }

inline V floor_v(V a) { return floor_of(a); }
inline V ceil_v(V a) { return ceil_of(a); }
inline V sqrt_v(V a) { return sqrt_of(a); }
#define EIGENSCAPE_SLEEF(name) \
    inline V name##_of(V a) { return SLEEF(name)(a); }
#define EIGENSCAPE_SLEEF_LOG(name) \
    inline V name##_of(V a) { return SLEEF_LOG(name)(a); }
EIGENSCAPE_SLEEF(sin)
EIGENSCAPE_SLEEF(cos)
EIGENSCAPE_SLEEF(tan)
EIGENSCAPE_SLEEF(asin)
EIGENSCAPE_SLEEF(acos)
EIGENSCAPE_SLEEF(atan)
EIGENSCAPE_SLEEF(sinh)
EIGENSCAPE_SLEEF(cosh)
EIGENSCAPE_SLEEF(tanh)
EIGENSCAPE_SLEEF(exp)
EIGENSCAPE_SLEEF_LOG(log)
EIGENSCAPE_SLEEF_LOG(log10)
EIGENSCAPE_SLEEF_LOG(log2)
EIGENSCAPE_SLEEF_LOG(log1p)
EIGENSCAPE_SLEEF(cbrt)
#undef EIGENSCAPE_SLEEF
#undef EIGENSCAPE_SLEEF_LOG
inline V pow_of(V a, V b) { return SLEEF_LOG(pow)(a, b); }
inline V atan2_of(V a, V b) { return SLEEF(atan2)(a, b); }

template <V (*f)(V, V, V)>
constexpr void fill_ternary(KernelTable& table, Step first) {
    const auto at = static_cast<std::size_t>(first);
    table.kernels[at] = ternary<f, true, true>;
    table.kernels[at + 1] = ternary<f, true, false>;
    table.kernels[at + 2] = ternary<f, false, true>;
    table.kernels[at + 3] = ternary<f, false, false>;
}

constexpr KernelTable make_table(const char* instructions) {
    KernelTable t{instructions, {}};
    const auto set = [&t](Step step, Kernel kernel) { t.kernels[static_cast<std::size_t>(step)] = kernel; };
    set(Step::splat, splat_all);
    set(Step::add_vv, binary<add>);
    set(Step::add_vs, binary_vs<add>);
    set(Step::sub_vv, binary<sub>);
    set(Step::sub_vs, binary_vs<sub>);
    set(Step::sub_sv, binary_sv<sub>);
    set(Step::mul_vv, binary<mul>);
    set(Step::mul_vs, binary_vs<mul>);
    set(Step::div_vv, binary<div>);
    set(Step::div_vs, binary_vs<div>);
    set(Step::div_sv, binary_sv<div>);
    fill_ternary<muladd>(t, Step::muladd_vvv);
    fill_ternary<mulsub>(t, Step::mulsub_vvv);
    fill_ternary<submul>(t, Step::submul_vvv);
    set(Step::neg, unary<neg_of>);
    set(Step::abs, unary<abs_of>);
    set(Step::sign, unary<sign_of>);
    set(Step::floor, unary<floor_v>);
    set(Step::ceil, unary<ceil_v>);
    set(Step::sqrt, unary<sqrt_v>);
    set(Step::abs_slope, unary<abs_slope_of>);
    set(Step::relu_slope, unary<relu_slope_of>);
    set(Step::gap, unary<gap_of>);
    set(Step::min, binary<min_of>);
    set(Step::max, binary<max_of>);
    set(Step::mod, mod_all);
    set(Step::sin, unary<sin_of>);
    set(Step::cos, unary<cos_of>);
    set(Step::tan, unary<tan_of>);
    set(Step::asin, unary<asin_of>);
    set(Step::acos, unary<acos_of>);
    set(Step::atan, unary<atan_of>);
    set(Step::sinh, unary<sinh_of>);
    set(Step::cosh, unary<cosh_of>);
    set(Step::tanh, unary<tanh_of>);
    set(Step::exp, unary<exp_of>);
    set(Step::ln, unary<log_of>);
    set(Step::log10, unary<log10_of>);
    set(Step::log2, unary<log2_of>);
    set(Step::log1p, unary<log1p_of>);
    set(Step::cbrt, unary<cbrt_of>);
    set(Step::pow, binary<pow_of>);
    set(Step::atan2, binary<atan2_of>);
    return t;
}
