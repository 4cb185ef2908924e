// The loops of layer_kernels.h, written once for vectors of `width` doubles; layer_kernels_*.cpp say how many and
// include this. Numbers of units are template arguments, so that a layer's inputs stay in registers. Nothing here may
// come from an inline function of a header: it would be compiled for an instruction set others lack.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi"  // about calls with vectors: all of those below are inlined

typedef double V __attribute__((vector_size(8 * width)));
typedef double VMemory __attribute__((vector_size(8 * width), aligned(8), may_alias));
constexpr int rows_at_once = width == lanes ? 2 : 1;  // of weights, so that their sums stay in registers

#define EIGENSCAPE_INLINE inline __attribute__((always_inline))
EIGENSCAPE_INLINE V load(const double* p) { return *reinterpret_cast<const VMemory*>(p); }
EIGENSCAPE_INLINE void store(double* p, V v) { *reinterpret_cast<VMemory*>(p) = v; }

template <int in>
void forward_of(const double* W, const double* b, const double* x, double* z, int out, int blocks) {
    for (int at = 0; at < blocks * lanes; at += width) {
        V inputs[in];
        for (int i = 0; i < in; ++i) inputs[i] = load(x + i * chunk + at);
        for (int j = 0; j < out; ++j) {
            // cppcheck-suppress uninitvar  // in is at least 1
            V sum = inputs[0] * W[j * in] + b[j];
            for (int i = 1; i < in; ++i) sum += inputs[i] * W[j * in + i];
            store(z + j * chunk + at, sum);
        }
    }
}

template <int out>
void backward_of(const double* W, const double* dz, double* dx, int in, int blocks) {
    for (int at = 0; at < blocks * lanes; at += width) {
        V slopes[out];
        for (int j = 0; j < out; ++j) slopes[j] = load(dz + j * chunk + at);
        for (int i = 0; i < in; ++i) {
            // cppcheck-suppress uninitvar  // out is at least 1
            V sum = slopes[0] * W[i];
            for (int j = 1; j < out; ++j) sum += slopes[j] * W[j * in + i];
            store(dx + i * chunk + at, sum);
        }
    }
}

// The sums of some rows of weights in `width` of the eight lanes.
template <int in, int rows>
EIGENSCAPE_INLINE void gather_rows(const double* dz, const double* x, double* weights, double* biases, int blocks) {
    V sums[rows][in] = {}, bias[rows] = {};
    for (int at = 0; at < blocks * lanes; at += lanes) {
        V d[rows];
        for (int r = 0; r < rows; ++r) bias[r] += d[r] = load(dz + r * chunk + at);
#pragma GCC unroll 8
        for (int i = 0; i < in; ++i) {
            const V input = load(x + i * chunk + at);
            for (int r = 0; r < rows; ++r) sums[r][i] += d[r] * input;
        }
    }
    for (int r = 0; r < rows; ++r) {
        for (int i = 0; i < in; ++i) {
            double* const sum = weights + (r * in + i) * lanes;
            store(sum, load(sum) + sums[r][i]);
        }
        store(biases + r * lanes, load(biases + r * lanes) + bias[r]);
    }
}

template <int in, int rows>
EIGENSCAPE_INLINE void gather_all_lanes(const double* dz, const double* x, double* weights, double* biases,
                                        int blocks) {
    for (int lane = 0; lane < lanes; lane += width)
        gather_rows<in, rows>(dz + lane, x + lane, weights + lane, biases + lane, blocks);
}

template <int in>
void gather_of(const double* dz, const double* x, double* gradient, int out, int blocks) {
    double *weights = gradient, *biases = gradient + out * in * lanes;
    int left = out;
    for (; left >= rows_at_once; left -= rows_at_once) {
        gather_all_lanes<in, rows_at_once>(dz, x, weights, biases, blocks);
        dz += rows_at_once * chunk, weights += rows_at_once * in * lanes, biases += rows_at_once * lanes;
    }
    for (; left > 0; --left, dz += chunk, weights += in * lanes, biases += lanes)
        gather_all_lanes<in, 1>(dz, x, weights, biases, blocks);
}

#define EIGENSCAPE_BY_UNITS(units, call) \
    switch (units) {                     \
        case 1:                          \
            return call<1>;              \
        case 2:                          \
            return call<2>;              \
        case 3:                          \
            return call<3>;              \
        case 4:                          \
            return call<4>;              \
        case 5:                          \
            return call<5>;              \
        case 6:                          \
            return call<6>;              \
        case 7:                          \
            return call<7>;              \
        default:                         \
            return call<8>;              \
    }
using Forward = void (*)(const double*, const double*, const double*, double*, int, int);
using Backward = void (*)(const double*, const double*, double*, int, int);
using Gather = void (*)(const double*, const double*, double*, int, int);
inline Forward forward_with(int in) { EIGENSCAPE_BY_UNITS(in, forward_of) }
inline Backward backward_with(int out) { EIGENSCAPE_BY_UNITS(out, backward_of) }
inline Gather gather_with(int in) { EIGENSCAPE_BY_UNITS(in, gather_of) }
#undef EIGENSCAPE_BY_UNITS

void forward_any(const double* W, const double* b, const double* x, double* z, int in, int out, int blocks) {
    forward_with(in)(W, b, x, z, out, blocks);
}
void backward_any(const double* W, const double* dz, double* dx, int in, int out, int blocks) {
    backward_with(out)(W, dz, dx, in, blocks);
}
void gather_any(const double* dz, const double* x, double* gradient, int in, int out, int blocks) {
    gather_with(in)(dz, x, gradient, out, blocks);
}

void slopes_any(Activation activation, const double* a, double* d, int count) {
    const V zero = {}, one = zero + 1.0, leak = zero + 0.01;
    switch (activation) {
        case Activation::linear:
            return;
        case Activation::tanh:
            for (int k = 0; k < count; k += width) store(d + k, load(d + k) * (one - load(a + k) * load(a + k)));
            return;
        case Activation::relu:
            for (int k = 0; k < count; k += width) store(d + k, load(a + k) > zero ? load(d + k) : zero);
            return;
        case Activation::leaky_relu:
            for (int k = 0; k < count; k += width) store(d + k, load(d + k) * (load(a + k) > zero ? one : leak));
            return;
        case Activation::sigmoid:
            for (int k = 0; k < count; k += width) store(d + k, load(d + k) * (load(a + k) * (one - load(a + k))));
            return;
    }
}

void fading_any(const double* x, double times, double* e, int count) {
    const V zero = {};
    for (int k = 0; k < count; k += width) {
        const V at = load(x + k) * times;
        store(e + k, at < zero ? at : -at);
    }
}

// tanh x = (1 - e)/(1 + e) for e = exp(-2|x|); below 1/2, where that would cancel, Lambert's continued fraction to the
// 15 (error 2e-19) as one quotient. Within 3 ulp.
void tanh_any(const double* e, double* x, int count) {
    const V zero = {}, one = zero + 1.0, half = zero + 0.5;
    for (int k = 0; k < count; k += width) {
        const V at = load(x + k), size = at < zero ? -at : at, s = at * at, decay = load(e + k);
        const V above = size * (2027025.0 + s * (270270.0 + s * (6930.0 + s * 36.0)));
        const V below = 2027025.0 + s * (945945.0 + s * (51975.0 + s * (630.0 + s)));
        const V result = (size < half ? above : one - decay) / (size < half ? below : one + decay);
        store(x + k, at < zero ? -result : result);
    }
}

// 1/(1 + exp(-x)) from e = exp(-|x|), so that nothing overflows.
void sigmoid_any(const double* e, double* x, int count) {
    const V zero = {}, one = zero + 1.0;
    for (int k = 0; k < count; k += width) {
        const V decay = load(e + k);
        store(x + k, (load(x + k) < zero ? decay : one) / (one + decay));
    }
}
#undef EIGENSCAPE_INLINE
#pragma GCC diagnostic pop
