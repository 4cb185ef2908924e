// The interpreter. A block that is not a multiple of the vector width is run on padded copies,
// so that a sample goes through the same kernel wherever it stands.
#include "core/calculus/bytecode.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace eigenscape {

Scalars scalars_of(Step step) {
    switch (step) {
        case Step::splat: case Step::sub_sv: case Step::div_sv: return {true, false, false};
        case Step::add_vs: case Step::sub_vs: case Step::mul_vs: case Step::div_vs: return {false, true, false};
        case Step::muladd_vvs: case Step::mulsub_vvs: case Step::submul_vvs: return {false, false, true};
        case Step::muladd_vsv: case Step::mulsub_vsv: case Step::submul_vsv: return {false, true, false};
        case Step::muladd_vss: case Step::mulsub_vss: case Step::submul_vss: return {false, true, true};
        default: return {};
    }
}

namespace {

// Memory for a run: on the stack when it is small, as it is for single points.
class Scratch {
public:
    explicit Scratch(std::size_t doubles) {
        if (doubles > small_.size()) large_ = std::make_unique_for_overwrite<double[]>(doubles);
        next_ = large_ ? large_.get() : small_.data();
    }
    double* take(std::size_t doubles) { return std::exchange(next_, next_ + doubles); }

private:
    alignas(64) std::array<double, 2048> small_;
    std::unique_ptr<double[]> large_;
    double* next_;
};

void run_block(const Bytecode& code, const double* const* slots, double* const* writable, const double* scalars, std::size_t n) {
    const KernelTable& table = fastest_kernels();
    for (const Instruction& i : code.instructions) {
        const Scalars s = scalars_of(i.step);
        table.kernels[static_cast<std::size_t>(i.step)](writable[i.out], s.a ? scalars + i.a : slots[i.a],
                                                        s.b ? scalars + i.b : slots[i.b], s.c ? scalars + i.c : slots[i.c], n);
    }
}

}  // namespace

void execute(const Bytecode& code, std::span<const double* const> inputs, std::span<const double> uniforms, std::size_t count,
             std::span<double* const> outputs) {
    const auto padded = [](std::size_t n) { return (n + kernel_width - 1) / kernel_width * kernel_width; };
    const std::size_t stride = std::min(block_size, padded(count)), ports = code.inputs + code.outputs;
    const std::size_t slot_count = ports + code.registers, scalar_count = code.constants.size() + uniforms.size();
    Scratch scratch(slot_count * stride + scalar_count);
    double* const scalars = scratch.take(scalar_count);
    std::ranges::copy(uniforms, std::ranges::copy(code.constants, scalars).out);
    std::vector<double*> writable(slot_count);
    for (double*& slot : writable) slot = scratch.take(stride);
    std::vector<const double*> slots(writable.begin(), writable.end());
    const std::vector<double*> padding(writable.begin(), writable.begin() + static_cast<std::ptrdiff_t>(ports));
    for (std::size_t start = 0; start < count; start += block_size) {
        const std::size_t n = std::min(block_size, count - start);
        const bool whole = n % kernel_width == 0;
        for (std::size_t k = 0; k < code.inputs; ++k) {
            slots[k] = inputs[k] + start;
            if (whole) continue;
            std::copy_n(inputs[k] + start, n, padding[k]);
            std::fill_n(padding[k] + n, padded(n) - n, padding[k][n - 1]);
            slots[k] = padding[k];
        }
        for (std::size_t k = 0; k < code.outputs; ++k)
            slots[code.inputs + k] = writable[code.inputs + k] = whole ? outputs[k] + start : padding[code.inputs + k];
        run_block(code, slots.data(), writable.data(), scalars, padded(n));
        for (std::size_t k = 0; k < code.outputs && !whole; ++k) std::copy_n(padding[code.inputs + k], n, outputs[k] + start);
    }
}

}  // namespace eigenscape
