// Feeds anything to the reader of text in PNG files: it must answer in words, fast, and hold no more than its limit.
// Run by ./dev fuzz; seeds/png holds small sound files to start from.
#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <cstdlib>

namespace {

using namespace eigenscape;

void read(std::span<const std::uint8_t> file) {
    const FoundText found = read_png_text(file, "eigenscape");
    const bool sound = found.state == FoundText::found ? found.text.size() <= most_text_bytes : !found.why.empty();
    if (!sound) std::abort();
    if (file.size() < 100'000) (void)read_png(file);
}

// Checksums made right, so that what lies behind them is reached too.
Bytes mended(std::span<const std::uint8_t> file) {
    Bytes copy(file.begin(), file.end());
    for (std::size_t at = png::signature.size(); at + 12 <= copy.size();) {
        const std::size_t length = png::number_at(copy, at);
        if (length > copy.size() - at - 12) break;
        const std::uint32_t sum = png::crc(std::span(copy).subspan(at + 4, length + 4));
        for (int i = 0; i < 4; ++i) copy[at + 8 + length + i] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
        at += length + 12;
    }
    return copy;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read({data, size});
    read(mended({data, size}));
    return 0;
}
