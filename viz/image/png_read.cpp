// Reading text from PNG files that may come from anywhere; see png.h.
// Every length is checked against what is left before it is used, and nothing is allocated from a number in the file.
#include <libdeflate.h>

#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>

namespace eigenscape {
namespace {

using Span = std::span<const std::uint8_t>;

struct Chunk {
    std::string_view type;
    Span data;
};

FoundText refused(std::string why) { return {FoundText::refused, {}, std::move(why)}; }

// The chunk at `at`, which is moved past it; otherwise why there is none.
std::optional<Chunk> next_chunk(Span file, std::size_t& at, std::string& why) {
    if (file.size() - at < 12) {
        why = "The picture is cut off: the file ends before the picture does.";
        return std::nullopt;
    }
    const std::uint32_t length = png::number_at(file, at);
    if (length > png::most_length || length > file.size() - at - 12) {
        why = "The picture is cut off or damaged: a part of it claims to be longer than the file.";
        return std::nullopt;
    }
    const Span body = file.subspan(at + 4, std::size_t{4} + length);
    const std::string_view type = png::as_text(body.first(4));
    if (!std::all_of(type.begin(), type.end(), [](unsigned char c) { return c < 128 && std::isalpha(c) != 0; })) {
        why = "The picture is damaged: a part of it has no proper name.";
        return std::nullopt;
    }
    if (png::crc(body) != png::number_at(file, at + 8 + length)) {
        why = "The picture is damaged: the checksum of its part " + std::string(type) + " is wrong.";
        return std::nullopt;
    }
    at += std::size_t{12} + length;
    return Chunk{type, body.subspan(4)};
}

// Well-formed UTF-8 without zero bytes: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
        const unsigned first = byte(i);
        const int more = first < 0x80                    ? 0
                         : first >= 0xc2 && first < 0xe0 ? 1
                         : first >= 0xe0 && first < 0xf0 ? 2
                         : first >= 0xf0 && first < 0xf5 ? 3
                                                         : -1;
        if (more < 0 || first == 0) return false;
        unsigned code = more == 0 ? first : first & (0x3fu >> more);
        for (int k = 1; k <= more; ++k) {
            if ((byte(i + k) & 0xc0) != 0x80) return false;
            code = code << 6 | (byte(i + k) & 0x3f);
        }
        if ((more == 2 && code < 0x800) || (more == 3 && (code < 0x10000 || code > 0x10ffff)) ||
            (code >= 0xd800 && code < 0xe000))
            return false;
        i += static_cast<std::size_t>(more) + 1;
    }
    return true;
}

// Unpacks into a buffer that grows up to the limit and no further, whatever the data says.
std::optional<std::string> unpacked(Span data) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (!decompressor) return std::nullopt;
    for (std::size_t room = std::min(most_text_bytes, 8 * data.size() + 1024);;
         room = std::min(most_text_bytes, 4 * room)) {
        std::string text(room, '\0');
        std::size_t used = 0;
        const auto result =
            libdeflate_zlib_decompress(decompressor.get(), data.data(), data.size(), text.data(), room, &used);
        if (result == LIBDEFLATE_SUCCESS) {
            text.resize(used);
            return text;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || room == most_text_bytes) return std::nullopt;
    }
}

// The text of an iTXt chunk: keyword 0 packed method language 0 translated-keyword 0 text.
FoundText text_of(Span data, std::size_t keyword_length) {
    const auto damaged = [] { return refused("The scene in this picture is damaged: its text cannot be read."); };
    Span rest = data.subspan(keyword_length + 1);
    if (rest.size() < 2 || rest[0] > 1 || rest[1] != 0) return damaged();
    const bool packed = rest[0] == 1;
    rest = rest.subspan(2);
    for (int field = 0; field < 2; ++field) {  // language, translated keyword
        const auto end = std::find(rest.begin(), rest.end(), 0);
        if (end == rest.end()) return damaged();
        rest = rest.subspan(static_cast<std::size_t>(end - rest.begin()) + 1);
    }
    if (!packed && rest.size() > most_text_bytes) return refused("The scene in this picture is larger than 8 MiB.");
    std::optional<std::string> text = packed ? unpacked(rest) : std::string(png::as_text(rest));
    if (!text) return refused("The scene in this picture cannot be unpacked: it is damaged or larger than 8 MiB.");
    if (!is_utf8(*text)) return damaged();
    return {FoundText::found, std::move(*text), {}};
}

bool is_ours(const Chunk& chunk, std::string_view keyword) {
    if (chunk.type != "iTXt" || chunk.data.size() <= keyword.size()) return false;
    return png::as_text(chunk.data).substr(0, keyword.size()) == keyword && chunk.data[keyword.size()] == 0;
}

bool is_header(const Chunk& chunk) {
    if (chunk.type != "IHDR" || chunk.data.size() != 13) return false;
    const std::uint32_t width = png::number_at(chunk.data, 0), height = png::number_at(chunk.data, 4);
    return width > 0 && height > 0 && width <= png::most_length && height <= png::most_length;
}

}  // namespace

FoundText read_png_text(Span file, std::string_view keyword) {
    if (file.empty()) return refused("The file is empty.");
    if (file.size() < png::signature.size() || !std::equal(png::signature.begin(), png::signature.end(), file.begin()))
        return refused("This is not a PNG picture.");
    std::size_t at = png::signature.size();
    std::optional<Span> ours;
    bool pixels = false;
    for (bool first = true;; first = false) {
        std::string why;
        const std::optional<Chunk> chunk = next_chunk(file, at, why);
        if (!chunk) return refused(why);
        if (first != (chunk->type == "IHDR") || (first && !is_header(*chunk)))
            return refused("The picture is damaged: its size is not where it should be.");
        pixels = pixels || chunk->type == "IDAT";
        if (is_ours(*chunk, keyword)) {
            if (ours) return refused("The picture holds two scenes; it is not clear which one is meant.");
            ours = chunk->data;
        }
        if (chunk->type == "IEND") break;
    }
    if (at != file.size()) return refused("The picture is damaged: something follows after its end.");
    if (!pixels) return refused("The picture is damaged: it has no pixels.");
    if (!ours) return {FoundText::absent, {}, "There is no scene in this picture."};
    return text_of(*ours, keyword.size());
}

}  // namespace eigenscape
