// Documents in files: inside pictures, by themselves, and the names of screenshots; see document.h.
// What a file is, is decided by its first bytes, never by its name.
#include "app/model/document.h"

#include "app/model/literal.h"
#include "app/model/local_time.h"
#include "viz/image/file.h"
#include "viz/image/jpeg.h"
#include "viz/image/png_chunks.h"

#include <filesystem>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_picture_bytes = 256u << 20;

bool starts_with(std::span<const std::uint8_t> bytes, std::string_view beginning) {
    return png::as_text(bytes).starts_with(beginning);
}

}  // namespace

Bytes to_png(const Image& image, const Document& document, const std::vector<Scene>& scenes) {
    const PictureText text{std::string(document_keyword), to_text(document, scenes)};
    return write_png(image, std::span(&text, 1));
}

DocumentOutcome document_from_png(std::span<const std::uint8_t> bytes, const std::vector<Scene>& scenes) {
    const FoundText found = read_png_text(bytes, document_keyword);
    if (found.state == FoundText::absent)
        return Unreadable{
            "This picture holds no Eigenscape scene. Only pictures saved by Eigenscape, and not changed by another "
            "program since, can be opened again.",
            true};
    if (found.state == FoundText::refused) return Unreadable{found.why};
    return document_from_text(found.text, scenes);
}

DocumentOutcome open_file(const std::string& path, const std::vector<Scene>& scenes) {
    const ReadFile file = read_file(path, most_picture_bytes);
    if (!file.why.empty()) return Unreadable{file.why};
    DocumentOutcome outcome = Unreadable{
        "This is neither a picture nor a state file of Eigenscape. Open a PNG or a state file "
        "that Eigenscape has saved."};
    if (file.bytes.empty()) outcome = Unreadable{"The file is empty."};
    else if (starts_with(file.bytes, png::as_text(png::signature))) outcome = document_from_png(file.bytes, scenes);
    else if (jpeg_size(file.bytes).width > 0)
        outcome = Unreadable{
            "This picture holds no Eigenscape scene: a JPEG cannot. Open a PNG that Eigenscape has saved.", true};
    else if (trimmed(png::as_text(file.bytes).substr(0, 4096)).starts_with('{'))
        outcome = document_from_text(png::as_text(file.bytes), scenes);
    if (auto* problem = std::get_if<Unreadable>(&outcome)) problem->message = path + ": " + problem->message;
    return outcome;
}

std::string screenshot_path(const std::string& folder, std::string_view scene) {
    std::error_code none;
    fs::create_directories(folder, none);  // a failure is told by the one who writes the file
    const std::string start = folder + "/" + std::string(scene) + "-" + date_now() + "-";
    for (int n = 1;; ++n) {
        std::string path = start + std::to_string(n) + ".png";
        if (n == 100'000 || fs::symlink_status(path, none).type() == fs::file_type::not_found) return path;
    }
}

}  // namespace eigenscape
