// The walk over a file's chunks, and their checksums; see png_chunks.h.
// Every length is checked against what is left of the file before it is used.
#include "viz/image/png_chunks.h"

#include <libdeflate.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace eigenscape::png {
namespace {

// The chunk at `at`, which is moved past it; otherwise why there is none.
std::optional<Chunk> next_chunk(std::span<const std::uint8_t> file, std::size_t& at, std::string& why) {
    if (file.size() - at < 12) {
        why = "The picture is cut off: the file ends before the picture does.";
        return std::nullopt;
    }
    const std::uint32_t length = number_at(file, at);
    if (length > most_length || length > file.size() - at - 12) {
        why = "The picture is cut off or damaged: a part of it claims to be longer than the file.";
        return std::nullopt;
    }
    const auto body = file.subspan(at + 4, std::size_t{4} + length);
    const std::string_view type = as_text(body.first(4));
    if (!std::all_of(type.begin(), type.end(), [](unsigned char c) { return c < 128 && std::isalpha(c) != 0; })) {
        why = "The picture is damaged: a part of it has no proper name.";
        return std::nullopt;
    }
    if (crc(body) != number_at(file, at + 8 + length)) {
        why = "The picture is damaged: the checksum of its part " + std::string(type) + " is wrong.";
        return std::nullopt;
    }
    at += std::size_t{12} + length;
    return Chunk{type, body.subspan(4)};
}

std::string why_no_header(const Chunk& chunk) {
    if (chunk.type != "IHDR" || chunk.data.size() != 13)
        return "The picture is damaged: its size is not where it should be.";
    const std::uint32_t width = number_at(chunk.data, 0), height = number_at(chunk.data, 4);
    if (width > 0 && height > 0 && width <= most_length && height <= most_length) return {};
    return "The picture is damaged: its size is given as " + std::to_string(width) + " × " + std::to_string(height) +
           " pixels.";
}

}  // namespace

std::uint32_t crc(std::span<const std::uint8_t> type_and_data) {
    return libdeflate_crc32(0, type_and_data.data(), type_and_data.size());
}

std::string walk(std::span<const std::uint8_t> file, const std::function<void(const Chunk&)>& each) {
    if (file.empty()) return "The file is empty.";
    if (file.size() < signature.size() || !std::equal(signature.begin(), signature.end(), file.begin()))
        return "This is not a PNG picture.";
    std::size_t at = signature.size();
    bool pixels = false;
    for (bool first = true;; first = false) {
        std::string why;
        const std::optional<Chunk> chunk = next_chunk(file, at, why);
        if (!chunk) return why;
        if (first) why = why_no_header(*chunk);
        if (!first && chunk->type == "IHDR") why = "The picture is damaged: its size is given twice.";
        if (!why.empty()) return why;
        pixels = pixels || chunk->type == "IDAT";
        each(*chunk);
        if (chunk->type == "IEND") break;
    }
    if (at != file.size()) return "The picture is damaged: something follows after its end.";
    return pixels ? std::string() : "The picture is damaged: it has no pixels.";
}

}  // namespace eigenscape::png
