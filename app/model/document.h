// Everything needed to reopen a picture, as JSON text: by itself in a file, or inside the PNG that shows it.
// Reading never throws and never half-applies: it gives a whole Document, or the words why there is none.
#pragma once

#include "app/model/scene.h"
#include "viz/image/png.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace eigenscape {

inline constexpr int document_version = 1;
inline constexpr std::string_view document_keyword = "Eigenscape";  // of the PNG's iTXt chunk

struct Document {
    std::string scene;  // id
    State state;        // time included
    Views views;
    std::string theme = "dark";
    Vec2 canvas_points{1280, 720};
    std::string made_by;               // version of the program that wrote it; what is written names this program's
    std::string unknown = "{}";        // JSON: keys of a newer program, kept and written back
    std::vector<std::string> remarks;  // what was skipped or replaced while reading, in sentences
    bool operator==(const Document&) const = default;
};

struct Unreadable {
    std::string message;      // what is wrong and what to do
    bool is_picture = false;  // a sound picture, but no scene in it: it may be a picture of the user's own
};

using DocumentOutcome = std::variant<Document, Unreadable>;

// Ends with a newline; the same document gives the same bytes.
std::string to_text(const Document& document, const std::vector<Scene>& scenes = all_scenes());
DocumentOutcome document_from_text(std::string_view text, const std::vector<Scene>& scenes = all_scenes());

// A picture that carries its document, as the bytes of a PNG file; and the document in such bytes.
Bytes to_png(const Image& image, const Document& document, const std::vector<Scene>& scenes = all_scenes());
DocumentOutcome document_from_png(std::span<const std::uint8_t> bytes, const std::vector<Scene>& scenes = all_scenes());

// A state file or a picture, told apart by their first bytes. Folders, pipes, devices and huge files are refused.
DocumentOutcome open_file(const std::string& path, const std::vector<Scene>& scenes = all_scenes());

// Where the next screenshot goes: FOLDER/<scene>-<date>-<n>.png with the first n that is free. Makes the folder when it
// is missing. Write with Existing::keep, so that a file that appeared meanwhile is not replaced.
std::string screenshot_path(const std::string& folder, std::string_view scene);

}  // namespace eigenscape
