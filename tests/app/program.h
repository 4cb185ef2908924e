// What tests of the whole program share: a folder of its own for each case, starting the program, programs that only
// pretend to be ffmpeg. Nothing here needs a display.
#pragma once

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace eigenscape::testing {

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Gone afterwards, with all that is in it.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "eigenscape-program-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path, none);
    }
    std::string operator/(const std::string& name) const { return (path / name).string(); }
    std::vector<std::string> names() const {  // sorted, hidden ones too
        std::vector<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            all.push_back(entry.path().filename().string());
        std::ranges::sort(all);
        return all;
    }
};

struct Result {
    int status = -1;
    std::string out, err;
};

// `arguments` as typed into a shell, `before` in front of the program: variables, another program that starts it.
inline Result run_program(const std::string& arguments, const std::string& before = "") {
    const Folder folder;
    const std::string err = folder / "err", out = folder / "out";
    const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " + before + " '" EIGENSCAPE_PROGRAM "' " +
                                arguments + " >'" + out + "' 2>'" + err + "'";
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, text_of(out), text_of(err)};
}

inline bool one_line(const std::string& text) { return !text.empty() && text.find('\n') == text.size() - 1; }

// A shell script in the place of ffmpeg. Asked for its encoders it answers as ffmpeg 5 does; else it does `body`, with
// $out as the file to write.
struct FakeFfmpeg {
    Folder folder;
    explicit FakeFfmpeg(const std::string& body,
                        const std::string& answer = "echo ffmpeg version 5.1.9; echo libx264 libvpx-vp9; exit 0") {
        const std::string path = folder / "ffmpeg";
        std::ofstream(path) << "#!/bin/sh\nfor last; do :; done\nout=${last#file:}\nif [ \"$last\" = -encoders ]; then "
                            << answer << "; fi\n"
                            << body << "\n";
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    }
    std::string in_path() const { return "PATH='" + folder.path.string() + "':\"$PATH\""; }
};

inline bool has_ffmpeg() { return std::system("ffmpeg -version >/dev/null 2>&1") == 0; }

}  // namespace eigenscape::testing
