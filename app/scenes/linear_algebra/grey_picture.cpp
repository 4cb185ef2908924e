// See grey_picture.h. The weights add up to 1, so that a grey stays the grey that it is.
#include "app/scenes/linear_algebra/grey_picture.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

MatX greys_of(const Image& image) {
    MatX table(image.height, image.width);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t* p = image.pixel(x, y);
            const double alpha = p[3] / 255.0;
            table(y, x) = alpha * (0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2]) / 255 + (1 - alpha);
        }
    return table;
}

std::shared_ptr<const Image> as_greys(const MatX& table, double zero, double gain) {
    auto image = std::make_shared<Image>(static_cast<int>(table.cols()), static_cast<int>(table.rows()));
    for (int y = 0; y < image->height; ++y)
        for (int x = 0; x < image->width; ++x) {
            const double grey = std::clamp(zero + gain * table(y, x), 0.0, 1.0);
            std::uint8_t* p = image->pixel(x, y);
            std::fill_n(p, 3, static_cast<std::uint8_t>(std::lround(255 * grey)));
            p[3] = 255;
        }
    return image;
}

double gain_for(double largest_difference) {
    constexpr double most = 32;
    double gain = 0.5;
    while (gain < most && 2 * gain * largest_difference <= 0.5) gain *= 2;
    return gain;
}

}  // namespace eigenscape
