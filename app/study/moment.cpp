// Names are followed step by step: first the parameter or fact, then an index or a part at a time; see moment.h.
// A step that leads nowhere makes the whole undefined, with the reason.
#include "app/study/moment.h"

#include "app/model/facts.h"
#include "viz/number_format.h"

#include <charconv>

namespace eigenscape {
namespace {

using Rows = std::vector<std::vector<double>>;

template <class M>
Rows rows_of(const M& matrix) {
    Rows rows(static_cast<std::size_t>(matrix.rows()));
    for (Eigen::Index r = 0; r < matrix.rows(); ++r)
        for (Eigen::Index c = 0; c < matrix.cols(); ++c) rows[static_cast<std::size_t>(r)].push_back(matrix(r, c));
    return rows;
}

template <class Point>
Rows rows_of(const std::vector<Point>& points) {
    Rows rows;
    for (const Point& p : points) rows.emplace_back(p.data(), p.data() + p.size());
    return rows;
}

Named undefined_because(Named all, std::string reason) {
    all.value = std::monostate{};
    all.reason = std::move(reason);
    return all;
}

// Entry `index` of a list of any kind; monostate where there is none.
Fact::Value entry(const Fact::Value& value, std::size_t index) {
    if (const auto* list = std::get_if<std::vector<double>>(&value); list && index < list->size())
        return (*list)[index];
    if (const auto* rows = std::get_if<Rows>(&value); rows && index < rows->size()) return (*rows)[index];
    if (const auto* list = std::get_if<std::vector<Complex>>(&value); list && index < list->size())
        return std::vector<Complex>{(*list)[index]};
    return std::monostate{};
}

// "12]", the rest of an index after its bracket.
std::optional<std::size_t> index_of(std::string_view step) {
    std::size_t index = 0;
    const auto read = std::from_chars(step.data(), step.data() + step.size(), index);
    if (read.ec != std::errc() || index > 1'000'000 ||
        step.substr(static_cast<std::size_t>(read.ptr - step.data())) != "]")
        return std::nullopt;
    return index;
}

// How many numbers one entry of a list holds.
std::size_t width(const Fact::Value& list) {
    const auto* rows = std::get_if<Rows>(&list);
    return rows && !rows->empty() ? rows->front().size() : 1;
}

// Part "re" or "im" of complex numbers: a number when there is one, else a list.
Fact::Value part(const Fact::Value& value, std::string_view name, bool single) {
    const auto* list = std::get_if<std::vector<Complex>>(&value);
    if (!list || (name != "re" && name != "im")) return std::monostate{};
    std::vector<double> parts;
    for (const Complex& z : *list) parts.push_back(name == "re" ? z.real() : z.imag());
    if (single && parts.size() == 1) return parts[0];
    return parts;
}

Named looked_up(const Moment& moment, std::string_view name) {
    Named found;
    found.param = moment.scene->find_param(name);
    if (found.param >= 0) {
        const auto i = static_cast<std::size_t>(found.param);
        found.value = fact_value(moment.scene->params[i], moment.state[i]);
        found.known = true;
    } else if (const Fact* fact = moment.frame ? moment.frame->find_fact(name) : nullptr) {
        found.value = fact->value;
        found.reason = fact->reason;
        found.known = true;
    } else {
        found.reason = "The picture does not show \"" + std::string(name) + "\" now.";
    }
    return found;
}

std::string list_words(const std::vector<double>& numbers, std::string_view format) {
    std::string out = "(";
    for (std::size_t i = 0; i < numbers.size(); ++i) out += (i ? ", " : "") + number_words(numbers[i], format);
    return out + ")";
}

std::string complex_words(const Complex& z, std::string_view format) {
    if (z.imag() == 0) return number_words(z.real(), format);
    const std::string sign = z.imag() < 0 ? " \u2212 " : " + ";
    return number_words(z.real(), format) + sign + number_words(std::abs(z.imag()), format) + "i";
}

struct InWords {
    std::string_view format;
    std::string operator()(std::monostate) const { return "undefined"; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(std::int64_t n) const {
        return number_words(static_cast<double>(n), format.empty() ? "d" : format);
    }
    std::string operator()(double x) const { return number_words(x, format); }
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(const std::vector<double>& list) const { return list_words(list, format); }
    std::string operator()(const std::vector<Complex>& list) const {
        std::string out;
        for (const Complex& z : list) out += (out.empty() ? "" : " and ") + complex_words(z, format);
        return out;
    }
    std::string operator()(const Rows& rows) const {
        std::string out = "(";
        for (std::size_t i = 0; i < rows.size(); ++i) out += (i ? ", " : "") + list_words(rows[i], format);
        return out + ")";
    }
};

}  // namespace

Moment moment_of(const Scene& scene, const State& state) {
    auto frame = std::make_shared<Frame>();
    scene.draw(state, *frame);
    return {&scene, state, std::move(frame)};
}

Moment moment_seen(const Scene& scene, const State& state, const Frame& frame) {
    return {&scene, state, std::shared_ptr<const Frame>(std::shared_ptr<void>(), &frame)};
}

Fact::Value fact_value(const Param& param, const Value& value) {
    return std::visit(
        [&](const auto& held) -> Fact::Value {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, bool>) return held;
            else if constexpr (std::is_same_v<T, int>) return std::int64_t{held};
            else if constexpr (std::is_same_v<T, double>) return held;
            else if constexpr (std::is_same_v<T, Choice>)
                return param.range.choices[static_cast<std::size_t>(held.index)];
            else if constexpr (std::is_same_v<T, Vec2> || std::is_same_v<T, Vec3>)
                return std::vector<double>(held.data(), held.data() + held.size());
            else if constexpr (std::is_same_v<T, Formula>) return held.text;
            else if constexpr (std::is_same_v<T, Numbers>) return held;
            else if constexpr (std::is_same_v<T, Picture>) return std::string(held.image ? "own picture" : "none");
            else return rows_of(held);
        },
        value);
}

Named named(const Moment& moment, std::string_view path) {
    std::size_t at = std::min(path.find_first_of("[."), path.size());
    Named found = looked_up(moment, path.substr(0, at));
    bool single = false;    // the last step chose one entry
    std::size_t place = 0;  // among the parameter's numbers, row by row
    while (at < path.size() && !std::holds_alternative<std::monostate>(found.value)) {
        const std::size_t next = std::min(path.find_first_of("[.", at + 1), path.size());
        const std::string_view step = path.substr(at + 1, next - at - 1);
        if (path[at] == '[') {
            const auto index = index_of(step);
            if (index) place += *index * width(found.value);
            found.value = index ? entry(found.value, *index) : std::monostate{};
            single = true;
        } else {
            found.value = part(found.value, step, single);
        }
        at = next;
        if (std::holds_alternative<std::monostate>(found.value))
            return undefined_because(found, "\"" + std::string(path.substr(0, at)) + "\" leads to nothing here.");
    }
    const bool one = std::holds_alternative<double>(found.value) || std::holds_alternative<std::int64_t>(found.value);
    if (found.param >= 0 && one) found.number = static_cast<int>(place);
    return found;
}

std::optional<double> number_named(const Moment& moment, std::string_view path) {
    const Fact::Value value = named(moment, path).value;
    if (const auto* x = std::get_if<double>(&value)) return *x;
    if (const auto* n = std::get_if<std::int64_t>(&value)) return static_cast<double>(*n);
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? 1 : 0;
    const auto* z = std::get_if<std::vector<Complex>>(&value);  // one that happens to be real
    if (z && z->size() == 1 && z->front().imag() == 0) return z->front().real();
    return std::nullopt;
}

std::string words_named(const Moment& moment, std::string_view path, std::string_view format) {
    const Fact::Value value = named(moment, path).value;
    return std::visit(InWords{format}, value);
}

}  // namespace eigenscape
