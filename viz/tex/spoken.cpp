// One walk over the tree. Letters of mathematical alphabets become plain ones again, spaces stand around relations.
#include "viz/tex/spoken.h"

#include "viz/tex/alphabets.h"
#include "viz/text_faces.h"

#include <unordered_map>

namespace eigenscape {
namespace {

char32_t plain(char32_t letter) {
    static const auto known = [] {
        std::unordered_map<char32_t, char32_t> map;
        const auto add = [&](char32_t from, char32_t to) {
            for (char32_t c = from; c <= to; ++c)
                for (int a = 0; a <= static_cast<int>(Alphabet::typewriter); ++a)
                    if (a != static_cast<int>(Alphabet::blackboard))
                        if (const char32_t s = styled(c, static_cast<Alphabet>(a)); s != c) map.emplace(s, c);
        };
        add(U'0', U'9');
        add(U'A', U'Z');
        add(U'a', U'z');
        add(0x391, 0x3F6);
        add(0x2202, 0x2207);
        map[U'\U0001D6A4'] = U'i';
        map[U'\U0001D6A5'] = U'j';
        return map;
    }();
    const auto found = known.find(letter);
    return found == known.end() ? letter : found->second;
}

class Speaker {
  public:
    std::string said;

    void say(const Node& node) {
        const bool alone = said.empty() || std::string_view(" ([{|^_/").find(said.back()) != std::string_view::npos;
        const bool apart = node.atom == Atom::rel || (node.atom == Atom::bin && !alone);
        if (apart) space();
        say_bare(node);
        if (apart || node.atom == Atom::punct) space();
    }

  private:
    std::size_t after_ = 0;  // how much had been said when the last letter was
    bool digit_ = false;     // which was a digit

    void space() {
        if (!said.empty() && said.back() != ' ') said += ' ';
    }
    void say_all(const std::vector<Node>& kids) {
        for (const Node& kid : kids) say(kid);
    }
    // In brackets unless it is one thing.
    void say_grouped(const Node& node) {
        const bool one = node.kind != Node::row || node.kids.size() < 2;
        if (!one) said += '(';
        say(node);
        if (!one) said += ')';
    }
    void fence(char32_t sign) {
        if (sign) said += encoded(sign);
    }

    void say_bare(const Node& node) {
        switch (node.kind) {
            case Node::letter: return say_letter(node.sign);
            case Node::words:
            case Node::error:
                if (node.atom == Atom::op) space();
                said += node.text;
                if (node.atom == Atom::op) space();
                return;
            case Node::space:
                if (node.amount > 0.2) space();
                return;
            case Node::fraction:
                fence(node.sign);
                say_grouped(node.kids[0]);
                said += node.sign ? " over " : "/";
                say_grouped(node.kids[1]);
                fence(node.other);
                return;
            case Node::root:
                if (node.kids.size() > 1) say(node.kids[1]);
                said += "√";
                say_grouped(node.kids[0]);
                return;
            case Node::scripts: return say_scripts(node);
            case Node::accent:
                say_grouped(node.kids[0]);
                said += encoded(node.sign);
                return;
            case Node::arrow: said += encoded(node.sign); return;
            case Node::fenced:
                for (std::size_t i = 0; i < node.fences.size(); ++i) {
                    fence(node.fences[i]);
                    if (i < node.kids.size()) say(node.kids[i]);
                }
                return;
            case Node::sized: return fence(node.sign);
            case Node::table: return say_table(node);
            case Node::unseen: return;
            case Node::row:
                if (node.atom == Atom::inner && node.kids.size() == 3) {  // \cdots, \ldots
                    said += "…";
                    return;
                }
                return say_all(node.kids);
            default: say_all(node.kids);
        }
    }
    // One letter is one word, digits together are one number: "2 x y".
    void say_letter(char32_t sign) {
        const char32_t said_as = plain(sign);
        const bool digit = said_as >= U'0' && said_as <= U'9';
        const bool word = said_as != sign || digit;
        if (said.size() == after_ && word && !(digit && digit_)) space();
        said += encoded(said_as);
        digit_ = digit;
        if (word) after_ = said.size();
    }
    void say_scripts(const Node& node) {
        say_grouped(node.kids[0]);
        if (node.kids[2].kind != Node::nothing) {
            said += '_';
            say_grouped(node.kids[2]);
        }
        if (node.kids[1].kind == Node::nothing) return;
        const Node& power = node.kids[1];
        if (power.kind != Node::row || power.kids.empty() || power.kids[0].sign != U'′') said += '^';
        say_grouped(power);
    }
    void say_table(const Node& node) {
        fence(node.sign);
        for (std::size_t r = 0; r < node.kids.size(); ++r) {
            if (r > 0) said += "; ";
            const auto& cells = node.kids[r].kids;
            for (std::size_t k = 0; k < cells.size(); ++k) {
                if (k > 0) space();
                say(cells[k]);
            }
        }
        fence(node.other);
    }
};

}  // namespace

std::string spoken(const Node& formula) {
    Speaker speaker;
    speaker.say(formula);
    while (!speaker.said.empty() && speaker.said.back() == ' ') speaker.said.pop_back();
    return std::move(speaker.said);
}

}  // namespace eigenscape
