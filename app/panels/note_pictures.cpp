// The size stands near the beginning of a file; pixels are unpacked only when they are to be seen, and averaged down.
// See note_pictures.h.
#include "app/panels/note_pictures.h"

#include "viz/image/file.h"
#include "viz/image/jpeg.h"
#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <utility>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

std::int64_t time_of(const fs::path& path) {
    std::error_code failed;
    const auto time = fs::last_write_time(path, failed);
    return failed ? 0 : static_cast<std::int64_t>(time.time_since_epoch().count());
}

std::pair<std::uint64_t, std::uint64_t> size_of(const Bytes& head, std::string& why) {
    if (is_jpeg(head)) {
        const JpegSize size = jpeg_size(head);
        if (!size.why.empty()) why = "cannot be shown: " + size.why;
        return {size.width, size.height};
    }
    if (head.size() >= 24 && std::equal(png::signature.begin(), png::signature.end(), head.begin()))
        return {png::number_at(head, 16), png::number_at(head, 20)};
    why = "is neither a PNG nor a JPEG picture";
    return {};
}

void read_size(const fs::path& path, NotePicture& picture) {
    constexpr std::size_t enough = 256u << 10;  // what cameras write before the size of a JPEG is less
    Bytes head(enough);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    head.resize(file ? std::fread(head.data(), 1, head.size(), file.get()) : 0);
    const auto [width, height] = size_of(head, picture.why);
    if (!picture.why.empty()) return;
    if (width == 0 || height == 0 || width > most_pixels || height > most_pixels || width * height > most_pixels)
        return void(picture.why = "is too large to be shown here (" + std::to_string(width) + " by " +
                                  std::to_string(height) + " pixels)");
    picture.width = static_cast<int>(width);
    picture.height = static_cast<int>(height);
    picture.holds_state = !is_jpeg(head);
}

// Each pixel the mean of those that it stands for.
Image averaged_down(const Image& image, int width) {
    if (width >= image.width || width < 1) return image;
    const int height = std::max(1, static_cast<int>(static_cast<long long>(image.height) * width / image.width));
    Image small(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int x0 = static_cast<int>(static_cast<long long>(x) * image.width / width),
                      y0 = static_cast<int>(static_cast<long long>(y) * image.height / height);
            const int x1 = std::max(x0 + 1, static_cast<int>(static_cast<long long>(x + 1) * image.width / width));
            const int y1 = std::max(y0 + 1, static_cast<int>(static_cast<long long>(y + 1) * image.height / height));
            std::array<unsigned, 4> sum{};
            for (int v = y0; v < y1; ++v)
                for (int u = x0; u < x1; ++u)
                    for (std::size_t c = 0; c < 4; ++c) sum[c] += image.pixel(u, v)[c];
            const unsigned count = static_cast<unsigned>((x1 - x0) * (y1 - y0));
            for (std::size_t c = 0; c < 4; ++c)
                small.pixel(x, y)[c] = static_cast<std::uint8_t>((sum[c] + count / 2) / count);
        }
    return small;
}

}  // namespace

unsigned int texture_of(const Image& image, unsigned int again) {
    GLuint texture = again;
    GLint bound = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
    if (!texture) glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
    return texture;
}

NotePictures::~NotePictures() { forget(); }

void NotePictures::forget() {
    for (auto& [name, picture] : pictures_)
        if (picture.texture) glDeleteTextures(1, &picture.texture);
    pictures_.clear();
    looked_at_.clear();
}

const NotePicture& NotePictures::of(const fs::path& path) {
    NotePicture& picture = pictures_[path.string()];
    picture.used = ++use_;
    std::uint64_t& looked = looked_at_[path.string()];
    if (looked == round_) return picture;
    looked = round_;
    const std::int64_t changed = time_of(path);
    if (changed == picture.changed && changed != 0 && (picture.width > 0 || !picture.why.empty())) return picture;
    if (picture.texture) glDeleteTextures(1, &picture.texture);
    picture = {};
    picture.used = use_;
    picture.changed = changed;
    read_size(path, picture);
    return picture;
}

const NotePicture& NotePictures::drawn(const fs::path& path, int width) {
    (void)of(path);
    NotePicture& picture = pictures_[path.string()];
    const int wanted = std::min(width, picture.width);
    if (!picture.why.empty() || (picture.texture && picture.shown_width == wanted)) return picture;
    if (picture.texture) glDeleteTextures(1, &picture.texture), picture.texture = 0;
    const ReadFile file = read_file(path, most_bytes);
    const ReadPicture read = !file.why.empty()     ? ReadPicture{{}, file.why}
                             : is_jpeg(file.bytes) ? read_jpeg(file.bytes, wanted)
                                                   : read_png(file.bytes);
    if (read.image.width == 0) return picture.why = "cannot be shown: " + read.why, picture.width = 0, picture;
    picture.texture = texture_of(averaged_down(read.image, wanted));
    picture.shown_width = wanted;
    if (pictures_.size() > most_textures) {
        const auto oldest = std::ranges::min_element(
            pictures_, {}, [](const auto& one) { return one.second.texture ? one.second.used : ~std::uint64_t{0}; });
        if (oldest->second.texture && &oldest->second != &picture)
            glDeleteTextures(1, &oldest->second.texture), oldest->second.texture = 0;
    }
    return picture;
}

}  // namespace eigenscape
