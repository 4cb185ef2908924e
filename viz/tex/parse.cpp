// Rows and groups; letters and what they mean; what is told of mistakes.
#include "viz/tex/parse.h"

#include "viz/tex/parser.h"

#include <utility>

namespace eigenscape {
namespace {

bool is_combining(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20F0); }

// The first part of a text, whole characters only.
std::string_view cut(std::string_view tex) {
    if (tex.size() <= 4 * longest_tex) return tex;
    std::size_t end = 4 * longest_tex;
    while (end > 0 && (static_cast<unsigned char>(tex[end]) & 0xC0) == 0x80) --end;
    return tex.substr(0, end);
}

}  // namespace

Node simplest(Node row) {
    if (row.kind != Node::row || row.kids.size() != 1) return row;
    Node& only = row.kids[0];
    if (only.kind != Node::letter || only.big) return row;
    only.atom = row.atom;
    Node kid = std::move(only);
    return kid;
}

TexParser::TexParser(std::string_view tex) {
    TexTokens read = tex_tokens(cut(tex));
    source_ = std::move(read.source);
    tokens_ = std::move(read.tokens);
    if (source_.size() <= longest_tex) return;
    tell(longest_tex, "A formula may have " + std::to_string(longest_tex) + " characters: the rest is left out.");
    while (tokens_.back().kind == TexToken::end || tokens_.back().place >= longest_tex) tokens_.pop_back();
    tokens_.push_back({TexToken::end, 0, {}, longest_tex});
}

ParsedTex TexParser::parsed() {
    Node root = row(0);
    return {std::move(root), std::move(errors_)};
}

ParsedTex parse_tex(std::string_view tex) { return TexParser(tex).parsed(); }

unsigned TexParser::stop_of(const TexToken& token) const {
    switch (token.kind) {
        case TexToken::close: return at_close;
        case TexToken::cell:
        case TexToken::line: return at_cell;
        case TexToken::dollar: return at_dollar;
        case TexToken::letter: return token.sign == U']' ? at_bracket : 0u;
        case TexToken::command:
            return token.name == "end" ? at_end : token.name == "right" || token.name == "middle" ? at_right : 0u;
        default: return 0;
    }
}

// Reads up to one of `stops`, or of those that someone further out waits for unless they are `hidden`.
Node TexParser::row(unsigned stops, unsigned hidden) {
    Node row;
    row.kind = Node::row;
    const unsigned outer = std::exchange(stops_, (stops_ & ~hidden) | stops);
    for (;;) {
        skip_spaces();
        if (next().kind == TexToken::end || (stop_of(next()) & stops_) != 0) break;
        const std::size_t before = row.kids.size();
        atom(row.kids);
        const bool added = row.kids.size() > before || before == 0;  // a combining accent changes the letter before it
        scripts(row.kids, added ? before : before - 1);
    }
    stops_ = outer;
    return row;
}

void TexParser::skip_spaces() {
    while (next().kind == TexToken::space) take();
}

bool TexParser::deeper(const TexToken& token, Nodes& out) {
    if (depth_ < deepest_tex) return true;
    if (!gave_up_) {
        tell(token.place, "This formula is nested more than " + std::to_string(deepest_tex) +
                              " levels deep: say it in several formulas.");
        Node rest;
        rest.kind = Node::error;
        rest.text = "…";
        out.push_back(std::move(rest));
    }
    gave_up_ = true;
    at_ = tokens_.size() - 1;
    return false;
}

void TexParser::atom(Nodes& out) {
    const TexToken& token = take();
    if (!deeper(token, out)) return;
    ++depth_;
    switch (token.kind) {
        case TexToken::letter: letter(token, out); break;
        case TexToken::command: command(token, out); break;
        case TexToken::open:
            --at_;
            out.push_back(group());
            break;
        case TexToken::raise:
        case TexToken::lower:
        case TexToken::prime: {
            --at_;  // a script of nothing: \scripts gives it an empty base
            Node base;
            base.kind = Node::row;
            out.push_back(std::move(base));
            break;
        }
        default: stray(token, out);
    }
    --depth_;
}

void TexParser::letter(const TexToken& token, Nodes& out) {
    if (token.sign == U'~' || token.sign == 0xA0) {
        Node space;
        space.kind = Node::space;
        space.amount = 0.333;
        out.push_back(std::move(space));
        return;
    }
    if (const auto small = small_letter(token.sign)) {
        --at_;
        Node base;
        base.kind = Node::row;
        out.push_back(std::move(base));
        return;
    }
    if (is_combining(token.sign) && !out.empty() && !out.back().is_between()) {
        Node accent;
        accent.kind = Node::accent;
        accent.sign = token.sign;
        accent.kids.push_back(std::move(out.back()));
        out.back() = std::move(accent);
        return;
    }
    const TexSymbol symbol = symbol_typed(token.sign);
    Node node;
    node.kind = Node::letter;
    node.sign = styled(symbol.letter, alphabet_);
    node.atom = symbol.atom;
    node.big = symbol.big;
    node.limits = symbol.limits;
    out.push_back(std::move(node));
}

void TexParser::stray(const TexToken& token, Nodes& out) {
    switch (token.kind) {
        case TexToken::close: out.push_back(error(token, "There is no { for this }.")); return;
        case TexToken::cell:
            out.push_back(error(token,
                                "& separates columns: it may stand only inside a matrix, cases or aligned. "
                                "For the sign write \\&."));
            return;
        case TexToken::line:
            out.push_back(error(token, "\\\\ begins a new row: it may stand only inside a matrix, cases or aligned."));
            return;
        default: out.push_back(error(token, "A dollar sign has no place inside a formula. For the sign write \\$."));
    }
}

Node TexParser::group() { return simplest(braced_row()); }

Node TexParser::braced_row() {
    const TexToken& open = take();
    const Alphabet outer = alphabet_;
    Node inside = row(at_close, at_cell | at_bracket | at_dollar);
    alphabet_ = outer;
    if (next().kind == TexToken::close) take();
    else tell(open.place, "This { is never closed: a } is missing.");
    return inside;
}

std::string TexParser::written(std::size_t from, std::size_t to) const {
    std::string text;
    for (std::size_t i = from; i < to && i < source_.size(); ++i) text += encoded(source_[i]);
    return text;
}

Node TexParser::error(const TexToken& token, std::string message) {
    tell(token.place, std::move(message));
    Node node;
    node.kind = Node::error;
    node.text = written(token.place, token.kind == TexToken::command
                                         ? token.place + 1 + std::max<std::size_t>(1, token.name.size())
                                     : token.kind == TexToken::line ? token.place + 2
                                                                    : token.place + 1);
    return node;
}

void TexParser::tell(std::size_t place, std::string message) {
    if (!gave_up_ && errors_.size() < most_tex_errors) errors_.push_back({place + 1, std::move(message)});
}

}  // namespace eigenscape
