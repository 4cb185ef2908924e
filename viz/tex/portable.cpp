// Commands of ours are taken out, group by group; see portable.h. What is not closed is left as it is.
// Nesting is followed by counting braces, so that a deep formula needs no deep stack.
#include "viz/tex/portable.h"

#include <algorithm>
#include <array>

namespace eigenscape {
namespace {

// The place after the group that begins at `from`; npos when there is none or it is not closed.
std::size_t after_group(std::string_view tex, std::size_t from) {
    if (from >= tex.size() || tex[from] != '{') return std::string_view::npos;
    int depth = 0;
    for (std::size_t i = from; i < tex.size(); ++i) {
        if (tex[i] == '\\') ++i;
        else if (tex[i] == '{') ++depth;
        else if (tex[i] == '}' && --depth == 0) return i + 1;
    }
    return std::string_view::npos;
}

// Removes one command with its first group, keeping what the second holds; false when there is none.
bool without_one(std::string& tex, std::size_t at, std::string_view command) {
    const std::size_t first = at + command.size(), second = after_group(tex, first);
    const std::size_t end = second == std::string::npos ? second : after_group(tex, second);
    if (end == std::string::npos) return false;
    tex.replace(at, end - at,
                tex.substr(second, end - second));  // the braces stay, and with them what belongs together
    return true;
}

}  // namespace

std::string portable_tex(std::string_view source) {
    std::string tex(source);
    constexpr std::array<std::string_view, 4> ours = {"\\num", "\\color", "\\textcolor", "\\play"};
    for (const std::string_view command : ours)
        for (std::size_t at = tex.find(command); at != std::string::npos; at = tex.find(command, at)) {
            const bool whole = at + command.size() < tex.size() && tex[at + command.size()] == '{';
            if (!whole || !without_one(tex, at, command)) ++at;
        }
    constexpr std::string_view minus = "\u2212";
    for (std::size_t at = tex.find(minus); at != std::string::npos; at = tex.find(minus, at))
        tex.replace(at, minus.size(), "-");
    return tex;
}

std::string portable_prose(std::string_view text) {
    std::string result;
    bool in_formula = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('$'), text.size());
        const std::string_view piece = text.substr(0, end);
        result += in_formula ? portable_tex(piece) : std::string(piece);
        if (end < text.size()) result += '$', in_formula = !in_formula;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

}  // namespace eigenscape
