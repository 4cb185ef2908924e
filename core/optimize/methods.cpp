// One step of each optimiser, in the order of operations that the table of methods.h writes down.
// The truth files replay these to 1e-9; keep the order when editing.
#include "core/optimize/methods.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {

namespace {

constexpr Settings with(double rate, double eps = 1e-8) {
    Settings settings;
    settings.rate = rate;
    settings.eps = eps;
    return settings;
}

constexpr std::array<MethodInfo, 8> method_table{{
    {Method::gradient_descent, "gd", "Gradient descent", R"(\theta \leftarrow \theta - \eta g)",
     "Walks straight downhill, a step as long as the slope is steep.", "rate", with(1e-3)},
    {Method::momentum, "momentum", "Momentum", R"(b \leftarrow \mu b + g,\quad \theta \leftarrow \theta - \eta b)",
     "Remembers its velocity: steps that agree add up, steps that disagree cancel.", "rate momentum", with(1e-3)},
    {Method::nesterov, "nesterov", "Nesterov",
     R"(b \leftarrow \mu b + g,\quad \theta \leftarrow \theta - \eta (g + \mu b))",
     "Momentum that looks ahead to where its velocity is taking it.", "rate momentum", with(1e-3)},
    {Method::adagrad, "adagrad", "AdaGrad",
     R"(s \leftarrow s + g^2,\quad \theta \leftarrow \theta - \eta \frac{g}{\sqrt{s} + \epsilon})",
     "Divides each coordinate by all the slope it has seen, so its steps only ever shrink.", "rate eps",
     with(1e-2, 1e-10)},
    {Method::rmsprop, "rmsprop", "RMSProp",
     R"(v \leftarrow \alpha v + (1-\alpha) g^2,\quad \theta \leftarrow \theta - \eta \frac{g}{\sqrt{v} + \epsilon})",
     "Divides each coordinate by its recent slope, so steep and flat directions move alike.", "rate alpha eps",
     with(1e-2)},
    {Method::adam, "adam", "Adam",
     R"(\theta \leftarrow \theta - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon},\quad \hat m = \frac{m}{1-\beta_1^t},\ \hat v = \frac{v}{1-\beta_2^t})",
     "Momentum divided by the recent slope, both corrected for having started at zero.", "rate beta1 beta2 eps",
     with(1e-3)},
    {Method::adamw, "adamw", "AdamW",
     R"(\theta \leftarrow (1 - \eta\lambda)\theta - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon})",
     "Adam that also pulls the point towards the origin by a fixed share each step.",
     "rate beta1 beta2 eps weight_decay", with(1e-3)},
    {Method::newton, "newton", "Newton", R"(\theta \leftarrow \theta - (H + \lambda I)^{-1} g)",
     "Jumps to where the local paraboloid is level, be it a minimum, a saddle or a maximum.", "damping", with(1)},
}};

// (H + λI) d = g by elimination with pivoting; empty when the smaller pivot is lost in rounding. Scaled first, so
// that neither 1e300 nor 1e-200 overflows a determinant.
std::optional<Vec2> newton_direction(const Mat2& hessian, const Vec2& gradient, double damping) {
    const Mat2 matrix = hessian + damping * Mat2::Identity();
    const double scale = matrix.cwiseAbs().maxCoeff();
    if (!(scale > 0) || !std::isfinite(scale)) return std::nullopt;
    double a = matrix(0, 0) / scale, b = matrix(0, 1) / scale, c = matrix(1, 0) / scale, d = matrix(1, 1) / scale;
    double g = gradient.x() / scale, h = gradient.y() / scale;
    if (std::abs(c) > std::abs(a)) std::swap(a, c), std::swap(b, d), std::swap(g, h);
    if (a == 0) return std::nullopt;
    const double factor = c / a, pivot = d - factor * b;
    const double rounding = 4 * std::numeric_limits<double>::epsilon() * (std::abs(d) + std::abs(factor * b));
    if (!(std::abs(pivot) > rounding)) return std::nullopt;
    const double y = (h - factor * g) / pivot;
    return Vec2((g - b * y) / a, y);
}

Vec2 scaled_by_root(const Vec2& v, const Vec2& square, double eps) { return v.array() / (square.array().sqrt() + eps); }

void remember_velocity(const Settings& settings, OptimizerState& state, Anatomy& anatomy) {
    state.velocity = settings.momentum * state.velocity + anatomy.gradient;  // b₀ = 0 makes b₁ = g₁
    anatomy.velocity = state.velocity;
}

void adam_step(const Settings& s, OptimizerState& state, Anatomy& anatomy) {
    const Vec2 square = anatomy.gradient.array().square();
    state.velocity = s.beta1 * state.velocity + (1 - s.beta1) * anatomy.gradient;
    state.second_moment = s.beta2 * state.second_moment + (1 - s.beta2) * square;
    anatomy.velocity = state.velocity;
    anatomy.second_moment = state.second_moment;
    anatomy.corrected_velocity = state.velocity / (1 - std::pow(s.beta1, state.steps));
    anatomy.corrected_second = state.second_moment / (1 - std::pow(s.beta2, state.steps));
    anatomy.step = -s.rate * scaled_by_root(anatomy.corrected_velocity, anatomy.corrected_second, s.eps);
}

void adaptive_step(const Settings& s, const Vec2& second_moment, OptimizerState& state, Anatomy& anatomy) {
    state.second_moment = anatomy.second_moment = second_moment;
    anatomy.step = -s.rate * scaled_by_root(anatomy.gradient, second_moment, s.eps);
}

}  // namespace

std::span<const MethodInfo> methods() { return method_table; }

const MethodInfo& info(Method method) { return method_table[static_cast<std::size_t>(method)]; }

std::optional<Method> find_method(std::string_view name) {
    const auto found = std::ranges::find(method_table, name, &MethodInfo::name);
    return found == method_table.end() ? std::nullopt : std::optional(found->method);
}

std::optional<Anatomy> take_step(Method method, const Settings& s, const Vec2& gradient, const Mat2& hessian,
                                 OptimizerState& state, Vec2& point) {
    Anatomy anatomy;
    anatomy.gradient = gradient;
    const Vec2 square = gradient.array().square();
    ++state.steps;
    switch (method) {
        case Method::gradient_descent: anatomy.step = -s.rate * gradient; break;
        case Method::momentum:
            remember_velocity(s, state, anatomy);
            anatomy.step = -s.rate * state.velocity;
            break;
        case Method::nesterov:
            remember_velocity(s, state, anatomy);
            anatomy.step = -s.rate * (gradient + s.momentum * state.velocity);
            break;
        case Method::adagrad: adaptive_step(s, state.second_moment + square, state, anatomy); break;
        case Method::rmsprop:
            adaptive_step(s, s.alpha * state.second_moment + (1 - s.alpha) * square, state, anatomy);
            break;
        case Method::adam: adam_step(s, state, anatomy); break;
        case Method::adamw: {
            const Vec2 decayed = point * (1 - s.rate * s.weight_decay);
            adam_step(s, state, anatomy);
            anatomy.decay = decayed - point;
            point = decayed + anatomy.step;
            anatomy.step += anatomy.decay;
            return anatomy;
        }
        case Method::newton: {
            const auto direction = newton_direction(hessian, gradient, s.damping);
            if (!direction) return --state.steps, std::nullopt;
            anatomy.step = -*direction;
            break;
        }
    }
    point += anatomy.step;
    return anatomy;
}

}  // namespace eigenscape
