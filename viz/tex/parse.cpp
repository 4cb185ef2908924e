// Rows, groups and scripts; letters and what they mean.
#include "viz/tex/parse.h"

#include "viz/tex/parser.h"

#include <utility>

namespace eigenscape {
namespace {

Node letter_node(char32_t sign, Atom atom = Atom::ord) {
    Node node;
    node.kind = Node::letter;
    node.sign = sign;
    node.atom = atom;
    return node;
}

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
        case TexToken::close:
            return at_close;
        case TexToken::cell:
        case TexToken::line:
            return at_cell;
        case TexToken::dollar:
            return at_dollar;
        case TexToken::letter:
            return token.sign == U']' ? at_bracket : 0u;
        case TexToken::command:
            return token.name == "end" ? at_end : token.name == "right" || token.name == "middle" ? at_right : 0u;
        default:
            return 0;
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
        case TexToken::letter:
            letter(token, out);
            break;
        case TexToken::command:
            command(token, out);
            break;
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
        default:
            stray(token, out);
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
    Node node = letter_node(styled(symbol.letter, alphabet_), symbol.atom);
    node.big = symbol.big;
    node.limits = symbol.limits;
    out.push_back(std::move(node));
}

void TexParser::stray(const TexToken& token, Nodes& out) {
    switch (token.kind) {
        case TexToken::close:
            out.push_back(error(token, "There is no { for this }."));
            return;
        case TexToken::cell:
            out.push_back(error(token,
                                "& separates columns: it may stand only inside a matrix, cases or aligned. "
                                "For the sign write \\&."));
            return;
        case TexToken::line:
            out.push_back(error(token, "\\\\ begins a new row: it may stand only inside a matrix, cases or aligned."));
            return;
        default:
            out.push_back(error(token, "A dollar sign has no place inside a formula. For the sign write \\$."));
    }
}

// x^2_i, f'', \sum\limits_{k}: what follows the last node of `out`, if it was added at `from` or later.
void TexParser::scripts(Nodes& out, std::size_t from) {
    Node scripts;
    scripts.kind = Node::scripts;
    scripts.kids.resize(3);
    std::optional<Limits> limits;
    while (!gave_up_) {
        skip_spaces();
        const TexToken& token = next();
        const bool operates = out.size() > from && out.back().atom == Atom::op;
        if (operates && token.kind == TexToken::command && (token.name == "limits" || token.name == "nolimits")) {
            limits = token.name == "limits" ? Limits::always : Limits::beside;
            take();
        } else if (!script(token, scripts, out)) {
            break;
        }
    }
    if (out.size() <= from) return;
    if (limits) out.back().limits = *limits;
    if (scripts.kids[1].kind == Node::nothing && scripts.kids[2].kind == Node::nothing) return;
    if (out.back().kind == Node::ink_off) {  // a coloured term with a script is one thing
        Node group;
        group.kind = Node::row;
        group.kids.assign(std::make_move_iterator(out.begin() + static_cast<std::ptrdiff_t>(from)),
                          std::make_move_iterator(out.end()));
        out.resize(from);
        out.push_back(std::move(group));
    }
    scripts.limits = out.back().limits;
    scripts.atom = out.back().atom;
    scripts.kids[0] = std::move(out.back());
    out.back() = std::move(scripts);
}

// One script into its place; false when the token is none, or when its place is taken.
bool TexParser::script(const TexToken& token, Node& scripts, Nodes&) {
    const auto small = token.kind == TexToken::letter ? small_letter(token.sign) : std::nullopt;
    const bool raised = token.kind == TexToken::raise || token.kind == TexToken::prime || (small && small->raised);
    if (!raised && token.kind != TexToken::lower && !small) return false;
    Node& place = scripts.kids[raised ? 1 : 2];
    if (place.kind != Node::nothing && token.kind != TexToken::prime) {
        tell(token.place, raised ? "A second superscript: put braces around the first power, {x^2}^3."
                                 : "A second subscript: put braces around the first, {x_1}_2.");
    }
    Node read;
    ++depth_;
    if (token.kind == TexToken::prime) {
        read = primes();
        if (next().kind == TexToken::raise) {  // f'^2
            const TexToken& raise = take();
            read.kids.push_back(argument(raise));
        }
    } else if (small) {
        read = small_letters(raised);
    } else {
        read = argument(take());
    }
    --depth_;
    if (place.kind == Node::nothing) {
        place = std::move(read);
        return true;
    }
    Node both;  // shown one after the other, the second marked unless it is a prime
    both.kind = Node::row;
    both.kids.push_back(std::move(place));
    if (token.kind != TexToken::prime) {
        Node mark;
        mark.kind = Node::error;
        mark.text = raised ? "^" : "_";
        both.kids.push_back(std::move(mark));
    }
    both.kids.push_back(std::move(read));
    place = std::move(both);
    return true;
}

Node TexParser::primes() {
    Node row;
    row.kind = Node::row;
    while (next().kind == TexToken::prime) {
        take();
        row.kids.push_back(letter_node(U'′'));
    }
    return row;
}

Node TexParser::small_letters(bool raised) {
    Node row;
    row.kind = Node::row;
    while (next().kind == TexToken::letter) {
        const auto small = small_letter(next().sign);
        if (!small || small->raised != raised) break;
        take();
        row.kids.push_back(letter_node(small->letter));
    }
    return row;
}

Node TexParser::group() { return simplest(braced_row()); }

Node TexParser::braced_row() {
    const TexToken& open = take();
    const Alphabet outer = alphabet_;
    Node inside = row(at_close, at_cell | at_bracket | at_dollar);
    alphabet_ = outer;
    if (next().kind == TexToken::close)
        take();
    else
        tell(open.place, "This { is never closed: a } is missing.");
    return inside;
}

// What a command or script applies to: a group, or the next thing alone.
Node TexParser::argument(const TexToken& command) {
    skip_spaces();
    Nodes nodes;
    if (next().kind == TexToken::end || (stop_of(next()) & (stops_ & ~at_bracket)) != 0 ||
        next().kind == TexToken::raise || next().kind == TexToken::lower) {
        const std::string name = written(command.place, command.place + 1 + command.name.size());
        tell(command.place, name + " needs something after it, in braces: " + name + "{…}.");
        Node gap;
        gap.kind = Node::error;
        gap.text = "?";
        return gap;
    }
    if (next().kind == TexToken::open) return group();
    atom(nodes);
    if (nodes.size() == 1) return std::move(nodes[0]);
    Node row;
    row.kind = Node::row;
    row.kids = std::move(nodes);
    return row;
}

// [3] after \sqrt.
std::optional<Node> TexParser::option() {
    skip_spaces();
    if (next().kind != TexToken::letter || next().sign != U'[') return std::nullopt;
    const TexToken& open = take();
    Node inside = row(at_bracket, at_cell | at_dollar);
    if (stop_of(next()) == at_bracket)
        take();
    else
        tell(open.place, "This [ is never closed: a ] is missing.");
    return simplest(std::move(inside));
}

std::string TexParser::written(std::size_t from, std::size_t to) const {
    std::string text;
    for (std::size_t i = from; i < to && i < source_.size(); ++i) text += encoded(source_[i]);
    return text;
}

// A name in braces, as it was written: \color{first}, \begin{matrix}.
std::string TexParser::raw_argument(const TexToken& command, std::string_view what) {
    const std::size_t before = at_;
    skip_spaces();
    if (next().kind == TexToken::open) {
        const std::size_t from = take().place + 1;
        while (next().kind != TexToken::close && next().kind != TexToken::end && next().kind != TexToken::open) take();
        if (next().kind == TexToken::close) {
            std::string name = written(from, take().place);
            if (name.empty())
                tell(command.place, "\\" + command.name + " needs " + std::string(what) + " in its braces.");
            return name;
        }
    }
    at_ = before;
    tell(command.place, "\\" + command.name + " needs " + std::string(what) + " in braces.");
    return {};
}

// [2pt] after a double backslash: read over.
std::string TexParser::raw_option() {
    skip_spaces();
    if (next().kind != TexToken::letter || next().sign != U'[') return {};
    const std::size_t before = at_, from = take().place + 1;
    while (next().kind == TexToken::letter && next().sign != U']') take();
    if (next().kind == TexToken::letter) return written(from, take().place);
    at_ = before;
    return {};
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
