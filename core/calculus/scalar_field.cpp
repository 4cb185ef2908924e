// f, its gradient and its Hessian are compiled together, so that what they share is computed once.
// A derivative counts only where f itself is finite: elsewhere it is NaN, whatever its formula would give.
#include "core/calculus/scalar_field.h"

#include "core/calculus/grid_program.h"
#include "core/calculus/parse.h"
#include "core/calculus/surfaces.h"
#include "core/memo.h"
#include "core/parallel.h"

#include <array>
#include <cmath>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace eigenscape {
namespace {

constexpr std::size_t remembered_fields = 32;

double coordinate(double lo, double hi, int i, int count) {
    return i == 0 ? lo : i == count - 1 ? hi : lo + (hi - lo) * (static_cast<double>(i) / (count - 1));
}

std::vector<double> coordinates(double lo, double hi, int count) {
    std::vector<double> list;
    for (int i = 0; i < count; ++i) list.push_back(coordinate(lo, hi, i, count));
    return list;
}

Grid empty_grid(const Box2& box, int columns, int rows) {
    return {box, columns, rows, Samples(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))};
}

double finite_or_undefined(double value) { return std::isfinite(value) ? value : undefined; }

}  // namespace

Vec2 Grid::point(int column, int row) const {
    return {coordinate(box.lo.x(), box.hi.x(), column, columns), coordinate(box.lo.y(), box.hi.y(), row, rows)};
}

// Programs are compiled when they are first asked for: a field that is only drawn never needs its Hessian.
struct ScalarField::Compiled {
    explicit Compiled(Expression e) : f(std::move(e)), fx(f.derivative(0)), fy(f.derivative(1)) {}

    template <class P>
    struct Lazy {
        std::once_flag once;
        std::optional<P> program;
    };
    Expression f, fx, fy;
    mutable Lazy<Program> value_, slope_, bend_;
    mutable Lazy<GridProgram> value_grid_, slope_grid_;

    template <class P>
    static const P& made(Lazy<P>& lazy, const std::function<std::vector<Expression>()>& outputs) {
        std::call_once(lazy.once, [&] { lazy.program.emplace(outputs()); });
        return *lazy.program;
    }
    std::vector<Expression> first_order() const { return {f, fx, fy}; }
    std::vector<Expression> second_order() const {
        return {f, fx, fy, fx.derivative(0), fx.derivative(1), fy.derivative(1)};
    }
    const Program& value() const {
        return made(value_, [this] { return std::vector{f}; });
    }
    const Program& slope() const {
        return made(slope_, [this] { return first_order(); });
    }
    const Program& bend() const {
        return made(bend_, [this] { return second_order(); });
    }
    const GridProgram& value_grid() const {
        return made(value_grid_, [this] { return std::vector{f}; });
    }
    const GridProgram& slope_grid() const {
        return made(slope_grid_, [this] { return first_order(); });
    }

    template <std::size_t n>
    static std::array<double, n> at(const Program& program, const Vec2& p) {
        std::array<double, n> results;
        std::array<double*, n> outputs;
        for (std::size_t k = 0; k < n; ++k) outputs[k] = &results[k];
        const double* const inputs[2] = {&p.x(), &p.y()};
        program.run(inputs, 1, outputs);
        return results;
    }
};

ScalarField::ScalarField(Expression expression) : compiled_(std::make_shared<const Compiled>(std::move(expression))) {}

const Expression& ScalarField::expression() const { return compiled_->f; }

double ScalarField::operator()(const Vec2& p) const { return Compiled::at<1>(compiled_->value(), p)[0]; }

Vec2 ScalarField::gradient(const Vec2& p) const {
    const auto [f, fx, fy] = Compiled::at<3>(compiled_->slope(), p);
    if (!std::isfinite(f)) return {undefined, undefined};
    return {finite_or_undefined(fx), finite_or_undefined(fy)};
}

Mat2 ScalarField::hessian(const Vec2& p) const {
    const auto [f, fx, fy, fxx, fxy, fyy] = Compiled::at<6>(compiled_->bend(), p);
    const bool smooth = std::isfinite(f) && std::isfinite(fx) && std::isfinite(fy);
    if (!smooth) return Mat2::Constant(undefined);
    return Mat2{{finite_or_undefined(fxx), finite_or_undefined(fxy)},
                {finite_or_undefined(fxy), finite_or_undefined(fyy)}};
}

Grid ScalarField::on_grid(const Box2& box, int columns, int rows, int threads) const {
    Grid grid = empty_grid(box, columns, rows);
    double* const output = grid.values.data();
    compiled_->value_grid().run(coordinates(box.lo.x(), box.hi.x(), columns), coordinates(box.lo.y(), box.hi.y(), rows),
                                std::span(&output, 1), threads);
    return grid;
}

ScalarField::WithGradient ScalarField::with_gradient_on_grid(const Box2& box, int columns, int rows,
                                                             int threads) const {
    WithGradient grids{empty_grid(box, columns, rows), empty_grid(box, columns, rows), empty_grid(box, columns, rows)};
    double* const outputs[3] = {grids.value.values.data(), grids.dx.values.data(), grids.dy.values.data()};
    compiled_->slope_grid().run(coordinates(box.lo.x(), box.hi.x(), columns), coordinates(box.lo.y(), box.hi.y(), rows),
                                outputs, threads);
    in_parallel(grids.value.values.size(), 32768, threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const bool defined = std::isfinite(outputs[0][i]);
            outputs[1][i] = defined ? finite_or_undefined(outputs[1][i]) : undefined;
            outputs[2][i] = defined ? finite_or_undefined(outputs[2][i]) : undefined;
        }
    });
    return grids;
}

// ---- from text

namespace {

// What the text stands for: the formula of a library surface, or itself; and the names it may use beside x and y.
struct Reading {
    std::string formula;
    std::map<std::string, double> constants;
};

Reading reading_of(const std::string& text, std::map<std::string, double> constants) {
    const std::size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
    const Surface* surface =
        first == std::string::npos ? nullptr : find_surface(std::string_view(text).substr(first, last - first + 1));
    if (!surface) return {text, std::move(constants)};
    constants.try_emplace("kappa", default_kappa);
    constants.try_emplace("phi", default_phi);
    return {surface->formula, std::move(constants)};
}

std::vector<std::string> names_of(const std::map<std::string, double>& constants) {
    std::vector<std::string> names{"x", "y"};
    for (const auto& [name, value] : constants) names.push_back(name);
    return names;
}

Parsed parse_reading(const Reading& reading) {
    std::vector<std::string_view> library;
    for (const Surface& surface : surfaces()) library.push_back(surface.name);
    return parse_formula(reading.formula, names_of(reading.constants), library);
}

std::optional<ScalarField> field_of(const Reading& reading) {
    Parsed parsed = parse_reading(reading);
    if (parsed.error) return {};
    Expression e(std::move(parsed.graph), names_of(reading.constants));
    std::size_t place = 2;
    for (const auto& [name, value] : reading.constants) e = e.with_constant(place++, value);
    return ScalarField(Expression(e.graph(), {"x", "y"}));
}

}  // namespace

std::shared_ptr<const ScalarField> scalar_field(const std::string& text,
                                                const std::map<std::string, double>& constants) {
    using Key = std::pair<std::string, std::map<std::string, double>>;
    static Memo<Key, std::optional<ScalarField>> memo(remembered_fields);
    const auto field = memo(Key{text, constants}, [&] { return field_of(reading_of(text, constants)); });
    return *field ? std::shared_ptr<const ScalarField>(field, &**field) : nullptr;
}

std::optional<ParseError> check_formula(const std::string& text, const std::vector<std::string>& constants) {
    std::map<std::string, double> values;
    for (const std::string& name : constants) values.emplace(name, 1);
    return parse_reading(reading_of(text, values)).error;
}

}  // namespace eigenscape
