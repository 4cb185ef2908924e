// Characters: UTF-8 to code points and back.
// Nothing here depends on the locale or on a font.
#include "viz/text_faces.h"

namespace eigenscape {
namespace {

struct Lead {
    int more;        // bytes that follow
    char32_t bits;   // of the first byte
    char32_t least;  // what a sequence of this length may encode
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {0, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {1, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {2, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {3, byte & 0x07u, 0x10000};
    return {-1, 0, 0};
}

}  // namespace

std::vector<char32_t> decoded(std::string_view utf8) {
    std::vector<char32_t> letters;
    letters.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const Lead lead = lead_of(static_cast<unsigned char>(utf8[i++]));
        char32_t c = lead.bits;
        int left = lead.more;
        for (; left > 0 && i < utf8.size() && (static_cast<unsigned char>(utf8[i]) & 0xC0) == 0x80; --left)
            c = c << 6 | (static_cast<unsigned char>(utf8[i++]) & 0x3Fu);
        const bool valid = left == 0 && c >= lead.least && c <= 0x10FFFF && !(c >= 0xD800 && c < 0xE000);
        letters.push_back(valid ? c : 0xFFFD);
    }
    return letters;
}

std::string encoded(char32_t c) {
    const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 63))};
    if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63))};
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 63)), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63))};
}

}  // namespace eigenscape
