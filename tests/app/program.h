// Runs the real program as a shell would and keeps what it said. Nothing here needs a display.
// `refused` checks a message word by word; `Folder` is a place of its own for each case, gone afterwards.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace eigenscape::testing {

namespace fs = std::filesystem;

struct Result {
    int status = -1;
    std::string out, err;
};

inline std::string text_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// A folder of its own for each case, gone afterwards.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("eigenscape_cli_" + std::to_string(std::rand()) + "_" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string operator/(const std::string& name) const { return (path / name).string(); }
};

// `arguments` as typed into a shell. No display, so that a window would be noticed.
inline Result run(const std::string& arguments, const std::string& environment = "") {
    const Folder folder;
    const std::string err = folder / "err", out = folder / "out";
    const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " + environment + " '" EIGENSCAPE_PROGRAM "' " + arguments + " >'" + out + "' 2>'" + err + "'";
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, text_of(out), text_of(err)};
}

inline bool one_line(const std::string& text) { return !text.empty() && text.find('\n') == text.size() - 1; }

inline void refused(const std::string& arguments, int status, const std::vector<std::string>& words,
                    const std::string& environment = "") {
    const Result result = run(arguments, environment);
    INFO(arguments << " -> " << result.err);
    CHECK(result.status == status);
    CHECK(one_line(result.err));
    CHECK(result.out.empty());
    for (const std::string& word : words) {
        INFO("the message should say: " << word);
        CHECK(result.err.find(word) != std::string::npos);
    }
}

}  // namespace eigenscape::testing
