// The files that travel inside the program: shaders, fonts, the prose of the scenes.
// Ask by name ("shaders/line.vert", "fonts/Inter-Regular.otf", "scenes/eigenvectors.md"); viz/embed.cmake lists what
// goes in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace eigenscape {

struct Asset {
    std::string_view name;
    const unsigned char* bytes;
    const std::uint64_t* size;  // set by the assembler, hence by address
};

// Defined in the generated asset_table.cpp.
extern const Asset asset_table[];
extern const std::size_t asset_count;

// The bytes of one file, alive as long as the program; empty when there is no such name.
std::span<const unsigned char> embedded(std::string_view name);

// The same as text, for shaders and prose.
std::string_view embedded_text(std::string_view name);

}  // namespace eigenscape
