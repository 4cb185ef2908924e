// Looks a file up in the generated table. A linear search: there are a few dozen files, each asked for once.
// See viz/embed.cmake for how they get here.
#include "viz/embedded.h"

namespace eigenscape {

std::span<const unsigned char> embedded(std::string_view name) {
    for (const Asset& asset : std::span(asset_table, asset_count)) {
        if (asset.name == name) return {asset.bytes, static_cast<std::size_t>(*asset.size)};
    }
    return {};
}

std::string_view embedded_text(std::string_view name) {
    const auto bytes = embedded(name);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace eigenscape
