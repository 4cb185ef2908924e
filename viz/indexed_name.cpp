// name[i][j], read strictly: no spaces, no signs, at most two indices below a million.
// Frame::number and the parameters' own lookup build on it.
#include "viz/indexed_name.h"

#include <charconv>

namespace eigenscape {

std::optional<IndexedName> indexed_name(std::string_view text) {
    IndexedName result;
    const std::size_t bracket = text.find('[');
    result.name = text.substr(0, bracket);
    if (result.name.empty() || result.name.find(']') != std::string_view::npos) return std::nullopt;
    std::string_view rest = bracket == std::string_view::npos ? std::string_view() : text.substr(bracket);
    while (!rest.empty()) {
        const std::size_t end = rest.find(']');
        if (rest.front() != '[' || end == std::string_view::npos || end > 7 || result.depth == 2) return std::nullopt;
        int& index = result.index[static_cast<std::size_t>(result.depth++)];
        const auto [stopped, error] = std::from_chars(rest.data() + 1, rest.data() + end, index);
        if (error != std::errc() || stopped != rest.data() + end || index < 0) return std::nullopt;
        rest.remove_prefix(end + 1);
    }
    return result;
}

}  // namespace eigenscape
