// The raw structure of a PNG file: signature, numbers, checksums, the walk over its chunks.
// PNG specification, third edition (W3C, 2003/2025): big-endian lengths, a CRC-32 over type and data of every chunk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape::png {

inline constexpr std::array<std::uint8_t, 8> signature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
inline constexpr std::uint32_t most_length = 0x7fffffff;
inline constexpr std::size_t most_keyword = 79;

std::uint32_t crc(std::span<const std::uint8_t> type_and_data);

struct Chunk {
    std::string_view type;  // four letters
    std::span<const std::uint8_t> data;
};

// Shows every chunk of a sound file in turn; otherwise what is wrong with it, a sentence: cut off, damaged, not a PNG
// at all. Chunks before the fault have been shown by then.
std::string walk(std::span<const std::uint8_t> file, const std::function<void(const Chunk&)>& each);

inline std::uint32_t number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
    return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 | std::uint32_t{bytes[at + 2]} << 8 |
           std::uint32_t{bytes[at + 3]};
}

inline std::string_view as_text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace eigenscape::png
