// Zlib streams (RFC 1950) made of parts that are compressed each on its own, so that threads can share the work.
#pragma once

#include "viz/image/png.h"  // Bytes

#include <cstdint>
#include <span>

namespace eigenscape {

// A part of the data, deflated (RFC 1951) so that another part may follow it, or, the last one, so that none does.
struct DeflatedPart {
    Bytes bytes;
    std::uint32_t checksum;  // Adler-32 of the data
    std::size_t size;        // of the data, in bytes
};

// level: libdeflate's, 1 (fast) to 12 (small). Throws std::bad_alloc.
DeflatedPart deflated_part(std::span<const std::uint8_t> data, int level, bool last);

// The parts in their order, of which the last one alone was deflated as `last`.
void append_zlib_stream(Bytes& out, std::span<const DeflatedPart> parts);

}  // namespace eigenscape
