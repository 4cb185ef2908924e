// What a program computes, before it is cut into steps: each value once, however many outputs need it.
// Values follow the ones they are made of. `compile` turns a choice of them into bytecode.
#pragma once

#include "core/calculus/bytecode.h"
#include "core/calculus/graph.h"

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace eigenscape {

using ValueId = std::uint32_t;

struct Value {
    enum Kind : std::uint8_t { constant, input, computed } kind = constant;
    Step step = Step::splat;  // of a step: always the form on arrays, add_vv for a sum of two
    std::uint8_t operands = 0;
    ValueId a = 0, b = 0;
    double number = 0;          // of a constant
    std::uint32_t which = 0;    // of an input
    std::uint64_t depends = 0;  // one bit for each input (the last bit for all from the 64th on)
};

class Values {
  public:
    ValueId add(const Graph& graph);  // the value of the graph's root
    const Value& operator[](ValueId i) const { return values_[i]; }
    std::size_t size() const { return values_.size(); }

  private:
    ValueId number(double x);
    ValueId input(std::uint32_t which);
    ValueId step(Step step, ValueId a, std::optional<ValueId> b = {});
    ValueId intern(const Value& value);
    ValueId of_vertex(const Graph& graph, Index i, const std::vector<ValueId>& ids);
    ValueId of_sum(const Graph& graph, Index i, const std::vector<ValueId>& ids);
    ValueId of_product(const Graph& graph, Index i, const std::vector<ValueId>& ids);
    ValueId of_power(ValueId base, ValueId exponent);
    ValueId of_function(Op op, std::span<const ValueId> args);

    std::vector<Value> values_;
    std::unordered_multimap<std::size_t, ValueId> known_;
};

// Where the bytecode finds a value that it need not compute: input array `index`, or the caller's scalar `index`.
struct Given {
    enum Kind { array, uniform } kind;
    std::uint32_t index;
};

Bytecode compile(const Values& values, std::span<const ValueId> outputs, std::uint32_t inputs,
                 const std::function<std::optional<Given>(ValueId)>& given);

}  // namespace eigenscape
