// From values to steps: picks what the outputs need, joins a product with the sum it goes into, and gives each
// value a register for as long as it is needed. A register is reused at once, while its block is still in cache.
#include "core/calculus/program_values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

Step offset(Step first, int by) { return static_cast<Step>(static_cast<int>(first) + by); }

class Compiler {
  public:
    Compiler(const Values& values, std::span<const ValueId> outputs, std::uint32_t inputs,
             const std::function<std::optional<Given>(ValueId)>& given)
        : values_(values), outputs_(outputs), given_(given) {
        code_.inputs = inputs;
        code_.outputs = static_cast<std::uint32_t>(outputs.size());
    }

    Bytecode run() {
        find_needed();
        find_fused();
        plan();
        assign_registers();
        fill_outputs();
        for (const Use& use : uniform_uses_) *use.operand(code_) += static_cast<std::uint32_t>(code_.constants.size());
        return std::move(code_);
    }

  private:
    static constexpr std::uint32_t nowhere = ~0u;

    // A step on values, before they have slots.
    struct Planned {
        ValueId value;
        Step step;
        std::array<ValueId, 3> operands;
        int count;
    };
    struct Use {
        std::size_t instruction;
        int which;
        std::uint32_t* operand(Bytecode& code) const {
            Instruction& i = code.instructions[instruction];
            return which == 0 ? &i.a : which == 1 ? &i.b : &i.c;
        }
    };

    bool is_computed(ValueId i) const { return values_[i].kind == Value::computed && !places_[i]; }
    bool is_scalar(ValueId i) const {
        return values_[i].kind == Value::constant || (places_[i] && places_[i]->kind == Given::uniform);
    }

    void find_needed() {
        places_.resize(values_.size());
        for (ValueId i = 0; i < values_.size(); ++i) places_[i] = given_(i);
        uses_.assign(values_.size(), 0);
        for (const ValueId o : outputs_) uses_[o] += 2;  // an output is never only a part of another step
        for (auto i = static_cast<ValueId>(values_.size()); i-- > 0;) {
            if (uses_[i] == 0 || !is_computed(i)) continue;
            ++uses_[values_[i].a];
            if (values_[i].operands == 2) ++uses_[values_[i].b];
        }
    }

    bool is_product_used_once(ValueId i) const {
        return is_computed(i) && values_[i].step == Step::mul_vv && uses_[i] == 1 && !fused_[i];
    }

    // Marks products that become part of the sum or difference that alone needs them.
    void find_fused() {
        fused_.assign(values_.size(), false);
        part_.assign(values_.size(), nowhere);
        for (ValueId i = 0; i < values_.size(); ++i) {
            if (uses_[i] == 0 || !is_computed(i)) continue;
            const Value& v = values_[i];
            if (v.step != Step::add_vv && v.step != Step::sub_vv) continue;
            const ValueId product = is_product_used_once(v.b) ? v.b : is_product_used_once(v.a) ? v.a : nowhere;
            if (product == nowhere || v.a == v.b) continue;
            fused_[product] = true;
            part_[i] = product;
        }
    }

    void plan() {
        for (ValueId i = 0; i < values_.size(); ++i) {
            if (uses_[i] == 0 || !is_computed(i) || fused_[i]) continue;
            planned_.push_back(part_[i] == nowhere ? plan_plain(i) : plan_fused(i));
        }
    }

    Planned plan_plain(ValueId i) const {
        const Value& v = values_[i];
        if (v.operands == 1) return {i, v.step, {v.a, 0, 0}, 1};
        const bool sa = is_scalar(v.a), sb = is_scalar(v.b);
        switch (v.step) {
            case Step::add_vv:
                return sa ? Planned{i, Step::add_vs, {v.b, v.a, 0}, 2}
                          : Planned{i, sb ? Step::add_vs : v.step, {v.a, v.b, 0}, 2};
            case Step::mul_vv:
                return sa ? Planned{i, Step::mul_vs, {v.b, v.a, 0}, 2}
                          : Planned{i, sb ? Step::mul_vs : v.step, {v.a, v.b, 0}, 2};
            case Step::sub_vv: return {i, sa ? Step::sub_sv : sb ? Step::sub_vs : v.step, {v.a, v.b, 0}, 2};
            case Step::div_vv: return {i, sa ? Step::div_sv : sb ? Step::div_vs : v.step, {v.a, v.b, 0}, 2};
            default: return {i, v.step, {v.a, v.b, 0}, 2};
        }
    }

    Planned plan_fused(ValueId i) const {
        const Value &v = values_[i], &product = values_[part_[i]];
        const ValueId other = v.a == part_[i] ? v.b : v.a;
        const Step first = v.step == Step::add_vv ? Step::muladd_vvv
                           : v.a == part_[i]      ? Step::mulsub_vvv
                                                  : Step::submul_vvv;
        ValueId a = product.a, b = product.b;
        if (is_scalar(a)) std::swap(a, b);
        return {i, offset(first, (is_scalar(b) ? 2 : 0) + (is_scalar(other) ? 1 : 0)), {a, b, other}, 3};
    }

    // ---- slots

    std::uint32_t constant(double x) {
        for (std::uint32_t k = 0; k < code_.constants.size(); ++k)
            if (code_.constants[k] == x && std::signbit(code_.constants[k]) == std::signbit(x)) return k;
        code_.constants.push_back(x);
        return static_cast<std::uint32_t>(code_.constants.size() - 1);
    }

    std::uint32_t fresh_register() {
        if (free_.empty()) return code_.inputs + code_.outputs + code_.registers++;
        const std::uint32_t slot = free_.back();
        free_.pop_back();
        return slot;
    }

    void set_scalar(int which, ValueId i) {
        Instruction& instruction = code_.instructions.back();
        std::uint32_t& operand = which == 0 ? instruction.a : which == 1 ? instruction.b : instruction.c;
        if (places_[i]) {
            code_.uniforms = std::max(code_.uniforms, places_[i]->index + 1);
            operand = places_[i]->index;  // moved behind the constants when their number is known
            uniform_uses_.push_back({code_.instructions.size() - 1, which});
        } else {
            operand = constant(values_[i].number);
        }
    }

    std::uint32_t slot_of(ValueId i) {
        if (slot_[i] != nowhere) return slot_[i];
        if (places_[i]) return slot_[i] = places_[i]->index;
        return nowhere;
    }

    void assign_registers() {
        slot_.assign(values_.size(), nowhere);
        std::vector<std::size_t> last(values_.size(), 0);
        for (std::size_t k = 0; k < planned_.size(); ++k)
            for (int n = 0; n < planned_[k].count; ++n) last[planned_[k].operands[static_cast<std::size_t>(n)]] = k;
        std::vector<std::uint32_t> output_of(values_.size(), nowhere);
        for (std::uint32_t o = code_.outputs; o-- > 0;) output_of[outputs_[o]] = o;
        for (std::size_t k = 0; k < planned_.size(); ++k) emit(planned_[k], k, last, output_of);
    }

    void emit(const Planned& p, std::size_t k, const std::vector<std::size_t>& last,
              const std::vector<std::uint32_t>& output_of) {
        const Scalars scalars = scalars_of(p.step);
        const bool wants_scalar[3] = {scalars.a, scalars.b, scalars.c};
        std::array<std::uint32_t, 3> operands{};
        std::vector<std::uint32_t> released;
        for (int n = 0; n < p.count; ++n) {  // steps without a form for single numbers get them spread over a register
            const ValueId i = p.operands[static_cast<std::size_t>(n)];
            if (wants_scalar[n]) continue;
            if (is_scalar(i)) {
                const std::uint32_t slot = fresh_register();
                code_.instructions.push_back({.step = Step::splat, .out = slot});
                set_scalar(0, i);
                operands[static_cast<std::size_t>(n)] = slot;
                released.push_back(slot);
                continue;
            }
            operands[static_cast<std::size_t>(n)] = slot_of(i);
            if (is_computed(i) && last[i] == k && slot_[i] >= code_.inputs + code_.outputs) {
                released.push_back(slot_[i]);
            }
        }
        std::ranges::sort(released);
        released.erase(std::unique(released.begin(), released.end()), released.end());
        free_.insert(free_.end(), released.begin(), released.end());
        const std::uint32_t out = output_of[p.value] != nowhere ? code_.inputs + output_of[p.value] : fresh_register();
        slot_[p.value] = out;
        code_.instructions.push_back(
            {.step = p.step, .out = out, .a = operands[0], .b = operands[1], .c = operands[2]});
        for (int n = 0; n < p.count; ++n)
            if (wants_scalar[n]) set_scalar(n, p.operands[static_cast<std::size_t>(n)]);
    }

    // Outputs that are a number, an input, or the same as another output: no step wrote them yet.
    void fill_outputs() {
        for (std::uint32_t o = 0; o < code_.outputs; ++o) {
            const ValueId i = outputs_[o];
            const std::uint32_t out = code_.inputs + o;
            if (is_scalar(i)) {
                code_.instructions.push_back({.step = Step::splat, .out = out});
                set_scalar(0, i);
            } else if (slot_of(i) != out) {
                code_.instructions.push_back({.step = Step::mul_vs, .out = out, .a = slot_of(i), .b = constant(1)});
            }
        }
    }

    const Values& values_;
    std::span<const ValueId> outputs_;
    const std::function<std::optional<Given>(ValueId)>& given_;
    Bytecode code_;
    std::vector<std::optional<Given>> places_;
    std::vector<std::uint32_t> uses_, slot_, free_;
    std::vector<ValueId> part_;
    std::vector<bool> fused_;
    std::vector<Planned> planned_;
    std::vector<Use> uniform_uses_;
};

}  // namespace

Bytecode compile(const Values& values, std::span<const ValueId> outputs, std::uint32_t inputs,
                 const std::function<std::optional<Given>(ValueId)>& given) {
    return Compiler(values, outputs, inputs, given).run();
}

}  // namespace eigenscape
