// Feeds anything to the reader of JPEG files: it gives a picture or words, and holds no more than its limits.
// Run by ./dev fuzz; seeds/jpeg holds small sound files to start from.
#include "viz/image/jpeg.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace eigenscape;
    const std::span<const std::uint8_t> file(data, size);
    const JpegSize told = jpeg_size(file);
    const ReadPicture read = read_jpeg(file, size % 2 ? 64 : 0);
    if ((told.width > 0) == !told.why.empty()) std::abort();
    if ((read.image.width > 0) == !read.why.empty()) std::abort();
    return 0;
}
