// The interface on a desk: an explorer, the window that is not there, a folder for what is saved.
// For tests that drive it by hand. Everything moves at once (reduced motion), and the folder goes with the desk.
#pragma once

#include "tests/app/folder.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "app/offscreen.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace eigenscape::testing {

namespace fs = std::filesystem;

struct Desk {
    Folder folder;
    std::vector<Bytes> copied;  // pictures that went to the clipboard
    std::string cannot_copy, pasted;
    Explorer explorer;
    Offscreen offscreen;
    explicit Desk(const char* scene, int width = 1280, int height = 720, double scale = 1)
        : offscreen((open(scene), explorer), calm(), width, height, scale, host()) {}
    void open(const char* scene) { REQUIRE(!explorer.open(scene)); }
    static Preferences calm() {
        Preferences p;
        p.reduced_motion = true;
        return p;
    }
    Host host() {
        Host h;
        h.pictures_folder = folder.path.string();
        h.notes_folder = folder.path.string() + "/notes";
        h.data_folder = folder.path.string() + "/data";
        h.copy_picture = [this](const Bytes& png) {
            copied.push_back(png);
            return cannot_copy;
        };
        h.paste = [this] { return pasted; };
        return h;
    }
    const Value& value(const char* name) {
        return explorer.state()[static_cast<std::size_t>(explorer.scene().find_param(name))];
    }
    double number(const char* name, std::size_t entry = 0) { return numbers_of(value(name))[entry]; }
    // Those below the folder, or a folder in it, by name: a file system has an order of its own.
    std::vector<fs::path> files(const char* ending, const char* below = "") {
        std::vector<fs::path> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path / below))
            if (entry.path().extension() == ending) found.push_back(entry.path());
        std::ranges::sort(found);
        return found;
    }
};

inline bool says(Desk& desk, const std::string& words) {
    const auto messages = desk.offscreen.interface().messages();
    return std::ranges::any_of(messages,
                               [&](const std::string& message) { return message.find(words) != std::string::npos; });
}

}  // namespace eigenscape::testing
