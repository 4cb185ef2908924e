// The interpreter. A block that is not a multiple of the vector width is run on padded copies,
// so that a sample goes through the same kernel wherever it stands.
#include "core/calculus/bytecode.h"

#include <algorithm>
#include <utility>

namespace eigenscape {

Scalars scalars_of(Step step) {
    switch (step) {
        case Step::splat:
        case Step::sub_sv:
        case Step::div_sv: return {true, false, false};
        case Step::add_vs:
        case Step::sub_vs:
        case Step::mul_vs:
        case Step::div_vs: return {false, true, false};
        case Step::muladd_vvs:
        case Step::mulsub_vvs:
        case Step::submul_vvs: return {false, false, true};
        case Step::muladd_vsv:
        case Step::mulsub_vsv:
        case Step::submul_vsv: return {false, true, false};
        case Step::muladd_vss:
        case Step::mulsub_vss:
        case Step::submul_vss: return {false, true, true};
        default: return {};
    }
}

namespace {

std::size_t padded(std::size_t n) { return (n + kernel_width - 1) / kernel_width * kernel_width; }

// The memory of this thread's last execution, for its next: a single value is soon computed, and asking for memory
// would take most of the time. Large memory is given back.
thread_local Samples spare_memory;
thread_local std::vector<double*> spare_slots;
constexpr std::size_t most_spare = 1 << 15;

}  // namespace

Execution::Execution(const Bytecode& code, std::size_t longest)
    : code_(code), stride_(std::min(block_size, padded(longest))) {
    const std::size_t slots = code.inputs + code.outputs + code.registers;
    const std::size_t scalars = padded(code.constants.size() + code.uniforms);
    memory_ = std::exchange(spare_memory, {});
    if (memory_.size() < scalars + slots * stride_) memory_ = Samples(scalars + slots * stride_);
    scalars_ = memory_.data();
    blocks_ = scalars_ + scalars;
    std::ranges::copy(code.constants, scalars_);
    slots_ = std::exchange(spare_slots, {});
    slots_.clear();
    for (std::size_t k = 0; k < slots; ++k) slots_.push_back(own(k));
}

Execution::~Execution() {
    if (memory_.size() > most_spare) return;
    spare_memory = std::move(memory_);
    spare_slots = std::move(slots_);
}

void Execution::run_block(std::size_t n) const {
    static const KernelTable& table = fastest_kernels();
    double* const* const slots = slots_.data();
    for (const Instruction& i : code_.instructions) {
        const Scalars s = i.scalars;
        table.kernels[static_cast<std::size_t>(i.step)](slots[i.out], s.a ? scalars_ + i.a : slots[i.a],
                                                        s.b ? scalars_ + i.b : slots[i.b],
                                                        s.c ? scalars_ + i.c : slots[i.c], n);
    }
}

void Execution::run(std::span<const double* const> inputs, std::size_t count, std::span<double* const> outputs) {
    for (std::size_t start = 0; start < count; start += stride_) {
        const std::size_t n = std::min(stride_, count - start);
        const bool whole = n % kernel_width == 0;
        for (std::size_t k = 0; k < code_.inputs; ++k) {
            slots_[k] = whole ? const_cast<double*>(inputs[k] + start) : own(k);  // no step writes to an input
            if (whole) continue;
            std::copy_n(inputs[k] + start, n, own(k));
            std::fill_n(own(k) + n, padded(n) - n, inputs[k][start + n - 1]);
        }
        for (std::size_t k = 0; k < code_.outputs; ++k)
            slots_[code_.inputs + k] = whole ? outputs[k] + start : own(code_.inputs + k);
        run_block(padded(n));
        for (std::size_t k = 0; k < code_.outputs && !whole; ++k)
            std::copy_n(own(code_.inputs + k), n, outputs[k] + start);
    }
}

}  // namespace eigenscape
