// See formula_history.h. The file is JSON: {"format": 1, "formulas": {"x y": ["x^2 + y^2", …]}}.
// Every formula is written down when it is accepted, so that a crash later loses none.
#include "app/model/formula_history.h"

#include "core/calculus/parse.h"
#include "viz/image/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace eigenscape {
namespace {

using nlohmann::json;

constexpr std::uint64_t most_history_bytes = 1u << 20;
constexpr std::size_t most_kinds = 100;

std::string kind_of_formula(const Param& param) {
    std::string kind;
    for (const std::string& variable : param.formula.variables) kind += (kind.empty() ? "" : " ") + variable;
    return kind;
}

}  // namespace

FormulaHistory::FormulaHistory(std::string path) : path_(std::move(path)) {
    std::error_code none;
    if (path_.empty() || !std::filesystem::exists(path_, none)) return;
    const ReadFile file = read_file(path_, most_history_bytes);
    const json read = json::parse(file.bytes, nullptr, false);
    if (!file.why.empty() || !read.is_object() || !read.contains("formulas") || !read["formulas"].is_object()) {
        trouble_ = "The formulas that you typed before, in " + path_ +
                   ", could not be read; new ones are remembered until the end.";
        path_.clear();  // never written over
        return;
    }
    for (const auto& [kind, formulas] : read["formulas"].items()) {
        if (!formulas.is_array() || kinds_.size() >= most_kinds) continue;
        for (const json& formula : formulas)
            if (formula.is_string() && kinds_[kind].size() < most &&
                formula.get_ref<const std::string&>().size() <= longest_formula)
                kinds_[kind].push_back(formula.get<std::string>());
    }
}

const std::vector<std::string>& FormulaHistory::of(const Param& param) const {
    static const std::vector<std::string> nothing;
    const auto found = kinds_.find(kind_of_formula(param));
    return found == kinds_.end() ? nothing : found->second;
}

std::string FormulaHistory::add(const Param& param, const std::string& formula) {
    if (formula.empty() || formula.size() > longest_formula) return {};
    std::vector<std::string>& list = kinds_[kind_of_formula(param)];
    if (!list.empty() && list.front() == formula) return {};
    std::erase(list, formula);
    list.insert(list.begin(), formula);
    if (list.size() > most) list.resize(most);
    if (path_.empty()) return {};
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), failed);
    const std::string text =
        json{{"format", 1}, {"formulas", kinds_}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    const Saved saved = write_file_atomic(path_, std::string_view(text));
    if (saved) return {};
    path_.clear();  // said once
    return "The formula is remembered only until the end: " + saved.message;
}

}  // namespace eigenscape
