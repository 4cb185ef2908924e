// Words and numbers inside formulas: \text{…} with its own rules, \num{name}{1.00}, and \play{t=0..1}{V}.
#include "viz/tex/parser.h"

#include <utility>

namespace eigenscape {
namespace {

void flush(std::string& run, std::vector<Node>& out) {
    if (run.empty()) return;
    Node node;
    node.kind = Node::words;
    node.text = std::exchange(run, {});
    out.push_back(std::move(node));
}

std::string curly(char32_t sign) { return sign == U'`' ? "‘" : sign == U'\'' ? "’" : encoded(sign); }

}  // namespace

void TexParser::text(const TexToken& token, Nodes& out) {
    skip_spaces();
    Node node;
    node.kind = Node::row;
    const bool braced = next().kind == TexToken::open;
    if (!braced && (next().kind == TexToken::end || stop_of(next()) != 0)) {
        out.push_back(argument(token));  // tells what is missing
        return;
    }
    if (braced) take();
    const Alphabet alphabet = token.name == "textbf"   ? Alphabet::bold
                              : token.name == "textit" ? Alphabet::italic
                                                       : Alphabet::upright;
    words(node.kids, alphabet, braced);
    if (braced && next().kind == TexToken::close) take();
    else if (braced) tell(token.place, "The braces of \\" + token.name + " are never closed: a } is missing.");
    out.push_back(std::move(node));
}

// Until the closing brace, or one token. Every space counts, a dollar sign begins a formula.
void TexParser::words(Nodes& out, Alphabet alphabet, bool braced) {
    std::string run;
    int braces = 0;
    do {
        const TexToken& token = next();
        if (token.kind == TexToken::end || (token.kind == TexToken::close && braces == 0)) break;
        take();
        if (token.kind == TexToken::open) {
            ++braces;
        } else if (token.kind == TexToken::close) {
            --braces;
        } else if (token.kind == TexToken::dollar) {
            flush(run, out);
            const Alphabet outer = std::exchange(alphabet_, Alphabet::math);
            if (depth_ < deepest_tex) {
                ++depth_;
                out.push_back(row(at_dollar | (braced ? at_close : 0u), at_cell | at_bracket));
                --depth_;
            }
            alphabet_ = outer;
            if (next().kind == TexToken::dollar) take();
            else tell(token.place, "This $ is never closed: a second $ is missing. For the sign write \\$.");
        } else if (token.kind == TexToken::command) {
            --at_;
            words_command(run, out, alphabet);
        } else if (token.kind == TexToken::line) {
            run += ' ';
        } else {
            run += token.sign == U'~' ? "\u00A0" : curly(styled(token.sign, alphabet));
        }
    } while (braced);
    flush(run, out);
}

void TexParser::words_command(std::string& run, Nodes& out, Alphabet) {
    const TexToken& token = take();
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {{"%", "%"},
                                                                              {"$", "$"},
                                                                              {"&", "&"},
                                                                              {"#", "#"},
                                                                              {"_", "_"},
                                                                              {"{", "{"},
                                                                              {"}", "}"},
                                                                              {" ", " "},
                                                                              {"textbackslash", "\\"},
                                                                              {"textasciitilde", "~"},
                                                                              {"textasciicircum", "^"},
                                                                              {"ldots", "…"},
                                                                              {"dots", "…"}};
    for (const auto& [name, sign] : signs) {
        if (token.name != name) continue;
        run += sign;
        if (name.size() > 1 && next().kind == TexToken::open && at_ + 1 < tokens_.size() &&
            tokens_[at_ + 1].kind == TexToken::close)
            at_ += 2;  // \textbackslash{}
        return;
    }
    flush(run, out);
    --at_;
    atom(out);
}

void TexParser::number(const TexToken& token, Nodes& out) {
    Node node;
    node.kind = Node::number;
    node.text = raw_argument(token, "the name of a number");
    skip_spaces();
    if (node.text.empty()) return;
    if (next().kind != TexToken::open) {
        const std::string name = node.text.substr(0, node.text.find(':'));
        tell(token.place, "The number '" + name + "' has no value here.");
        Node gap;
        gap.kind = Node::error;
        gap.text = name;
        out.push_back(std::move(gap));
        return;
    }
    const bool spaced = tokens_[at_ + 1].kind == TexToken::space;
    const TexToken& first = tokens_[at_ + 1 + (spaced ? 1 : 0)];
    const bool has_sign =
        first.kind == TexToken::letter && (first.sign == U'-' || first.sign == U'−' || first.sign == U'+');
    Node shown;
    shown.kind = Node::row;
    shown.kids.push_back(group());
    if ((spaced || keeps_signs_) &&
        !has_sign) {  // keep the room of a minus sign, so that the digits stay where they are
        Node room;
        room.kind = Node::unseen;
        room.wide = true;
        room.kids.emplace_back();
        room.kids[0].kind = Node::letter;
        room.kids[0].sign = U'−';
        shown.kids.insert(shown.kids.begin(), std::move(room));
    }
    node.kids.push_back(std::move(shown));
    out.push_back(std::move(node));
}

// A part like a number, whose name says what it plays: for the app to understand, here it is only kept.
void TexParser::played(const TexToken& token, Nodes& out) {
    Node node;
    node.kind = Node::number;
    node.text = raw_argument(token, "what is played, such as t=0..1,");
    skip_spaces();
    node.kids.push_back(argument(token));
    out.push_back(std::move(node));
}

}  // namespace eigenscape
