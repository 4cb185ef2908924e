// Feeds anything to the reader of text in PNG files: it must answer in words, fast, and hold no more than its limit.
// Run by ./dev fuzz; seeds/png holds small sound files to start from.
#include "viz/image/png.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace eigenscape;
    const FoundText found = read_png_text({data, size}, "eigenscape");
    const bool sound = found.state == FoundText::found ? found.text.size() <= most_text_bytes : !found.why.empty();
    if (!sound) std::abort();
    if (size < 100'000) (void)read_png({data, size});
    return 0;
}
