// A compiled formula: steps over arrays, run in blocks small enough to stay in the nearest cache.
// `compile` makes it from values (program_values.h); an `Execution` runs it.
#pragma once

#include "core/calculus/kernels.h"
#include "core/calculus/samples.h"

#include <cstdint>
#include <span>
#include <vector>

namespace eigenscape {

inline constexpr std::size_t block_size = 512;  // samples; a register of one block is 4 KiB

// Which operands of a step are single numbers.
struct Scalars {
    bool a = false, b = false, c = false;
};
Scalars scalars_of(Step step);

// Array operands name a slot: inputs first, then outputs, then registers. Single numbers name a place among the
// scalars.
struct Instruction {
    Step step;
    std::uint32_t out = 0, a = 0, b = 0, c = 0;
    Scalars scalars = scalars_of(step);
};

struct Bytecode {
    std::vector<Instruction> instructions;
    std::vector<double> constants;  // the scalars that never change; those of the caller come after them
    std::uint32_t inputs = 0, outputs = 0, registers = 0, uniforms = 0;
};

// Runs bytecode; keeps its working memory from call to call. One thread at a time, the one that made it.
class Execution {
  public:
    // `longest` is the largest count that will be run.
    Execution(const Bytecode& code, std::size_t longest);
    ~Execution();
    Execution(const Execution&) = delete;
    Execution& operator=(const Execution&) = delete;

    // What the caller's scalars are now, in the order of their places.
    std::span<double> uniforms() { return {scalars_ + code_.constants.size(), code_.uniforms}; }
    // inputs[k] and outputs[k] hold `count` numbers and do not overlap.
    void run(std::span<const double* const> inputs, std::size_t count, std::span<double* const> outputs);

  private:
    void run_block(std::size_t n) const;
    double* own(std::size_t slot) const { return blocks_ + slot * stride_; }

    const Bytecode& code_;
    std::size_t stride_;  // doubles of one slot's own block
    Samples memory_;      // begins at a cache line, as do its blocks: a vector that straddles two lines costs double
    double *scalars_, *blocks_;
    std::vector<double*> slots_;  // where each slot's numbers are at the moment
};

}  // namespace eigenscape
