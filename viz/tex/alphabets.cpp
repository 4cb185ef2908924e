// Unicode gives each alphabet a block of its own from U+1D400 on, with holes where a letter had been encoded before.
#include "viz/tex/alphabets.h"

#include <array>
#include <utility>

namespace eigenscape {
namespace {

// Where a block's A, a and 0 stand; its capital Alpha and small alpha. 0: it has none.
struct Block {
    char32_t capital, small, digit, greek_capital, greek_small;
};

constexpr Block block_of(Alphabet alphabet) {
    switch (alphabet) {
        case Alphabet::math: return {0x1D434, 0x1D44E, 0, 0, 0x1D6FC};
        case Alphabet::italic: return {0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC};
        case Alphabet::bold: return {0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2};
        case Alphabet::bold_italic: return {0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736};
        case Alphabet::blackboard: return {0x1D538, 0x1D552, 0x1D7D8, 0, 0};
        case Alphabet::calligraphic: return {0x1D49C, 0x1D4B6, 0, 0, 0};
        case Alphabet::fraktur: return {0x1D504, 0x1D51E, 0, 0, 0};
        case Alphabet::sans: return {0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0};
        case Alphabet::typewriter: return {0x1D670, 0x1D68A, 0x1D7F6, 0, 0};
        case Alphabet::upright: break;
    }
    return {};
}

// Letters that Unicode had before their alphabet came.
constexpr std::array<std::pair<char32_t, char32_t>, 24> moved = {
    {{0x1D455, 0x210E}, {0x1D49D, 0x212C}, {0x1D4A0, 0x2130}, {0x1D4A1, 0x2131}, {0x1D4A3, 0x210B}, {0x1D4A4, 0x2110},
     {0x1D4A7, 0x2112}, {0x1D4A8, 0x2133}, {0x1D4AD, 0x211B}, {0x1D4BA, 0x212F}, {0x1D4BC, 0x210A}, {0x1D4C4, 0x2134},
     {0x1D506, 0x212D}, {0x1D50B, 0x210C}, {0x1D50C, 0x2111}, {0x1D515, 0x211C}, {0x1D51D, 0x2128}, {0x1D53A, 0x2102},
     {0x1D53F, 0x210D}, {0x1D545, 0x2115}, {0x1D547, 0x2119}, {0x1D548, 0x211A}, {0x1D549, 0x211D}, {0x1D551, 0x2124}}};

// Greek letters that stand behind omega in their blocks, in the order they do.
constexpr std::array<char32_t, 7> after_omega = {0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6};

char32_t in_block(char32_t c, const Block& block) {
    if (c >= U'A' && c <= U'Z' && block.capital) return block.capital + (c - U'A');
    if (c >= U'a' && c <= U'z' && block.small) return block.small + (c - U'a');
    if (c >= U'0' && c <= U'9' && block.digit) return block.digit + (c - U'0');
    if (c >= 0x391 && c <= 0x3A9 && block.greek_capital) return block.greek_capital + (c - 0x391);
    if (c == 0x2207 && block.greek_capital && block.digit) return block.greek_capital + 25;  // a bold nabla
    if (c >= 0x3B1 && c <= 0x3C9 && block.greek_small) return block.greek_small + (c - 0x3B1);
    for (char32_t i = 0; i < after_omega.size(); ++i)
        if (c == after_omega[i] && block.greek_small) return block.greek_small + 25 + i;
    return c;
}

}  // namespace

char32_t styled(char32_t letter, Alphabet alphabet) {
    const char32_t found = in_block(letter, block_of(alphabet));
    for (const auto& [hole, earlier] : moved)
        if (found == hole) return earlier;
    return found;
}

}  // namespace eigenscape
