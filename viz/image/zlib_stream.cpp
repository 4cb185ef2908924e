// libdeflate compresses several times faster than zlib, but every stream it makes is a whole one, whose last block says
// that it is the last. zlib finds that block by reading the stream; the mark is taken off it and an empty stored block
// put behind, which ends on a whole byte: what follows can be appended.
#include "viz/image/zlib_stream.h"

#include <libdeflate.h>
#include <zlib.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace eigenscape {
namespace {

struct Ending {
    std::size_t last_block;  // the bit at which the last block starts: the mark of the last one
    int unused_bits;         // of the last byte
};

Ending ending_of(Bytes& deflated) {
    constexpr std::size_t room = std::size_t{1} << 18;
    const std::unique_ptr<std::uint8_t[]> out(new std::uint8_t[room]);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> ended(&stream, &inflateEnd);
    stream.next_in = deflated.data();
    stream.avail_in = static_cast<uInt>(deflated.size());
    Ending ending{};
    for (;;) {
        stream.next_out = out.get();
        stream.avail_out = room;
        const int result = inflate(&stream, Z_BLOCK);
        if (result == Z_STREAM_END) return ending;
        if (result == Z_MEM_ERROR) throw std::bad_alloc();
        if (result != Z_OK) throw std::logic_error("A deflated stream cannot be read back.");
        // zlib.h on data_type: the unused bits of the last byte taken, + 64 in the last block, + 128 between blocks.
        const bool between = (stream.data_type & 128) != 0, in_last = (stream.data_type & 64) != 0;
        if (!between) continue;
        ending.unused_bits = stream.data_type & 7;
        if (!in_last) ending.last_block = 8 * std::size_t{stream.total_in} - ending.unused_bits;
    }
}

void let_another_follow(Bytes& deflated) {
    const Ending ending = ending_of(deflated);
    deflated[ending.last_block / 8] &= static_cast<std::uint8_t>(~(1U << ending.last_block % 8));
    if (ending.unused_bits < 3) deflated.push_back(0);  // a stored block's three bits, all 0, and up to the next byte
    deflated.insert(deflated.end(), {0x00, 0x00, 0xff, 0xff});  // its length, 0, and that inverted
}

}  // namespace

DeflatedPart deflated_part(std::span<const std::uint8_t> data, int level, bool last) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    if (!compressor) throw std::bad_alloc();
    // Not a vector: most of the room is never written to, so it costs nothing.
    const std::size_t bound = libdeflate_deflate_compress_bound(compressor.get(), data.size());
    const std::unique_ptr<std::uint8_t[]> room(new std::uint8_t[bound]);
    const std::size_t size = libdeflate_deflate_compress(compressor.get(), data.data(), data.size(), room.get(), bound);
    DeflatedPart part{{}, libdeflate_adler32(1, data.data(), data.size()), data.size()};
    part.bytes.assign(room.get(), room.get() + size);
    if (!last) let_another_follow(part.bytes);
    return part;
}

void append_zlib_stream(Bytes& out, std::span<const DeflatedPart> parts) {
    out.insert(out.end(), {0x78, 0x9c});  // deflate with a window of 32 KiB; no dictionary
    uLong checksum = 1;
    for (const DeflatedPart& part : parts) {
        out.insert(out.end(), part.bytes.begin(), part.bytes.end());
        checksum = adler32_combine(checksum, part.checksum, static_cast<z_off_t>(part.size));
    }
    for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(checksum >> shift));
}

}  // namespace eigenscape
