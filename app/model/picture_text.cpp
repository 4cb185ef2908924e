// Pictures as text and from files; see picture_text.h.
// Shrinking averages: every second pixel alone would make a fine pattern into another one.
#include "app/model/picture_text.h"

#include "viz/image/base64.h"
#include "viz/image/file.h"
#include "viz/image/jpeg.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

using Mean = std::array<double, 5>;  // red, green and blue times alpha, alpha, area

// Adds the part of a row of pixels that lies between two places, in pixels.
void add_row(const Image& image, int y, double weight, double from, double to, Mean& sum) {
    const int last = std::min(image.width - 1, static_cast<int>(std::ceil(to)) - 1);
    for (int x = static_cast<int>(from); x <= last; ++x) {
        const double area = weight * (std::min(to, x + 1.0) - std::max(from, double(x)));
        const std::uint8_t* pixel = image.pixel(x, y);
        for (std::size_t k = 0; k < 3; ++k) sum[k] += area * pixel[3] * pixel[k];
        sum[3] += area * pixel[3];
        sum[4] += area;
    }
}

void write_mean(const Mean& sum, std::uint8_t* pixel) {
    for (std::size_t k = 0; k < 3; ++k)
        pixel[k] = sum[3] > 0 ? static_cast<std::uint8_t>(std::lround(sum[k] / sum[3])) : 0;
    pixel[3] = static_cast<std::uint8_t>(std::lround(sum[3] / sum[4]));
}

}  // namespace

std::string text_of_picture(const Picture& picture) {
    return picture.image ? base64(write_png(*picture.image)) : std::string();
}

std::variant<Picture, std::string> picture_of_text(std::string_view text) {
    if (text.empty()) return Picture{};
    const auto bytes = from_base64(text);
    if (!bytes) return "what was given is not a picture in base 64";
    ReadPicture read = read_png(*bytes);
    if (!read.why.empty()) return "what was given is not a picture that can be read (" + read.why + ")";
    return Picture{std::make_shared<const Image>(std::move(read.image))};
}

std::variant<BroughtIn, std::string> bring_in_picture(std::span<const std::uint8_t> file) {
    ReadPicture read = is_jpeg(file) ? read_jpeg(file) : read_png(file);
    if (!read.why.empty()) return std::move(read.why);
    const auto size = [](const Image& image) {
        return std::to_string(image.width) + " × " + std::to_string(image.height);
    };
    auto small = std::make_shared<const Image>(shrunk(read.image, most_picture_side));
    const bool as_it_was = small->width == read.image.width && small->height == read.image.height;
    std::string words = size(*small) + " pixels" + (as_it_was ? "" : ", made smaller from " + size(read.image));
    return BroughtIn{{std::move(small)}, std::move(words)};
}

std::variant<BroughtIn, std::string> bring_in_picture(const std::string& path) {
    const ReadFile file = read_file(path);
    if (!file.why.empty()) return file.why;
    auto brought = bring_in_picture(std::span(file.bytes));
    if (auto* why = std::get_if<std::string>(&brought)) *why = path + ": " + *why;
    return brought;
}

std::variant<Picture, std::string> read_picture_file(const std::string& path) {
    auto brought = bring_in_picture(path);
    if (auto* why = std::get_if<std::string>(&brought)) return std::move(*why);
    return std::get<BroughtIn>(std::move(brought)).picture;
}

Image shrunk(const Image& image, int side) {
    const int longest = std::max(image.width, image.height);
    if (longest <= side) return image;
    const double step = double(longest) / side;
    Image small(std::max(1, static_cast<int>(std::lround(image.width / step))),
                std::max(1, static_cast<int>(std::lround(image.height / step))));
    const double across = double(image.width) / small.width, down = double(image.height) / small.height;
    for (int y = 0; y < small.height; ++y) {
        const double top = y * down, bottom = std::min((y + 1) * down, double(image.height));
        for (int x = 0; x < small.width; ++x) {
            Mean sum{};
            for (int row = static_cast<int>(top); row < std::ceil(bottom) && row < image.height; ++row)
                add_row(image, row, std::min(bottom, row + 1.0) - std::max(top, double(row)), x * across,
                        std::min((x + 1) * across, double(image.width)), sum);
            write_mean(sum, small.pixel(x, y));
        }
    }
    return small;
}

}  // namespace eigenscape
