// Progress as JSON; see progress.h. Each card is read by itself: one that is damaged costs only that card.
#include "app/study/progress.h"

#include "app/model/local_time.h"
#include "app/study/kept_file.h"

#include <chrono>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

using nlohmann::json;

constexpr int progress_version = 1;

const std::string progress_title = "Your progress";

json json_of(const Memory& memory) {
    return {{"stability", memory.stability}, {"difficulty", memory.difficulty}, {"last_day", memory.last_day},
            {"due_day", memory.due_day},     {"reviews", memory.reviews},       {"lapses", memory.lapses}};
}

std::optional<double> number(const json& row, const char* name, double lo, double hi) {
    const auto found = row.find(name);
    if (found == row.end() || !found->is_number()) return std::nullopt;
    const double x = found->get<double>();
    return std::isfinite(x) && x >= lo && x <= hi ? std::optional(x) : std::nullopt;
}

std::optional<Memory> memory_of(const json& row) {
    if (!row.is_object()) return std::nullopt;
    const auto stability = number(row, "stability", 1e-6, 1e6), difficulty = number(row, "difficulty", 1, 10);
    const auto last = number(row, "last_day", -1e6, 1e6), due_on = number(row, "due_day", -1e6, 1e6);
    const auto reviews = number(row, "reviews", 1, 1e9), lapses = number(row, "lapses", 0, 1e9);
    if (!stability || !difficulty || !last || !due_on || !reviews || !lapses) return std::nullopt;
    return Memory{*stability,
                  *difficulty,
                  static_cast<int>(*last),
                  static_cast<int>(*due_on),
                  static_cast<int>(*reviews),
                  static_cast<int>(*lapses)};
}

int take_cards(json& file, Progress& progress) {
    int bad = 0;
    for (const auto& [id, row] : file["cards"].items()) {
        if (const auto memory = memory_of(row)) progress.cards[id] = *memory;
        else ++bad;
    }
    return bad;
}

void take_names(json& file, const char* list, std::set<std::string>& names) {
    if (!file.contains(list) || !file[list].is_array()) return;
    for (const json& id : file[list])
        if (id.is_string()) names.insert(id.get<std::string>());
}

}  // namespace

std::string progress_path() { return data_path("progress.json"); }

RememberedProgress remembered_progress(const std::string& path) {
    RememberedProgress result;
    KeptFile kept = read_kept(path, progress_title, progress_version);
    if (kept.content.is_object() && kept.content.contains("cards") && !kept.content["cards"].is_object())
        kept = damaged_file(path, progress_title, "its cards are damaged.");
    if (kept.content.is_object()) {
        json& file = kept.content;
        const int bad = take_cards(file, result.progress);
        take_names(file, "met", result.progress.met);
        take_names(file, "predicted", result.progress.predicted);
        for (const char* ours : {"format", "cards", "met", "predicted"}) file.erase(ours);
        result.progress.unknown = file.dump(-1, ' ', false, json::error_handler_t::replace);
        // The readable cards go on; the file as it was is kept beside.
        if (bad)
            kept = damaged_file(path, progress_title,
                                std::to_string(bad) + (bad == 1 ? " card is" : " cards are") + " damaged.");
    }
    result.trouble = kept.trouble;
    result.may_write = kept.may_write;
    return result;
}

std::string remember_progress(const std::string& path, const Progress& progress) {
    json file = json::parse(progress.unknown, nullptr, false);
    if (!file.is_object()) file = json::object();
    json cards = json::object();
    for (const auto& [id, memory] : progress.cards) cards[id] = json_of(memory);
    file["format"] = progress_version;
    file["cards"] = std::move(cards);
    file["met"] = progress.met;
    file["predicted"] = progress.predicted;
    return write_kept(path, progress_title, file);
}

int today() {
    const std::tm local = local_time();
    const std::chrono::year_month_day date{std::chrono::year(local.tm_year + 1900),
                                           std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                                           std::chrono::day(static_cast<unsigned>(local.tm_mday))};
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::string study_id(std::string_view scene, std::string_view words) {
    std::string id;
    for (const char c : words) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'), capital = c >= 'A' && c <= 'Z';
        if (letter || capital) id += capital ? static_cast<char>(c + 32) : c;
        else if (!id.empty() && id.back() != '-') id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return std::string(scene) + "/" + id;
}

}  // namespace eigenscape
