// Everything that begins with a backslash. To teach the parser a command, write its member function and add a row to
// `commands`; signs, functions, spaces and accents are rows of symbols.cpp instead.
#include "core/calculus/nearest_name.h"
#include "viz/tex/parser.h"
#include "viz/theme.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace eigenscape {
namespace {

Node node_of(Node::Kind kind) {
    Node node;
    node.kind = kind;
    return node;
}

struct FaceCommand {
    std::string_view command;
    Alphabet alphabet;
};
constexpr FaceCommand faces[] = {
    {"mathrm", Alphabet::upright},       {"mathbf", Alphabet::bold},          {"boldsymbol", Alphabet::bold_italic},
    {"bm", Alphabet::bold_italic},       {"mathit", Alphabet::italic},        {"mathbb", Alphabet::blackboard},
    {"mathcal", Alphabet::calligraphic}, {"mathscr", Alphabet::calligraphic}, {"mathfrak", Alphabet::fraktur},
    {"mathsf", Alphabet::sans},          {"mathtt", Alphabet::typewriter},    {"mathnormal", Alphabet::math}};

constexpr std::pair<std::string_view, Atom> classes[] = {
    {"mathord", Atom::ord},   {"mathop", Atom::op},       {"mathbin", Atom::bin},     {"mathrel", Atom::rel},
    {"mathopen", Atom::open}, {"mathclose", Atom::close}, {"mathpunct", Atom::punct}, {"mathinner", Atom::inner}};

constexpr std::pair<std::string_view, char32_t> braces[] = {{"underbrace", U'⏟'},
                                                            {"overbrace", U'⏞'},
                                                            {"underparen", U'⏝'},
                                                            {"overparen", U'⏜'},
                                                            {"overrightarrow", U'\u20D7'},
                                                            {"overleftarrow", U'\u20D6'},
                                                            {"overleftrightarrow", U'\u20E1'}};
constexpr std::pair<std::string_view, char32_t> arrows[] = {
    {"xrightarrow", U'→'}, {"xleftarrow", U'←'}, {"xleftrightarrow", U'↔'}, {"xRightarrow", U'⇒'}, {"xmapsto", U'↦'}};

constexpr std::pair<char32_t, char32_t> negations[] = {{U'=', U'≠'}, {U'∈', U'∉'}, {U'<', U'≮'}, {U'>', U'≯'},
                                                       {U'≡', U'≢'}, {U'⊂', U'⊄'}, {U'≤', U'≰'}, {U'≥', U'≱'},
                                                       {U'∼', U'≁'}, {U'≈', U'≉'}, {U'∃', U'∄'}, {U'⊆', U'⊈'}};

// Of what \cdots and \ldots are made; 0 for other names.
char32_t dot_of(std::string_view name) {
    if (name == "cdots" || name == "dotsb") return U'⋅';
    if (name == "ldots" || name == "dots" || name == "dotsc") return U'.';
    return 0;
}

template <class Table>
auto row_of(const Table& table, std::string_view name) {
    return std::ranges::find(table, name, [](const auto& row) { return row.first; });
}

constexpr std::array<std::string_view, 4> manners = {"displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle"};

}  // namespace

const std::vector<std::pair<std::string_view, TexParser::Command>>& TexParser::commands() {
    using P = TexParser;
    static const auto rows = [] {
        std::vector<std::pair<std::string_view, Command>> all = {
            {"frac", &P::fraction},    {"dfrac", &P::fraction},   {"tfrac", &P::fraction},
            {"cfrac", &P::fraction},   {"binom", &P::fraction},   {"dbinom", &P::fraction},
            {"tbinom", &P::fraction},  {"sqrt", &P::root},        {"operatorname", &P::operator_name},
            {"overline", &P::line},    {"underline", &P::line},   {"overset", &P::stacked},
            {"underset", &P::stacked}, {"stackrel", &P::stacked}, {"phantom", &P::unseen},
            {"hphantom", &P::unseen},  {"vphantom", &P::unseen},  {"mathstrut", &P::unseen},
            {"boxed", &P::framed},     {"cancel", &P::framed},    {"bcancel", &P::framed},
            {"xcancel", &P::framed},   {"not", &P::negated},      {"bmod", &P::modulo},
            {"pmod", &P::modulo},      {"color", &P::color},      {"textcolor", &P::color},
            {"left", &P::fenced},      {"begin", &P::table},      {"substack", &P::substack},
            {"text", &P::text},        {"textrm", &P::text},      {"textbf", &P::text},
            {"textit", &P::text},      {"mbox", &P::text},        {"num", &P::number},
            {"play", &P::played},
        };
        for (const FaceCommand& face : faces) all.emplace_back(face.command, &P::alphabet);
        for (const auto& [name, atom] : classes) all.emplace_back(name, &P::as_class);
        for (const auto& [name, sign] : braces) all.emplace_back(name, &P::brace);
        for (const auto& [name, sign] : arrows) all.emplace_back(name, &P::arrow);
        for (const auto name : manners) all.emplace_back(name, &P::manner);
        for (const auto name : {"big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr",
                                "Biggr", "bigm", "Bigm", "biggm", "Biggm"})
            all.emplace_back(name, &P::sized);
        return all;
    }();
    return rows;
}

TexParser::Command TexParser::find_command(std::string_view name) {
    static const std::unordered_map<std::string_view, Command> by_name(commands().begin(), commands().end());
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

void TexParser::command(const TexToken& token, Nodes& out) {
    Node node;
    if (const Command reads = find_command(token.name)) {
        (this->*reads)(token, out);
    } else if (token.name == "implies" || token.name == "iff" || token.name == "impliedby") {
        node = node_of(Node::space);
        node.amount = 5 / 18.0;  // amsmath's \; on either side
        out.push_back(node);
        letter({TexToken::letter, find_symbol(token.name)->letter, {}, token.place}, out);
        out.push_back(std::move(node));
    } else if (const char32_t dot = dot_of(token.name)) {
        node = node_of(Node::row);  // three dots as TeX spaces them: the font's own stand too close
        node.atom = Atom::inner;
        for (int i = 0; i < 3; ++i) {
            letter({TexToken::letter, dot, {}, token.place}, node.kids);
            node.kids.back().atom = Atom::punct;
        }
        out.push_back(std::move(node));
    } else if (const TexSymbol* symbol = find_symbol(token.name)) {
        node.kind = Node::letter;
        node.sign = styled(symbol->letter, alphabet_);
        node.atom = symbol->atom;
        node.big = symbol->big;
        node.limits = symbol->limits;
        out.push_back(std::move(node));
    } else if (const TexFunction* function = find_function_name(token.name)) {
        node.kind = Node::words;
        node.text = function->shown;
        node.atom = Atom::op;
        node.limits = function->limits;
        out.push_back(std::move(node));
    } else if (const auto space = find_space(token.name)) {
        node.kind = Node::space;
        node.amount = *space;
        out.push_back(std::move(node));
    } else if (const TexAccent* accent = find_accent(token.name)) {
        node.kind = Node::accent;
        node.sign = accent->mark;
        node.wide = accent->wide;
        node.kids.push_back(argument(token));
        out.push_back(std::move(node));
    } else {
        unknown(token, out);
    }
}

void TexParser::unknown(const TexToken& token, Nodes& out) {
    if (token.name == "end" || token.name == "right" || token.name == "middle" || token.name == "limits" ||
        token.name == "nolimits") {
        const std::string why = token.name == "end" ? "There is no \\begin for this \\end."
                                : token.name == "limits" || token.name == "nolimits"
                                    ? "\\" + token.name + " may only follow an operator, such as \\sum."
                                    : "There is no \\left for this \\" + token.name + ".";
        if (token.name == "end") raw_argument(token, "a name");
        out.push_back(error(token, why));
        return;
    }
    static const auto names = [] {
        auto all = symbol_names();
        for (const auto& [name, reads] : commands()) all.push_back(name);
        return all;
    }();
    const std::string near = nearest_name(token.name, names);
    out.push_back(error(
        token, "There is no \\" + token.name + " here." +
                   (near.empty() ? std::string(" For words write \\text{…}.") : " Did you mean \\" + near + "?")));
}

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

void TexParser::alphabet(const TexToken& token, Nodes& out) {
    const auto* face = std::ranges::find(faces, token.name, &FaceCommand::command);
    const Alphabet outer = std::exchange(alphabet_, face->alphabet);
    out.push_back(argument(token));
    alphabet_ = outer;
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

void TexParser::as_class(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::row);
    node.kids.push_back(argument(token));
    node.atom = row_of(classes, token.name)->second;
    if (node.atom == Atom::op) node.limits = Limits::in_displays;
    out.push_back(std::move(node));
}

void TexParser::manner(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::manner);
    node.style = static_cast<std::uint8_t>(std::ranges::find(manners, token.name) - manners.begin());
    out.push_back(std::move(node));
}

void TexParser::line(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::line);
    node.above = token.name == "overline";
    node.kids.push_back(argument(token));
    out.push_back(std::move(node));
}

void TexParser::brace(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::brace);
    node.above = token.name.starts_with("over");
    node.sign = row_of(braces, token.name)->second;
    if (!token.name.ends_with("arrow")) {  // what is written under a brace belongs to it
        node.atom = Atom::op;
        node.limits = Limits::always;
    }
    node.kids.push_back(argument(token));
    out.push_back(std::move(node));
}

void TexParser::arrow(const TexToken& token, Nodes& out) {
    Node node = node_of(Node::arrow);
    node.sign = row_of(arrows, token.name)->second;
    node.atom = Atom::rel;
    auto below = option();
    node.kids.push_back(argument(token));
    if (below) node.kids.push_back(std::move(*below));
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
    else
        out.push_back(std::move(term));
    out.push_back(std::move(off));
}

}  // namespace eigenscape
