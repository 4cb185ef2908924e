// Reads what it understands field by field, keeps what it does not, and writes atomically.
// A file that is damaged, a folder or far too large costs nothing but the remembered look.
#include "app/window_preferences.h"

#include "app/model/folders.h"
#include "viz/image/file.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <utility>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

template <class T>
void take(json& file, const char* name, T& field) {
    const auto found = file.find(name);
    if (found == file.end()) return;
    const bool fits = std::is_same_v<T, bool>          ? found->is_boolean()
                      : std::is_same_v<T, std::string> ? found->is_string()
                                                       : found->is_number();
    if (fits) field = found->template get<T>();
    file.erase(name);
}

void take_all(json& file, Preferences& p) {
    take(file, "theme", p.theme);
    take(file, "scale", p.scale);
    take(file, "library", p.library);
    take(file, "inspector", p.inspector);
    take(file, "lesson", p.lesson);
    take(file, "layer", p.layer);
    take(file, "notes", p.notes);
    take(file, "notes_folder", p.notes_folder);
    take(file, "reduced_motion", p.reduced_motion);
    take(file, "welcomed", p.welcomed);
    double width = p.width, height = p.height;  // as doubles: a file may hold 1e300
    take(file, "width", width);
    take(file, "height", height);
    const auto whole = [](double size, int usual) { return size >= 1 && size <= 1e6 ? static_cast<int>(size) : usual; };
    p.width = whole(width, p.width);
    p.height = whole(height, p.height);
    file.erase("format");
}

}  // namespace

std::string preferences_path() {
    const std::string folder = base_folder("XDG_CONFIG_HOME", "/.config");
    return folder.empty() ? std::string() : folder + "/eigenscape/preferences.json";
}

RememberedPreferences remembered_preferences(const std::string& path) {
    RememberedPreferences result;
    std::error_code none;
    if (path.empty()) return result;
    if (!fs::exists(path, none)) return result.preferences.welcomed = false, result;  // the first time
    const ReadFile read = read_file(path, 1u << 20);  // a preferences file has a few hundred bytes
    json file = json::parse(read.bytes, nullptr, false);
    if (!read.why.empty() || !file.is_object()) {
        result.trouble =
            read.why.empty() ? "The preferences in " + path + " are damaged" : read.why.substr(0, read.why.size() - 1);
        result.trouble += "; the usual ones are used.";
        return result;
    }
    take_all(file, result.preferences);
    result.preferences = kept(result.preferences);
    result.unknown = file.dump(-1, ' ', false, json::error_handler_t::replace);
    return result;
}

std::string remember(const std::string& path, const Preferences& p, const std::string& unknown) {
    if (path.empty()) return "The preferences were not saved: no HOME or XDG_CONFIG_HOME is set.";
    json file = json::parse(unknown, nullptr, false);
    if (!file.is_object()) file = json::object();
    file.update({{"format", 1},
                 {"theme", p.theme},
                 {"scale", p.scale},
                 {"library", p.library},
                 {"inspector", p.inspector},
                 {"lesson", p.lesson},
                 {"layer", p.layer},
                 {"notes", p.notes},
                 {"notes_folder", p.notes_folder},
                 {"reduced_motion", p.reduced_motion},
                 {"welcomed", p.welcomed},
                 {"width", p.width},
                 {"height", p.height}});
    std::error_code failed;
    fs::create_directories(fs::path(path).parent_path(), failed);
    const std::string text = file.dump(2) + "\n";
    const Saved saved = write_file_atomic(path, std::string_view(text));
    return saved ? std::string() : "The preferences were not saved: " + saved.message;
}

// cppcheck-suppress passedByValue  // both its parts are moved on
PreferencesFile::PreferencesFile(std::string path, RememberedPreferences remembered)
    : path_(std::move(path)), unknown_(std::move(remembered.unknown)), written_(std::move(remembered.preferences)) {}

std::string PreferencesFile::keep(const Preferences& now, double seconds) {
    std::string words;
    if (writing_.valid()) {
        if (writing_.wait_for(std::chrono::seconds(0)) == std::future_status::timeout) return {};
        words = writing_.get();
        if (!words.empty()) written_.reset();
        if (said_) words.clear();
        said_ = said_ || !words.empty();
    }
    if (now == written_) return changed_ = -1, words;
    if (changed_ < 0) changed_ = seconds;
    if (seconds - changed_ < seconds_between) return words;
    changed_ = -1;
    written_ = now;
    writing_ = std::async(std::launch::async,
                          [now, path = path_, unknown = unknown_] { return remember(path, kept(now), unknown); });
    return words;
}

std::string PreferencesFile::end(const Preferences& now) {
    if (writing_.valid()) writing_.wait();
    return remember(path_, kept(now), unknown_);
}

}  // namespace eigenscape
