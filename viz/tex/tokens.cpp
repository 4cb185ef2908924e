// One pass over the characters; nothing can go wrong here, since every character is a token of some kind.
#include "viz/tex/tokens.h"

#include "viz/text_faces.h"

namespace eigenscape {
namespace {

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }

TexToken::Kind kind_of(char32_t c) {
    switch (c) {
        case U'{': return TexToken::open;
        case U'}': return TexToken::close;
        case U'^': return TexToken::raise;
        case U'_': return TexToken::lower;
        case U'\'': return TexToken::prime;
        case U'&': return TexToken::cell;
        case U'$': return TexToken::dollar;
        default: return TexToken::letter;
    }
}

}  // namespace

TexTokens tex_tokens(std::string_view tex) {
    TexTokens out{decoded(tex), {}};
    const auto& source = out.source;
    out.tokens.reserve(source.size() + 1);
    for (std::size_t i = 0; i < source.size();) {
        const std::size_t start = i;
        const char32_t c = source[i++];
        if (is_space(c)) {
            while (i < source.size() && is_space(source[i])) ++i;
            out.tokens.push_back({TexToken::space, U' ', {}, start});
        } else if (c != U'\\' || i == source.size()) {
            out.tokens.push_back({kind_of(c), c, {}, start});
        } else if (source[i] == U'\\') {
            out.tokens.push_back({TexToken::line, source[i++], {}, start});
        } else {
            TexToken token{TexToken::command, source[i], {}, start};
            if (is_ascii_letter(source[i]))
                while (i < source.size() && is_ascii_letter(source[i])) token.name += static_cast<char>(source[i++]);
            else token.name = encoded(is_space(source[i]) ? U' ' : source[i]), ++i;
            out.tokens.push_back(std::move(token));
        }
    }
    out.tokens.push_back({TexToken::end, 0, {}, source.size()});
    return out;
}

}  // namespace eigenscape
