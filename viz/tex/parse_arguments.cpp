// What a command applies to: its argument, an option in brackets, or a name that is taken as it was written.
#include "viz/tex/parser.h"

#include <utility>

namespace eigenscape {

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
    if (stop_of(next()) == at_bracket) take();
    else tell(open.place, "This [ is never closed: a ] is missing.");
    return simplest(std::move(inside));
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

}  // namespace eigenscape
