// Finding a thing by what one remembers of it: words that are said of it, in any order, some worth more than others.
// Forgiving: beginnings of words and of several words at once ("grad desc", "gd") are enough, case does not matter, and
// one slip of the finger is allowed in longer words.
#pragma once

#include <span>
#include <string_view>

namespace eigenscape {

struct Said {
    std::string_view text;
    int worth = 1;
};

// How well a thing answers: 0 not at all, more is better. Nothing typed: everything answers equally.
int match(std::span<const Said> of_it, std::string_view typed);

}  // namespace eigenscape
