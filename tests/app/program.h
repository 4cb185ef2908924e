// What tests of the whole program share: a folder of its own for each case, starting the program, programs that only
// pretend to be ffmpeg. Nothing here needs a display.
#pragma once

#include "tests/app/folder.h"

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

namespace fs = std::filesystem;

struct Result {
    int status = -1;
    std::string out, err;
};

// `arguments` as typed into a shell, `before` in front of the program: variables, another program that starts it.
inline Result run(const std::string& arguments, const std::string& before = "") {
    const Folder folder;
    const std::string err = folder / "err", out = folder / "out";
    const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " + before + " '" EIGENSCAPE_PROGRAM "' " +
                                arguments + " >'" + out + "' 2>'" + err + "'";
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, text_of(out), text_of(err)};
}

inline bool one_line(const std::string& text) { return !text.empty() && text.find('\n') == text.size() - 1; }

// The program ends with that status and one line on stderr that holds all these words, and prints nothing.
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
