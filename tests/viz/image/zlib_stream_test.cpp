#include "viz/image/zlib_stream.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <array>
#include <random>

using namespace eigenscape;

namespace {

// What zlib, the reference, makes of it.
Bytes inflated(const Bytes& stream, std::size_t size) {
    Bytes data(size + 1);
    uLongf length = data.size();
    REQUIRE(uncompress(data.data(), &length, stream.data(), stream.size()) == Z_OK);
    data.resize(length);
    return data;
}

// Runs and noise by turns, so that streams have several blocks of several kinds.
Bytes mixed(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    Bytes data(size);
    for (std::size_t i = 0; i < size; ++i)
        data[i] = i / 5000 % 2 == 0 ? static_cast<std::uint8_t>(i / 700) : static_cast<std::uint8_t>(random() >> 24);
    return data;
}

}  // namespace

TEST_CASE("a zlib stream in parts is read back by zlib, whatever bit a part ends on") {
    for (const int level : {1, 6, 12}) {
        for (unsigned seed = 0; seed < 40; ++seed) {
            const Bytes data = mixed(60'000 + 977 * seed, seed);
            const std::size_t cut = data.size() / 3, second = cut + seed % 4;  // the second part of 0 to 3 bytes
            const std::span whole(data);
            const std::array parts{deflated_part(whole.first(cut), level, false),
                                   deflated_part(whole.subspan(cut, second - cut), level, false),
                                   deflated_part(whole.subspan(second), level, true)};
            Bytes stream{1, 2, 3};  // what stands before is kept
            append_zlib_stream(stream, parts);
            CHECK(std::equal(stream.begin(), stream.begin() + 3, Bytes{1, 2, 3}.begin()));
            CHECK(inflated(Bytes(stream.begin() + 3, stream.end()), data.size()) == data);
        }
    }
}

TEST_CASE("nothing is a zlib stream too") {
    Bytes stream;
    append_zlib_stream(stream, std::array{deflated_part({}, 6, false), deflated_part({}, 6, true)});
    CHECK(inflated(stream, 0).empty());
}
