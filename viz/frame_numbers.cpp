// The numbers of a picture by name, and their way into its formulas, labels and notes.
// A number that a parameter holds keeps its name in the formula, so that it can be taken hold of there.
#include "viz/frame.h"
#include "viz/indexed_name.h"
#include "viz/tex/typeset.h"

namespace eigenscape {
namespace {

template <class T>
const T* entry(const std::vector<T>& entries, int index) {
    return index < static_cast<int>(entries.size()) ? &entries[static_cast<std::size_t>(index)] : nullptr;
}

std::optional<double> number_in(const Fact::Value& value, const IndexedName& name) {
    if (name.depth == 0) {
        if (const auto* x = std::get_if<double>(&value)) return *x;
        if (const auto* n = std::get_if<std::int64_t>(&value)) return static_cast<double>(*n);
    } else if (name.depth == 1) {
        if (const auto* list = std::get_if<std::vector<double>>(&value))
            if (const double* x = entry(*list, name.index[0])) return *x;
        if (const auto* list = std::get_if<std::vector<Complex>>(&value))
            if (const Complex* z = entry(*list, name.index[0]); z && z->imag() == 0) return z->real();
    } else if (const auto* rows = std::get_if<std::vector<std::vector<double>>>(&value)) {
        if (const auto* row = entry(*rows, name.index[0]))
            if (const double* x = entry(*row, name.index[1])) return *x;
    }
    return std::nullopt;
}

// \num{name}{…} of a name that nobody can change loses its name: it is shown, but cannot be taken hold of.
void unname_facts(std::string& tex, const std::function<std::optional<double>(std::string_view)>& parameter) {
    constexpr std::string_view opening = "\\num{";
    for (std::size_t at = tex.find(opening); at != std::string::npos; at = tex.find(opening, at + 1)) {
        const std::size_t from = at + opening.size(), end = tex.find('}', from);
        if (end == std::string::npos) return;
        if (!parameter(std::string_view(tex).substr(from, end - from))) tex.erase(from, end - from);
    }
}

}  // namespace

std::optional<double> Frame::number(std::string_view name) const {
    const auto indexed = indexed_name(name);
    const Fact* fact = indexed ? find_fact(indexed->name) : nullptr;
    return fact ? number_in(fact->value, *indexed) : std::nullopt;
}

void Frame::fill_in_numbers(const std::function<std::optional<double>(std::string_view name)>& parameter) {
    const auto known = [&](std::string_view name) {
        const auto value = parameter(name);
        return value ? value : number(name);
    };
    const auto fill_in = [&](std::string& tex) {
        if (tex.find("\\num{") == std::string::npos) return;
        tex = with_numbers(tex, known);
        unname_facts(tex, parameter);
    };
    for (Panel& panel : panels_) {
        for (Equation& equation : panel.formulas) fill_in(equation.tex);
        for (Label& label : panel.labels) fill_in(label.text);
        for (Panel::Note& note : panel.notes) fill_in(note.text);
    }
}

}  // namespace eigenscape
