// A formula of ours as every other TeX reads it: live numbers become plain ones, colours of roles go.
// For notes and cards that are opened elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace eigenscape {

// \num{rate}{0.25} → 0.25, \color{first}{x} → x, \textcolor{first}{x} → x, \play{t=0..1}{x} → x; U+2212 becomes an
// ASCII minus.
std::string portable_tex(std::string_view tex);

// The same inside the $…$ of a sentence; the words stay.
std::string portable_prose(std::string_view text);

}  // namespace eigenscape
