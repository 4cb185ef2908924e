// Progress as JSON; see progress.h. Each card is read by itself: one that is damaged costs only that card.
#include "app/study/progress.h"

#include "viz/image/file.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int progress_version = 1;
constexpr std::uint64_t most_bytes = 16u << 20;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

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

// The file under a name that is free, so that nothing is lost; where it went, or empty when it could not be moved.
std::string set_aside(const std::string& path) {
    for (int n = 1; n < 1000; ++n) {
        const std::string aside = path + ".damaged-" + std::to_string(n);
        std::error_code failed;
        if (fs::symlink_status(aside, failed).type() != fs::file_type::not_found) continue;
        fs::rename(path, aside, failed);
        return failed ? std::string() : aside;
    }
    return {};
}

RememberedProgress damaged(const std::string& path, const std::string& why) {
    RememberedProgress result;
    const std::string aside = set_aside(path);
    result.may_write = !aside.empty();
    result.trouble = "Your progress in " + path + " could not be read: " + why + " " +
                     (aside.empty() ? "It was left as it is; nothing new will be saved until it is moved away."
                                    : "It was kept as " + aside + ", and a new one is begun.");
    return result;
}

int take_cards(json& file, Progress& progress) {
    int bad = 0;
    for (const auto& [id, row] : file["cards"].items()) {
        if (const auto memory = memory_of(row))
            progress.cards[id] = *memory;
        else
            ++bad;
    }
    return bad;
}

}  // namespace

std::string progress_path() {
    std::string folder = variable("XDG_DATA_HOME");
    if (folder.empty() || folder[0] != '/') {
        const std::string home = variable("HOME");
        if (home.empty()) return {};
        folder = home + "/.local/share";
    }
    return folder + "/eigenscape/progress.json";
}

RememberedProgress remembered_progress(const std::string& path) {
    RememberedProgress result;
    std::error_code none;
    if (path.empty() || fs::symlink_status(path, none).type() == fs::file_type::not_found) return result;
    const ReadFile read = read_file(path, most_bytes);
    if (!read.why.empty()) {  // a folder, a pipe, no permission: nothing that could be set aside safely
        result.trouble = "Your progress could not be read: " + read.why;
        result.may_write = false;
        return result;
    }
    json file = json::parse(read.bytes.begin(), read.bytes.end(), nullptr, false);
    if (!file.is_object() || !file.contains("format") || !file["format"].is_number_integer())
        return damaged(path, "it is no progress file.");
    if (file["format"].get<std::int64_t>() > progress_version) {
        result.trouble = "Your progress in " + path +
                         " was written by a newer Eigenscape. It is left as it is, and nothing new is saved.";
        result.may_write = false;
        return result;
    }
    if (file.contains("cards") && !file["cards"].is_object()) return damaged(path, "its cards are damaged.");
    const int bad = take_cards(file, result.progress);
    if (file.contains("met") && file["met"].is_array())
        for (const json& id : file["met"])
            if (id.is_string()) result.progress.met.insert(id.get<std::string>());
    if (bad) {  // the readable cards go on; the file as it was is kept beside
        const Progress rest = std::move(result.progress);
        result = damaged(path, std::to_string(bad) + (bad == 1 ? " card is damaged." : " cards are damaged."));
        result.progress = rest;
    }
    for (const char* ours : {"format", "cards", "met"}) file.erase(ours);
    result.progress.unknown = file.dump(-1, ' ', false, json::error_handler_t::replace);
    return result;
}

std::string remember_progress(const std::string& path, const Progress& progress) {
    if (path.empty()) return "Your progress was not saved: neither HOME nor XDG_DATA_HOME is set.";
    json file = json::parse(progress.unknown, nullptr, false);
    if (!file.is_object()) file = json::object();
    json cards = json::object();
    for (const auto& [id, memory] : progress.cards) cards[id] = json_of(memory);
    file["format"] = progress_version;
    file["cards"] = std::move(cards);
    file["met"] = progress.met;
    std::error_code failed;
    fs::create_directories(fs::path(path).parent_path(), failed);
    const std::string text = file.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
    const Saved saved = write_file_atomic(path, std::string_view(text));
    return saved ? std::string() : "Your progress was not saved: " + saved.message;
}

int today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &now);
#else
    localtime_r(&now, &local);
#endif
    const std::chrono::year_month_day date{std::chrono::year(local.tm_year + 1900),
                                           std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                                           std::chrono::day(static_cast<unsigned>(local.tm_mday))};
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::string study_id(std::string_view scene, std::string_view words) {
    std::string id;
    for (const char c : words) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'), capital = c >= 'A' && c <= 'Z';
        if (letter || capital)
            id += capital ? static_cast<char>(c + 32) : c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return std::string(scene) + "/" + id;
}

}  // namespace eigenscape
