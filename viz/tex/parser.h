// The parser by recursive descent, private to parse*.cpp. A row is read until a token that someone further out waits
// for: that is how a missing brace stays a small mistake.
#pragma once

#include "viz/tex/alphabets.h"
#include "viz/tex/parse.h"
#include "viz/tex/symbols.h"
#include "viz/tex/tokens.h"
#include "viz/text_faces.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

class TexParser {
  public:
    explicit TexParser(std::string_view tex);
    ParsedTex parsed();

  private:
    using Nodes = std::vector<Node>;
    using Command = void (TexParser::*)(const TexToken& command, Nodes& out);

    // What ends a row.
    enum Stop : unsigned { at_close = 1, at_cell = 2, at_end = 4, at_right = 8, at_bracket = 16, at_dollar = 32 };

    // parse.cpp: rows, groups, letters, mistakes; parse_scripts.cpp; parse_arguments.cpp
    Node row(unsigned stops, unsigned hidden = 0);
    void atom(Nodes& out);
    void letter(const TexToken& token, Nodes& out);
    void stray(const TexToken& token, Nodes& out);
    void scripts(Nodes& out, std::size_t from);
    bool script(const TexToken& token, Node& scripts, Nodes& out);
    Node primes();
    Node small_letters(bool raised);
    Node group();
    Node braced_row();
    Node argument(const TexToken& command);
    std::optional<Node> option();
    std::string raw_argument(const TexToken& command, std::string_view what);
    std::string raw_option();
    void skip_spaces();
    unsigned stop_of(const TexToken& token) const;
    const TexToken& next() const { return tokens_[at_]; }
    const TexToken& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
    bool next_is(TexToken::Kind kind, std::string_view name) const {
        return next().kind == kind && next().name == name;
    }
    std::string written(std::size_t from, std::size_t to) const;  // the source between two places
    Node error(const TexToken& token, std::string message);
    void tell(std::size_t place, std::string message);
    bool deeper(const TexToken& token, Nodes& out);

    // parse_commands.cpp: everything with a backslash; parse_constructions.cpp: fractions, roots, stacks, frames,
    // colours
    static const std::vector<std::pair<std::string_view, Command>>& commands();
    static Command find_command(std::string_view name);
    void command(const TexToken& token, Nodes& out);
    void unknown(const TexToken& token, Nodes& out);
    void fraction(const TexToken& token, Nodes& out);
    void root(const TexToken& token, Nodes& out);
    void alphabet(const TexToken& token, Nodes& out);
    void operator_name(const TexToken& token, Nodes& out);
    void as_class(const TexToken& token, Nodes& out);
    void manner(const TexToken& token, Nodes& out);
    void line(const TexToken& token, Nodes& out);
    void brace(const TexToken& token, Nodes& out);
    void arrow(const TexToken& token, Nodes& out);
    void stacked(const TexToken& token, Nodes& out);
    void unseen(const TexToken& token, Nodes& out);
    void framed(const TexToken& token, Nodes& out);
    void negated(const TexToken& token, Nodes& out);
    void modulo(const TexToken& token, Nodes& out);
    void color(const TexToken& token, Nodes& out);

    // parse_fences.cpp: \left … \right, \big, tables
    char32_t fence(const TexToken& command);
    void fenced(const TexToken& token, Nodes& out);
    void sized(const TexToken& token, Nodes& out);
    void table(const TexToken& token, Nodes& out);
    void substack(const TexToken& token, Nodes& out);
    void cells(const TexToken& begin, Node& table, unsigned stops, bool aligned);
    void table_end(const TexToken& begin, std::string_view name);

    // parse_words.cpp: \text and \num
    void text(const TexToken& token, Nodes& out);
    void words(Nodes& out, Alphabet alphabet, bool braced);
    void words_command(std::string& run, Nodes& out, Alphabet alphabet);
    void number(const TexToken& token, Nodes& out);
    void played(const TexToken& token, Nodes& out);

    std::vector<char32_t> source_;
    std::vector<TexToken> tokens_;
    std::size_t at_ = 0;
    std::vector<TexError> errors_;
    Alphabet alphabet_ = Alphabet::math;
    unsigned stops_ = 0;
    int depth_ = 0;
    bool gave_up_ = false;
    bool keeps_signs_ = false;  // in a matrix, where a minus sign that comes and goes would move the column
};

// A row of one letter is that letter, an ordinary one: {x} may carry an accent, {,} is no punctuation.
Node simplest(Node row);

}  // namespace eigenscape
