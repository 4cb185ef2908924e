// One pass over the source that only counts what is open; see breaks.h.
#include "viz/tex/breaks.h"

#include <cctype>
#include <cstddef>

namespace eigenscape {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// The command's name at a backslash, without it; of "\{" the sign.
std::string_view command_at(std::string_view tex, std::size_t at) {
    std::size_t end = at + 1;
    while (end < tex.size() && is_letter(tex[end])) ++end;
    if (end == at + 1 && end < tex.size()) ++end;
    return tex.substr(at + 1, end - at - 1);
}

// A sign after one of these belongs to what follows: "= -1", "x^-".
bool leaves_open(char before) { return std::string_view("+-=<>^_,&([{").find(before) != std::string_view::npos; }

}  // namespace

std::vector<std::string_view> pieces_of_tex(std::string_view tex) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    int depth = 0;
    char before = '=';
    for (std::size_t i = 0; i < tex.size(); ++i) {
        const char c = tex[i];
        if (c == ' ') continue;
        if (c == '\\') {
            const std::string_view name = command_at(tex, i);
            const bool opens = name == "left" || name == "begin", closes = name == "right" || name == "end";
            depth += opens - closes;
            i += name.size();
            // The delimiter is no bracket of its own.
            if ((name == "left" || name == "right") && i + 1 < tex.size()) i += tex[i + 1] == '\\' ? 0 : 1;
            before = opens ? '(' : 'x';
            continue;
        }
        if (c == '{' || c == '(' || c == '[') ++depth;
        if (c == '}' || c == ')' || c == ']') --depth;
        if (depth == 0 && (c == '+' || c == '-' || c == '=') && !leaves_open(before)) {
            pieces.push_back(tex.substr(begin, i - begin));
            begin = i;
        }
        before = c;
    }
    pieces.push_back(tex.substr(begin));
    return pieces;
}

}  // namespace eigenscape
