// Three pieces of bytecode from one set of values: columns (x alone), rows (y alone) and points (both).
// The points take the columns' results as arrays and the rows' results as single numbers.
#include "core/calculus/grid_program.h"

#include "core/calculus/program_values.h"
#include "core/parallel.h"

#include <algorithm>
#include <cstdint>

namespace eigenscape {

struct GridProgram::Stages {
    Bytecode columns, rows, points;
};

namespace {

constexpr std::size_t smallest_band = 8192;  // points: less is not worth handing to another thread
constexpr std::uint64_t x_alone = 1, y_alone = 2, both = 3;

// The values of one coordinate alone that the points need, and each one's place among them.
struct Passed {
    std::vector<ValueId> list;
    std::vector<std::uint32_t> place;

    void add(ValueId i) {
        if (place[i] != ~0u) return;
        place[i] = static_cast<std::uint32_t>(list.size());
        list.push_back(i);
    }
};

Bytecode compile_alone(const Values& values, const Passed& passed) {
    return compile(values, passed.list, 1, [&](ValueId i) -> std::optional<Given> {
        if (values[i].kind != Value::input) return {};
        return Given{Given::array, 0};
    });
}

// Runs bytecode of one input and returns its outputs one after another, `stride` apart.
Samples evaluate(const Bytecode& code, std::span<const double> input, std::size_t stride) {
    Samples result(stride * code.outputs);
    std::vector<double*> outputs;
    for (std::size_t k = 0; k < code.outputs; ++k) outputs.push_back(result.data() + k * stride);
    const double* const data = input.data();
    Execution(code, input.size()).run(std::span(&data, 1), input.size(), outputs);
    return result;
}

}  // namespace

GridProgram::GridProgram(std::span<const Expression> outputs) {
    Values values;
    std::vector<ValueId> wanted;
    for (const Expression& e : outputs) wanted.push_back(values.add(e.graph()));
    const std::vector<std::uint32_t> nowhere(values.size(), ~0u);
    Passed columns{{}, nowhere}, rows{{}, nowhere};
    const auto pass = [&](ValueId i) {
        if (values[i].depends == x_alone) columns.add(i);
        if (values[i].depends == y_alone) rows.add(i);
    };
    std::vector<bool> needed(values.size());
    for (const ValueId o : wanted) needed[o] = true;
    for (auto i = static_cast<ValueId>(values.size()); i-- > 0;) {
        if (!needed[i]) continue;
        pass(i);
        if (values[i].depends != both) continue;
        needed[values[i].a] = true;
        if (values[i].operands == 2) needed[values[i].b] = true;
    }
    const auto given = [&](ValueId i) -> std::optional<Given> {
        if (columns.place[i] != ~0u) return Given{Given::array, columns.place[i]};
        if (rows.place[i] != ~0u) return Given{Given::uniform, rows.place[i]};
        return {};
    };
    auto stages = std::make_shared<Stages>();
    stages->columns = compile_alone(values, columns);
    stages->rows = compile_alone(values, rows);
    stages->points = compile(values, wanted, static_cast<std::uint32_t>(columns.list.size()), given);
    stages_ = std::move(stages);
}

void GridProgram::run(std::span<const double> xs, std::span<const double> ys, std::span<double* const> outputs,
                      int threads) const {
    const Stages& stages = *stages_;
    const std::size_t stride =
        (xs.size() + kernel_width - 1) / kernel_width * kernel_width;  // keeps vectors within cache lines
    const Samples columns = evaluate(stages.columns, xs, stride);
    const Samples rows = evaluate(stages.rows, ys, ys.size());
    std::vector<const double*> inputs;
    for (std::size_t k = 0; k < stages.columns.outputs; ++k) inputs.push_back(columns.data() + k * stride);
    const std::size_t grain = std::max<std::size_t>(smallest_band / std::max<std::size_t>(xs.size(), 1), 1);
    in_parallel(ys.size(), grain, threads, [&](std::size_t first, std::size_t last) {
        Execution execution(stages.points, xs.size());
        std::vector<double*> out(outputs.size());
        for (std::size_t row = first; row < last; ++row) {
            const std::span<double> uniforms = execution.uniforms();
            for (std::size_t k = 0; k < uniforms.size(); ++k) uniforms[k] = rows[k * ys.size() + row];
            for (std::size_t o = 0; o < out.size(); ++o) out[o] = outputs[o] + row * xs.size();
            execution.run(inputs, xs.size(), out);
        }
    });
}

}  // namespace eigenscape
