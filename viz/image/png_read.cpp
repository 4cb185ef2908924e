// Reading text from PNG files that may come from anywhere; see png.h.
// The walk over the chunks has checked every length; nothing is allocated from a number in the file.
#include <libdeflate.h>

#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace eigenscape {
namespace {

using Span = std::span<const std::uint8_t>;

FoundText refused(std::string why) { return {FoundText::refused, {}, std::move(why)}; }

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

bool is_ours(const png::Chunk& chunk, std::string_view keyword) {
    if (chunk.type != "iTXt" || chunk.data.size() <= keyword.size()) return false;
    return png::as_text(chunk.data).substr(0, keyword.size()) == keyword && chunk.data[keyword.size()] == 0;
}

}  // namespace

FoundText read_png_text(Span file, std::string_view keyword) {
    std::optional<Span> ours;
    bool two = false;
    const std::string why = png::walk(file, [&](const png::Chunk& chunk) {
        if (!is_ours(chunk, keyword)) return;
        two = two || ours;
        ours = chunk.data;
    });
    if (!why.empty()) return refused(why);
    if (two) return refused("The picture holds two scenes; it is not clear which one is meant.");
    if (!ours) return {FoundText::absent, {}, "There is no scene in this picture."};
    return text_of(*ours, keyword.size());
}

}  // namespace eigenscape
