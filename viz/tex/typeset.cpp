// The way from source to sheet: parse, set, remember.
#include "viz/tex/typeset.h"

#include "core/memo.h"
#include "viz/tex/compositor.h"
#include "viz/tex/parse.h"
#include "viz/tex/spoken.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

constexpr std::size_t most_remembered = 256;

struct Asked {
    double size;
    TexStyle style;
    std::string tex;
    bool operator==(const Asked&) const = default;
};

Typeset set_now(const Asked& asked) {
    const double size = std::isfinite(asked.size) ? std::clamp(asked.size, 0.0, 1e4) : 0;
    ParsedTex parsed = parse_tex(asked.tex);
    Compositor compositor(size);
    const Box box =
        compositor.set(parsed.root, {static_cast<std::uint8_t>(asked.style == TexStyle::display ? 0 : 1), false});
    Typeset out = std::move(compositor.sheet());
    out.width = box.width;
    out.ascent = box.ascent;
    out.descent = box.descent;
    out.errors = std::move(parsed.errors);
    if (compositor.full())
        out.errors.push_back(
            {1, "This formula has more than " + std::to_string(most_glyphs) + " signs: the rest is left out."});
    std::ranges::stable_sort(out.errors, {}, &TexError::column);
    out.spoken = spoken(parsed.root);
    return out;
}

}  // namespace

std::shared_ptr<const Typeset> typeset(std::string_view tex, double size_points, TexStyle style) {
    static Memo<Asked, Typeset> memo(most_remembered);
    const Asked asked{size_points, style, std::string(tex)};
    return memo(asked, [&] { return set_now(asked); });
}

std::string tex_words(std::string_view words) {
    std::string tex = "\\text{";
    for (const char c : words) {
        if (c == '\\') tex += "\\textbackslash{}";
        else if (c == '~') tex += "\\textasciitilde{}";
        else if (c == '^') tex += "\\textasciicircum{}";
        else if (std::string_view("{}$%&#_").find(c) != std::string_view::npos) (tex += '\\') += c;
        else tex += c;
    }
    return tex + '}';
}

std::string tex_prose(std::string_view text) {
    std::string tex;
    bool in_formula = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('$'), text.size());
        const std::string_view piece = text.substr(0, end);
        if (!piece.empty()) tex += in_formula ? std::string(piece) : tex_words(piece);
        text.remove_prefix(std::min(end + 1, text.size()));
        in_formula = !in_formula;
    }
    return tex;
}

}  // namespace eigenscape
