// Everything that begins with a backslash. To teach the parser a command, write its member function (a construction of
// its own goes into parse_constructions.cpp) and add a row to `commands`; signs, functions, spaces and accents are rows
// of symbols.cpp instead.
#include "core/calculus/nearest_name.h"
#include "viz/tex/parser.h"
#include "viz/theme.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace eigenscape {
namespace {

struct FaceCommand {
    std::string_view command;
    Alphabet alphabet;
};
constexpr FaceCommand face_commands[] = {
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
        for (const FaceCommand& face : face_commands) all.emplace_back(face.command, &P::alphabet);
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

void TexParser::alphabet(const TexToken& token, Nodes& out) {
    const auto* face = std::ranges::find(face_commands, token.name, &FaceCommand::command);
    const Alphabet outer = std::exchange(alphabet_, face->alphabet);
    out.push_back(argument(token));
    alphabet_ = outer;
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

}  // namespace eigenscape
