// How a text file writes a table: its encoding, what parts its cells, its decimal sign, whether its first row is names.
// `guess_form` looks at the beginning of a file; a person may change what it found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

enum class Encoding : std::uint8_t { utf8, utf8_marked, utf16_le, utf16_be, latin1 };
enum class Delimiter : std::uint8_t { comma, semicolon, tab, bar, blanks };
enum class Decimal : std::uint8_t { point, comma };

inline constexpr int encodings = 5, delimiters = 5;

struct TableForm {
    Encoding encoding = Encoding::utf8;
    Delimiter delimiter = Delimiter::comma;
    Decimal decimal = Decimal::point;
    bool header = false;
    bool grouped = false;  // 1 234 and 1'234 are one number
    bool operator==(const TableForm&) const = default;
};

const char* words_of(Encoding encoding);    // "UTF-16, little end first"
const char* words_of(Delimiter delimiter);  // "semicolon"
char sign_of(Delimiter delimiter);          // of blanks the space

struct GuessedForm {
    TableForm form;
    std::size_t width = 0;  // how many cells most rows have; 0: there is no row
    std::string doubt;      // a sentence where it could also be read otherwise
    std::string problem;    // why it is no table at all
};

inline constexpr std::size_t guess_bytes = 64u << 10;  // so much of the beginning is looked at

// `whole`: nothing comes after it, so that its last row counts too.
GuessedForm guess_form(std::span<const std::uint8_t> beginning, bool whole);

// How many cells most of its rows have, when it is read so.
std::size_t usual_width(std::span<const std::uint8_t> beginning, bool whole, const TableForm& form);

}  // namespace eigenscape
