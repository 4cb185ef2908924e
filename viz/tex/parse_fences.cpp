// What stands between fences: \left … \right, \big(, matrices and the other environments made of rows and cells.
#include "core/calculus/nearest_name.h"
#include "viz/tex/parser.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

struct Environment {
    std::string_view name;
    char32_t left = 0, right = 0;
    std::string_view columns = "c";  // the last ones repeat
};
constexpr Environment environments[] = {
    {"matrix"},
    {"pmatrix", U'(', U')'},
    {"bmatrix", U'[', U']'},
    {"Bmatrix", U'{', U'}'},
    {"vmatrix", U'|', U'|'},
    {"Vmatrix", U'∥', U'∥'},
    {"smallmatrix"},
    {"cases", U'{', 0, "l"},
    {"aligned", 0, 0, "rl"},
    {"align", 0, 0, "rl"},
    {"split", 0, 0, "rl"},
    {"gathered", 0, 0, "c"},
    {"gather", 0, 0, "c"},
    {"equation", 0, 0, "c"},
    {"array", 0, 0, ""},
};

const Environment* find_environment(std::string_view name) {
    if (name.ends_with('*')) name.remove_suffix(1);
    const auto* found = std::ranges::find(environments, name, &Environment::name);
    return found == std::end(environments) ? nullptr : found;
}

constexpr std::pair<std::string_view, double> sizes[] = {{"big", 1.19}, {"Big", 1.79}, {"bigg", 2.39}, {"Bigg", 2.99}};

}  // namespace

// The character after \left, \right, \middle, \big: 0 for a dot, and where there is none.
char32_t TexParser::fence(const TexToken& command) {
    skip_spaces();
    const TexToken& token = next();
    const auto found = token.kind == TexToken::letter    ? fence_typed(token.sign)
                       : token.kind == TexToken::command ? fence_named(token.name)
                                                         : std::nullopt;
    if (found) {
        take();
        return *found;
    }
    tell(command.place, "\\" + command.name +
                            " needs a bracket after it: ( ) [ ] \\{ \\} | \\| \\langle \\rangle, or a dot "
                            "for none.");
    return 0;
}

void TexParser::fenced(const TexToken& token, Nodes& out) {
    Node node;
    node.kind = Node::fenced;
    node.atom = Atom::inner;
    node.fences += fence(token);
    for (;;) {
        node.kids.push_back(row(at_right, at_cell | at_bracket | at_close));
        if (next().kind != TexToken::command || stop_of(next()) != at_right) {
            tell(token.place, "There is no \\right for this \\left. For a bracket on one side only write \\right.");
            node.fences += U'\0';
            break;
        }
        const TexToken& bound = take();
        node.fences += fence(bound);
        if (bound.name == "right") break;
    }
    out.push_back(std::move(node));
}

void TexParser::sized(const TexToken& token, Nodes& out) {
    const char last = token.name.back();
    const std::string_view stem = std::string_view(token.name).substr(0, token.name.size() - (last == 'g' ? 0 : 1));
    Node node;
    node.kind = Node::sized;
    node.atom = last == 'l' ? Atom::open : last == 'r' ? Atom::close : last == 'm' ? Atom::rel : Atom::ord;
    node.amount = std::ranges::find(sizes, stem, [](const auto& s) { return s.first; })->second;
    node.sign = fence(token);
    out.push_back(std::move(node));
}

void TexParser::table(const TexToken& token, Nodes& out) {
    const std::string name = raw_argument(token, "a name");
    const Environment* environment = find_environment(name);
    Node node;
    node.kind = Node::table;
    if (!environment) {
        std::vector<std::string_view> names;
        for (const Environment& e : environments) names.push_back(e.name);
        const std::string near = nearest_name(name, names);
        if (!name.empty())
            tell(token.place, "There is no environment called '" + name + "'. " +
                                  (near.empty() ? std::string("There are matrix, pmatrix, bmatrix, vmatrix, cases, "
                                                              "aligned, array …")
                                                : "Did you mean " + near + "?"));
        environment = &environments[0];
    }
    node.text = environment->name;
    node.sign = environment->left;
    node.other = environment->right;
    std::string columns(environment->columns);
    if (environment->name == "array") columns = raw_argument(token, "its columns, such as cc|c,");
    for (const char c : columns)
        if (c == 'l' || c == 'c' || c == 'r' || c == '|') node.fences += static_cast<char32_t>(c);
    if (node.fences.empty()) node.fences.push_back(U'c');
    const bool columns_stand_still = environment->name.ends_with("matrix") || environment->name == "array";
    const bool outer = std::exchange(keeps_signs_, columns_stand_still);
    cells(token, node, at_end, environment->columns == "rl");
    keeps_signs_ = outer;
    table_end(token, name);
    node.atom = node.sign ? Atom::inner : Atom::ord;
    out.push_back(std::move(node));
}

void TexParser::substack(const TexToken& token, Nodes& out) {
    Node node;
    node.kind = Node::table;
    node.text = "substack";
    node.fences.push_back(U'c');
    skip_spaces();
    if (next().kind == TexToken::open) {
        take();
        cells(token, node, at_close, false);
        if (next().kind == TexToken::close) take();
        else tell(token.place, "The braces of \\substack are never closed: a } is missing.");
    } else {
        argument(token);  // tells what is missing
    }
    out.push_back(std::move(node));
}

// Rows until one of `stops`. In aligned rows a cell that continues one on its left begins with nothing, so that its
// = keeps its spaces.
void TexParser::cells(const TexToken& begin, Node& table, unsigned stops, bool aligned) {
    const Alphabet outer = std::exchange(alphabet_, Alphabet::math);
    for (bool more = true; more && !gave_up_;) {
        Node line;
        line.kind = Node::row;
        skip_spaces();
        while (next_is(TexToken::command, "hline")) {
            line.above = true;
            take();
            skip_spaces();
        }
        for (;;) {
            Node cell = row(at_cell | stops, at_bracket | at_dollar | (stops == at_end ? at_close | at_right : 0u));
            if (aligned && line.kids.size() % 2 == 1) {
                Node empty;
                empty.kind = Node::row;
                cell.kids.insert(cell.kids.begin(), std::move(empty));
            }
            line.kids.push_back(std::move(cell));
            if (next().kind != TexToken::cell) break;
            take();
        }
        more = next().kind == TexToken::line;
        if (more) {
            take();
            raw_option();
        }
        const bool blank = line.kids.size() == 1 && line.kids[0].kids.empty();
        if (blank && !more) line.kids.clear();
        if (!blank || more || line.above) table.kids.push_back(std::move(line));
    }
    alphabet_ = outer;
    static_cast<void>(begin);
}

void TexParser::table_end(const TexToken& begin, std::string_view name) {
    if (!next_is(TexToken::command, "end")) {
        tell(begin.place,
             "This \\begin{" + std::string(name) + "} is never ended: write \\end{" + std::string(name) + "}.");
        return;
    }
    const TexToken& end = take();
    const std::string ended = raw_argument(end, "a name");
    if (ended != name && !ended.empty())
        tell(end.place, "\\begin{" + std::string(name) + "} was ended by \\end{" + ended + "}.");
}

}  // namespace eigenscape
