// JPEG files for tests, written by libjpeg as a camera or a web page would have them.
#pragma once

#include "viz/image/png.h"

#include <cstdio>

#include <jpeglib.h>

#include <cstdlib>

namespace eigenscape::testing {

struct JpegKind {
    bool grey = false, progressive = false, cmyk = false;
    int turned = 0;  // the camera's note about which way up, 1 to 8; 0: none
    int quality = 95;
};

inline Bytes jpeg_of(const Image& image, const JpegKind& kind = {}) {
    jpeg_compress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width);
    jpeg.image_height = static_cast<JDIMENSION>(image.height);
    jpeg.input_components = kind.grey ? 1 : kind.cmyk ? 4 : 3;
    jpeg.in_color_space = kind.grey ? JCS_GRAYSCALE : kind.cmyk ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, kind.quality, TRUE);
    if (!kind.grey && !kind.cmyk)
        jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = 1;  // colours as sharp as light
    if (kind.progressive) jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (kind.turned) {
        const std::uint8_t note[] = {
            'E', 'x', 'i', 'f',  0,    0, 'M', 'M', 0, 42, 0, 0, 0,
            8,   0,   1,   0x01, 0x12, 0, 3,   0,   0, 0,  1, 0, static_cast<std::uint8_t>(kind.turned),
            0,   0,   0,   0,    0,    0};
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, note, sizeof note);
    }
    Bytes row(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(jpeg.input_components));
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < jpeg.input_components; ++c)
                row[static_cast<std::size_t>(x) * static_cast<std::size_t>(jpeg.input_components) +
                    static_cast<std::size_t>(c)] = image.pixel(x, y)[c];
        JSAMPROW from = row.data();
        jpeg_write_scanlines(&jpeg, &from, 1);
    }
    jpeg_finish_compress(&jpeg);
    const Bytes file(bytes, bytes + size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
    return file;
}

}  // namespace eigenscape::testing
