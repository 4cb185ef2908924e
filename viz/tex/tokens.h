// The characters of a formula as TeX's tokens: letters, commands, braces, scripts, cells.
// Each remembers where it stands, so that an error can name its column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct TexToken {
    enum Kind {
        letter,   // any character without a meaning of its own
        command,  // \name, or a backslash and one sign
        open,     // {
        close,    // }
        raise,    // ^
        lower,    // _
        prime,    // '
        cell,     // &
        line,     // a double backslash
        dollar,   // $
        space,    // any run of white space
        end
    } kind = end;
    char32_t sign = 0;      // the character; of a command its first
    std::string name;       // of a command, without the backslash
    std::size_t place = 0;  // in characters from the beginning: the column less one
};

struct TexTokens {
    std::vector<char32_t> source;
    std::vector<TexToken> tokens;  // the last is `end`
};

TexTokens tex_tokens(std::string_view tex);

}  // namespace eigenscape
