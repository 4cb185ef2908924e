// Superscripts, subscripts and primes: those that are typed with ^, _ and ', and the small letters of Unicode.
#include "viz/tex/parser.h"

#include <iterator>
#include <utility>

namespace eigenscape {
namespace {

Node plain_letter(char32_t sign) {
    Node node;
    node.kind = Node::letter;
    node.sign = sign;
    node.atom = Atom::ord;
    return node;
}

}  // namespace

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
        mark.text.assign(1, raised ? '^' : '_');
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
        row.kids.push_back(plain_letter(U'′'));
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
        row.kids.push_back(plain_letter(small->letter));
    }
    return row;
}

}  // namespace eigenscape
