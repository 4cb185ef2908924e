// Fractions, roots, stacks, frames, colours: what commands make of their arguments.
#include "core/calculus/nearest_name.h"
#include "viz/tex/parser.h"
#include "viz/theme.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

constexpr std::pair<char32_t, char32_t> negations[] = {{U'=', U'≠'}, {U'∈', U'∉'}, {U'<', U'≮'}, {U'>', U'≯'},
                                                       {U'≡', U'≢'}, {U'⊂', U'⊄'}, {U'≤', U'≰'}, {U'≥', U'≱'},
                                                       {U'∼', U'≁'}, {U'≈', U'≉'}, {U'∃', U'∄'}, {U'⊆', U'⊈'}};

}  // namespace

void TexParser::fraction(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::fraction);
    node.amount = 1;
    if (token.name.ends_with("binom")) {
        node.amount = 0;
        node.sign = U'(';
        node.other = U')';
    }
    if (token.name[0] == 'd' || token.name[0] == 'c') node.style = 0;
    if (token.name[0] == 't') node.style = 1;
    node.kids.push_back(argument(token));
    node.kids.push_back(argument(token));
    out.push_back(std::move(node));
}

void TexParser::root(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::root);
    auto degree = option();
    node.kids.push_back(argument(token));
    if (degree) node.kids.push_back(std::move(*degree));
    out.push_back(std::move(node));
}

void TexParser::operator_name(const TexToken& token, Nodes& out) {
    const bool starred = next().kind == TexToken::letter && next().sign == U'*';
    if (starred) take();
    const Alphabet outer = std::exchange(alphabet_, Alphabet::upright);
    Node node = node_of(Node::row);
    node.kids.push_back(argument(token));
    alphabet_ = outer;
    node.atom = Atom::op;
    node.limits = starred ? Limits::in_displays : Limits::beside;
    out.push_back(std::move(node));
}

void TexParser::line(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::line);
    node.above = token.name == "overline";
    node.kids.push_back(argument(token));
    out.push_back(std::move(node));
}

// \overset{!}{=}: the script first, then what carries it and gives its class.
void TexParser::stacked(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::scripts);
    node.kids.resize(3);
    node.limits = Limits::always;
    node.kids[token.name == "underset" ? 2 : 1] = argument(token);
    skip_spaces();
    const bool lone = next().kind == TexToken::open;
    const std::size_t before = at_;
    node.kids[0] = argument(token);
    node.atom = token.name == "stackrel" ? Atom::rel : node.kids[0].atom;
    if (lone && before + 2 < tokens_.size() && at_ == before + 3) {  // {=}: the braces were for the command alone
        const TexToken& only = tokens_[before + 1];
        const TexSymbol* named = only.kind == TexToken::command ? find_symbol(only.name) : nullptr;
        if (named) node.atom = named->atom;
        if (only.kind == TexToken::letter) node.atom = symbol_typed(only.sign).atom;
    }
    out.push_back(std::move(node));
}

void TexParser::unseen(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::unseen);
    node.wide = token.name == "phantom" || token.name == "hphantom";
    node.tall = token.name != "hphantom";
    if (token.name == "mathstrut") {
        node.kids.push_back(node_of(Node::letter));
        node.kids[0].sign = U'(';
    } else {
        node.kids.push_back(argument(token));
    }
    out.push_back(std::move(node));
}

void TexParser::framed(const TexToken& token, Nodes& out) {
    Node node = node_of(token.name == "boxed" ? Node::boxed : Node::struck);
    node.sign = token.name == "cancel" ? U'/' : token.name == "bcancel" ? U'\\' : U'x';
    node.kids.push_back(argument(token));
    out.push_back(std::move(node));
}

void TexParser::negated(const TexToken& token, Nodes& out) {
    Node node = argument(token);
    const auto* found = std::ranges::find(negations, node.sign, [](const auto& row) { return row.first; });
    if (node.kind == Node::letter && found != std::end(negations)) {
        node.sign = found->second;
        out.push_back(std::move(node));
        return;
    }
    Node accent = node_of(Node::struck);
    accent.sign = U'/';
    accent.atom = node.atom;
    accent.kids.push_back(std::move(node));
    out.push_back(std::move(accent));
}

void TexParser::modulo(const TexToken& token, Nodes& out) {
    Node mod = node_of(Node::words);
    mod.text = "mod";
    if (token.name == "bmod") {
        mod.atom = Atom::bin;
        out.push_back(std::move(mod));
        return;
    }
    Node space = node_of(Node::space), thin = space, open = node_of(Node::letter), close = open;
    space.amount = 1;
    thin.amount = 1 / 3.0;
    open.sign = U'(';
    open.atom = Atom::open;
    close.sign = U')';
    close.atom = Atom::close;
    Node of = argument(token);
    for (Node* node : {&space, &open, &mod, &thin, &of, &close}) out.push_back(std::move(*node));
}

// The term stands in the row as it would without its colour, so that the spaces do not change.
void TexParser::color(const TexToken& token, Nodes& out) {
    const std::string role = raw_argument(token, "a role, such as first,");
    auto ink = ink_named(role);
    if (!ink) {
        if (!role.empty()) {
            static const auto names = [] {
                std::vector<std::string_view> all;
                for (int i = 0; i < ink_count; ++i) all.push_back(name_of(static_cast<Ink>(i)));
                return all;
            }();
            const std::string near = nearest_name(role, names);
            tell(token.place, "No colour is called '" + role + "'. " +
                                  (near.empty() ? std::string("Colours are roles: first, second, special, gradient …")
                                                : "Did you mean " + near + "?"));
        }
        ink = Ink::negative;
    }
    Node on = node_of(Node::ink_on), off = node_of(Node::ink_off);
    on.ink = off.ink = ink;
    skip_spaces();
    Node term = next().kind == TexToken::open ? braced_row() : argument(token);
    out.push_back(std::move(on));
    if (term.kind == Node::row && term.atom == Atom::ord)
        for (Node& kid : term.kids) out.push_back(std::move(kid));
    else out.push_back(std::move(term));
    out.push_back(std::move(off));
}

}  // namespace eigenscape
