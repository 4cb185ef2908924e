// A Program is bytecode whose inputs are the variables themselves.
// GridProgram (grid_program.h) is the other user of the same compiler.
#include "core/calculus/expression.h"
#include "core/calculus/program_values.h"

namespace eigenscape {

struct Program::Code {
    Bytecode bytecode;
};

Program::Program(std::span<const Expression> outputs) {
    Values values;
    std::vector<ValueId> wanted;
    std::size_t inputs = 0;
    for (const Expression& e : outputs) {
        wanted.push_back(values.add(e.graph()));
        inputs = std::max(inputs, e.variables().size());
    }
    const auto given = [&](ValueId i) -> std::optional<Given> {
        if (values[i].kind != Value::input) return {};
        return Given{Given::array, values[i].which};
    };
    code_ = std::make_shared<const Code>(Code{compile(values, wanted, static_cast<std::uint32_t>(inputs), given)});
}

void Program::run(std::span<const double* const> inputs, std::size_t count, std::span<double* const> outputs) const {
    Execution(code_->bytecode, count).run(inputs, count, outputs);
}

}  // namespace eigenscape
