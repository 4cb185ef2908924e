// Rich text as a lesson holds it: blocks of spans, plain data that a panel draws, the command line prints and a card
// shows. `prose` reads Markdown (CommonMark by MD4C) with three additions: {name:.2f}, [words]{role} and settings in a
// link's title.
#pragma once

#include "viz/ink.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// What is wrong with a lesson, in words for the one who writes it.
struct Problem {
    int line = 0;  // 1-based, of the Markdown file
    std::string message;
    bool operator==(const Problem&) const = default;
};

// Where a link leads: a scene, in the state that these settings make of its initial one.
struct Link {
    std::string scene;                  // id
    std::vector<std::string> settings;  // NAME=VALUE
    std::string target{};               // of a note instead: a path or an address, as it is written there
    bool operator==(const Link&) const = default;
};

struct Span {
    enum Kind { words, code, formula, live } kind = words;
    std::string text;    // words and code as they stand; TeX without dollar signs; of a live value its name: A[0][1]
    std::string format;  // of a live value: ".2f"; empty: as short as it can be told
    bool emphasis = false, strong = false, struck = false;
    std::optional<Ink> ink;  // the role that these words light up
    std::optional<Link> link;
    int line = 0;
    bool operator==(const Span&) const = default;
};

// A quotation that a block lies in. Blocks of one quotation have one number.
struct Quotation {
    int number = 0;
    int within = 0;  // how many lists and quotations lie about it
    bool operator==(const Quotation&) const = default;
};

struct Block {
    enum Kind {
        paragraph,
        heading,
        item,
        formula,
        quote,
        code,
        picture,
        rule,
        table
    } kind = paragraph;                 // the last three: notes alone
    std::vector<Span> spans;            // of all but formula and code; of a picture what stands for it in words
    std::string text;                   // of a displayed formula and a block of code
    int depth = 0;                      // how many lists it lies in; an item is the first paragraph of a list's entry
    int number = 0;                     // of an item in a numbered list; 0: a bullet
    std::optional<bool> tick;           // of an item "- [x]": is it ticked? It stands on `line`
    std::vector<Quotation> quotations;  // from the outermost
    std::vector<std::vector<Span>> cells;  // of a table: row by row, its head first
    std::vector<double> columns;  // of a table, for each: where its words stand, left (0), in the middle or right (1)
    std::string language;         // of code
    int level = 0;                // of a heading, from 1
    std::string target;           // of a picture: a path, as it is written
    int line = 0;
    bool operator==(const Block&) const = default;
};

// `first_line` is the line of the file at which `markdown` begins. What is not understood stays as words, and is told.
std::vector<Block> prose(std::string_view markdown, int first_line, std::vector<Problem>& problems);

// "A=[[0,-1],[1,0]] f="x^2 + y" t=1" → its settings; spaces inside quotes and brackets do not part them.
std::vector<std::string> settings_in(std::string_view text);

// The words alone, formulas as TeX between dollar signs and live values as they are written: for searching and naming.
std::string source_words(const std::vector<Span>& spans);

}  // namespace eigenscape
