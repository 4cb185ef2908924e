// What cannot be read at all, such as a folder of that name, is neither moved nor replaced.
#include "app/study/kept_file.h"

#include "app/model/folders.h"
#include "viz/image/file.h"

#include <filesystem>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t most_kept_bytes = 16u << 20;

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

}  // namespace

std::string data_path(const std::string& name) {
    const std::string folder = base_folder("XDG_DATA_HOME", "/.local/share");
    return folder.empty() ? std::string() : folder + "/eigenscape/" + name;
}

KeptFile damaged_file(const std::string& path, const std::string& what, const std::string& why) {
    KeptFile result;
    const std::string aside = set_aside(path);
    result.may_write = !aside.empty();
    result.trouble = what + " in " + path + " could not be read: " + why + " " +
                     (aside.empty() ? "It was left as it is; nothing new will be saved until it is moved away."
                                    : "It was kept as " + aside + ", and a new one is begun.");
    return result;
}

KeptFile read_kept(const std::string& path, const std::string& what, int version) {
    KeptFile result;
    std::error_code none;
    if (path.empty() || fs::symlink_status(path, none).type() == fs::file_type::not_found) return result;
    const ReadFile read = read_file(path, most_kept_bytes);
    if (!read.why.empty()) {  // a folder, a pipe, no permission: nothing that could be set aside safely
        result.trouble = what + " could not be read: " + read.why;
        result.may_write = false;
        return result;
    }
    json file = json::parse(read.bytes.begin(), read.bytes.end(), nullptr, false);
    if (!file.is_object() || !file.contains("format") || !file["format"].is_number_integer())
        return damaged_file(path, what, "it is no such file of Eigenscape's.");
    if (file["format"].get<std::int64_t>() > version) {
        result.trouble =
            what + " in " + path + " was written by a newer Eigenscape. It is left as it is, and nothing new is saved.";
        result.may_write = false;
        return result;
    }
    result.content = std::move(file);
    return result;
}

std::string write_kept(const std::string& path, const std::string& what, const json& content) {
    if (path.empty()) return what + " was not saved: neither HOME nor XDG_DATA_HOME is set.";
    std::error_code failed;
    fs::create_directories(fs::path(path).parent_path(), failed);
    const std::string text = content.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
    const Saved saved = write_file_atomic(path, std::string_view(text));
    return saved ? std::string() : what + " was not saved: " + saved.message;
}

}  // namespace eigenscape
