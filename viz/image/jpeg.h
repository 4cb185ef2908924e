// Pictures of cameras and of the web, read only: nothing that Eigenscape writes is a JPEG. Files may come from
// anywhere.
#pragma once

#include "viz/image/png.h"

namespace eigenscape {

bool is_jpeg(std::span<const std::uint8_t> file);

struct JpegSize {
    int width = 0, height = 0;  // as it is to be seen, turned as the camera noted; 0: there is none
    std::string why;            // then
};
JpegSize jpeg_size(std::span<const std::uint8_t> head);  // the first 256 KiB of the file suffice

// The pixels of a JPEG of at most `most_pixels`, upright. `width`: about how wide it is to be shown; a much larger
// picture is unpacked at a half, a quarter or an eighth of its size, no smaller than that. 0: whole.
ReadPicture read_jpeg(std::span<const std::uint8_t> file, int width = 0);

}  // namespace eigenscape
