// XDG's names of folders: from the environment, or from user-dirs.dirs, whose lines read
// XDG_PICTURES_DIR="$HOME/Bilder". See folders.h.
#include "app/model/folders.h"

#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

#include <cstdlib>
#include <filesystem>

namespace eigenscape {
namespace {

std::string named_by_desktop(const std::string& home, const std::string& name) {
    if (const std::string told = environment(name.c_str()); !told.empty()) return told;
    const std::string config = base_folder("XDG_CONFIG_HOME", "/.config");
    const ReadFile file = read_file(config + "/user-dirs.dirs", 1u << 16);
    const std::string_view text = png::as_text(file.bytes);
    const std::string key = name + "=\"";
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos || (at > 0 && text[at - 1] != '\n')) return {};
    std::string_view value = text.substr(at + key.size());
    value = value.substr(0, value.find('"'));
    if (value.starts_with("$HOME/")) return home + std::string(value.substr(5));
    return value.starts_with('/') ? std::string(value) : std::string();
}

std::string ours_in(const std::string& name, const std::string& usual) {
    const std::string home = environment("HOME");
    if (home.empty()) return "Eigenscape";
    std::string folder = named_by_desktop(home, name);
    std::error_code none;
    if (folder.empty()) folder = std::filesystem::is_directory(home + usual, none) ? home + usual : home;
    return folder + "/Eigenscape";
}

}  // namespace

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string with_home(std::string path) {
    if (const std::string home = environment("HOME"); !home.empty() && path.starts_with("~/")) path.replace(0, 1, home);
    return path;
}

std::string base_folder(const char* name, const std::string& usual) {
    const std::string named = environment(name), home = environment("HOME");
    if (named.starts_with('/')) return named;
    return home.empty() ? std::string() : home + usual;
}

std::string screenshot_folder() { return ours_in("XDG_PICTURES_DIR", "/Pictures"); }
std::string notebook_folder() { return ours_in("XDG_DOCUMENTS_DIR", "/Documents"); }

}  // namespace eigenscape
