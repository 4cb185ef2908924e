// The optimisers, each as one formula for one step; PyTorch's formulas and defaults, plus Newton with damping.
// Read the table `methods()` for names and words; call `take_step` with the state that it updates.
#pragma once

#include "core/types.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

enum class Method { gradient_descent, momentum, nesterov, adagrad, rmsprop, adam, adamw, newton };

// Every number an optimiser may need; a method reads only its own (see `MethodInfo::uses`).
struct Settings {
    double rate = 1e-3;
    double momentum = 0.9;              // μ of momentum and Nesterov
    double alpha = 0.99;                // memory of RMSProp
    double beta1 = 0.9, beta2 = 0.999;  // memories of Adam and AdamW
    double eps = 1e-8;                  // keeps a division by a vanishing gradient finite
    double weight_decay = 0.01;         // AdamW
    double damping = 0;                 // Newton: (H + damping·I)⁻¹ g; 0 takes the full step
    bool operator==(const Settings&) const = default;
};

// What the table says of a method. In the formulas g is the gradient at θ, η the rate, all powers entry by entry.
//   gradient_descent  θ ← θ − η g                                                         torch.optim.SGD
//   momentum          b ← μ b + g (b = g at first), θ ← θ − η b                           SGD(momentum=μ, dampening=0)
//   nesterov          b as for momentum, θ ← θ − η (g + μ b)                              SGD(nesterov=True)
//   adagrad           s ← s + g², θ ← θ − η g/(√s + ε), ε = 1e-10                         Adagrad(lr_decay=0)
//   rmsprop           v ← α v + (1−α) g², θ ← θ − η g/(√v + ε)                            RMSprop(centered=False)
//   adam              m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂) g²,
//                     θ ← θ − η (m/(1−β₁ᵗ)) / (√(v/(1−β₂ᵗ)) + ε)                          Adam
//   adamw             θ ← (1 − η λ) θ first, then Adam's step                             AdamW
//   newton            θ ← θ − (H + λ I)⁻¹ g, no rate, no line search
struct MethodInfo {
    Method method;
    std::string_view name;   // as typed: "adam"
    std::string_view title;  // as shown: "Adam"
    std::string_view tex;    // the step as a formula
    std::string_view words;  // what it does, one sentence
    std::string_view uses;   // the settings it reads, separated by spaces
    Settings defaults;       // PyTorch's; the momentum of 0.9 is the customary choice where PyTorch's default is none
};

std::span<const MethodInfo> methods();
const MethodInfo& info(Method method);
std::optional<Method> find_method(std::string_view name);

// One step taken apart, for drawing what the method remembers and how it turns the gradient.
struct Anatomy {
    Vec2 gradient{0, 0};
    Vec2 velocity{0, 0};            // b (momentum, Nesterov) or m (Adam, AdamW) after this step; else zero
    Vec2 second_moment{0, 0};       // s (AdaGrad) or v (RMSProp, Adam, AdamW) after this step; else zero
    Vec2 corrected_velocity{0, 0};  // m/(1 − β₁ᵗ): Adam and AdamW only
    Vec2 corrected_second{0, 0};    // v/(1 − β₂ᵗ): Adam and AdamW only
    Vec2 decay{0, 0};               // −η λ θ: AdamW only
    Vec2 step{0, 0};                // new point − old point
};

// What a method remembers between steps.
struct OptimizerState {
    Vec2 velocity{0, 0}, second_moment{0, 0};
    int steps = 0;
};

// One step from `point`; `hessian` is read by Newton only. Empty when Newton's matrix cannot be divided by; then the
// state is as before. `point` moves by the step.
std::optional<Anatomy> take_step(Method method, const Settings& settings, const Vec2& gradient, const Mat2& hessian,
                                 OptimizerState& state, Vec2& point);

}  // namespace eigenscape
