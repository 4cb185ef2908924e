// libjpeg does the unpacking; here is decided what is refused. See jpeg.h.
// libjpeg tells errors by a jump out of its functions: between the jump and its landing only plain data lives.
#include "viz/image/jpeg.h"

#include <cstdio>  // jpeglib.h wants it first

#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

namespace eigenscape {
namespace {

using Span = std::span<const std::uint8_t>;

constexpr int most_scans = 32;               // a progressive picture has about ten; each costs a walk over all pixels
constexpr long most_memory = 256 << 20;      // bytes: a progressive picture is held whole while it is unpacked
constexpr std::uint64_t most_packed = 1000;  // pixels in a byte: a picture of one grey has about 340

struct Reading {
    jpeg_decompress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf landing;
    char words[JMSG_LENGTH_MAX];
    int turned;  // as EXIF counts, 1 to 8
};

Reading& reading_of(j_common_ptr jpeg) { return *static_cast<Reading*>(jpeg->client_data); }

[[noreturn]] void give_up(j_common_ptr jpeg) {
    jpeg->err->format_message(jpeg, reading_of(jpeg).words);
    std::longjmp(reading_of(jpeg).landing, 1);
}

void count_scans(j_common_ptr jpeg) {
    if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= most_scans) return;
    std::strcpy(reading_of(jpeg).words, "it has too many scans");
    std::longjmp(reading_of(jpeg).landing, 1);
}

// Which way up it was held: the tag 0x0112 of the first directory in an APP1 segment, in either byte order.
int orientation(Span exif) {
    constexpr std::uint8_t name[] = {'E', 'x', 'i', 'f', 0, 0};
    if (exif.size() < 14 || !std::equal(std::begin(name), std::end(name), exif.begin())) return 1;
    const Span tiff = exif.subspan(6);
    const bool little = tiff[0] == 'I';
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::uint32_t all = 0;
        for (std::size_t i = 0; i < bytes && at + bytes <= tiff.size(); ++i)
            all = all << 8 | tiff[at + (little ? bytes - 1 - i : i)];
        return all;
    };
    const std::size_t directory = number(4, 4), entries = number(directory, 2);
    for (std::size_t i = 0; i < entries && directory + 14 + 12 * i <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (number(entry, 2) != 0x0112) continue;
        const std::uint32_t found = number(entry + 8, 2);
        return found >= 1 && found <= 8 ? static_cast<int>(found) : 1;
    }
    return 1;
}

// From the beginning to its size. After an error: why.
const char* begin(Reading& reading, Span file) {
    reading = Reading{};
    reading.jpeg.err = jpeg_std_error(&reading.errors);
    reading.errors.error_exit = give_up;
    reading.errors.emit_message = [](j_common_ptr, int) {};  // a broken end is shown as far as it goes
    reading.jpeg.client_data = &reading;
    reading.turned = 1;
    if (setjmp(reading.landing)) return reading.words;
    jpeg_create_decompress(&reading.jpeg);
    reading.progress.progress_monitor = count_scans;
    reading.jpeg.progress = &reading.progress;
    reading.jpeg.mem->max_memory_to_use = most_memory;
    jpeg_mem_src(&reading.jpeg, file.data(), static_cast<unsigned long>(file.size()));
    jpeg_save_markers(&reading.jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&reading.jpeg, TRUE);
    for (const jpeg_marker_struct* marker = reading.jpeg.marker_list; marker; marker = marker->next) {
        const int found = orientation({marker->data, marker->data_length});
        if (found != 1) reading.turned = found;
    }
    return nullptr;
}

// As small as it may be for being shown so wide; then its size is known.
const char* start(Reading& reading, unsigned wanted) {
    if (setjmp(reading.landing)) return reading.words;
    jpeg_decompress_struct& jpeg = reading.jpeg;
    const unsigned across = reading.turned >= 5 ? jpeg.image_height : jpeg.image_width;
    jpeg.out_color_space = JCS_RGB;
    jpeg.scale_num = jpeg.scale_denom = 1;
    while (wanted > 0 && jpeg.scale_denom < 8 && across / (2 * jpeg.scale_denom) >= wanted) jpeg.scale_denom *= 2;
    jpeg_start_decompress(&jpeg);
    return nullptr;
}

// Rows of RGB, one after the other, into `pixels`.
const char* unpack(Reading& reading, std::uint8_t* pixels) {
    if (setjmp(reading.landing)) return reading.words;
    const std::size_t row = std::size_t{3} * reading.jpeg.output_width;
    while (reading.jpeg.output_scanline < reading.jpeg.output_height) {
        JSAMPROW to = pixels + row * reading.jpeg.output_scanline;
        jpeg_read_scanlines(&reading.jpeg, &to, 1);
    }
    return nullptr;
}

// Cleans up whichever way it ends.
struct Finish {
    Reading& reading;
    ~Finish() { jpeg_destroy_decompress(&reading.jpeg); }
};

std::string in_words(const char* why) { return "The picture cannot be read: " + std::string(why) + "."; }

// What can be told before anything is allocated for it.
std::string why_refused(const jpeg_decompress_struct& jpeg, std::size_t bytes) {
    const std::uint64_t pixels = std::uint64_t{jpeg.image_width} * jpeg.image_height;
    if (pixels > most_pixels)
        return "The picture is too large: " + std::to_string(jpeg.image_width) + " × " +
               std::to_string(jpeg.image_height) + " pixels; at most 40 million are read.";
    if (pixels > most_packed * bytes) return "The picture is damaged: it has too little data for its size.";
    if (jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK)
        return "The picture is made for a printing press (CMYK): save it as RGB.";
    return {};
}

bool lies_down(int turned) { return turned >= 5; }

// Where a pixel of the upright picture comes from.
Image upright(const std::vector<std::uint8_t>& rgb, int width, int height, int turned) {
    Image image(lies_down(turned) ? height : width, lies_down(turned) ? width : height);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            int u = lies_down(turned) ? y : x, v = lies_down(turned) ? x : y;
            if (turned == 2 || turned == 3 || turned == 7 || turned == 8) u = width - 1 - u;
            if (turned == 3 || turned == 4 || turned == 6 || turned == 7) v = height - 1 - v;
            const std::uint8_t* from = rgb.data() + 3 * (static_cast<std::size_t>(v) * static_cast<std::size_t>(width) +
                                                         static_cast<std::size_t>(u));
            std::uint8_t* to = image.pixel(x, y);
            to[0] = from[0], to[1] = from[1], to[2] = from[2], to[3] = 255;
        }
    return image;
}

}  // namespace

bool is_jpeg(Span file) { return file.size() > 3 && file[0] == 0xFF && file[1] == 0xD8 && file[2] == 0xFF; }

JpegSize jpeg_size(Span head) {
    if (!is_jpeg(head)) return {0, 0, "The picture is not a JPEG."};
    Reading reading;
    const Finish finish{reading};
    if (const char* why = begin(reading, head)) return {0, 0, in_words(why)};
    const int width = static_cast<int>(reading.jpeg.image_width), height = static_cast<int>(reading.jpeg.image_height);
    if (lies_down(reading.turned)) return {height, width, {}};
    return {width, height, {}};
}

ReadPicture read_jpeg(Span file, int wanted) {
    if (!is_jpeg(file)) return {{}, "The picture is not a JPEG."};
    Reading reading;
    const Finish finish{reading};
    if (const char* why = begin(reading, file)) return {{}, in_words(why)};
    const jpeg_decompress_struct& jpeg = reading.jpeg;
    if (std::string why = why_refused(jpeg, file.size()); !why.empty()) return {{}, why};
    if (const char* why = start(reading, static_cast<unsigned>(std::max(0, wanted)))) return {{}, in_words(why)};
    const int width = static_cast<int>(jpeg.output_width), height = static_cast<int>(jpeg.output_height);
    std::vector<std::uint8_t> rgb(std::size_t{3} * jpeg.output_width * jpeg.output_height);
    if (const char* why = unpack(reading, rgb.data())) return {{}, in_words(why)};
    return {upright(rgb, width, height, reading.turned), {}};
}

}  // namespace eigenscape
