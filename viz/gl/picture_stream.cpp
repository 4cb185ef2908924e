// Two pixel buffers in turn: glReadPixels into one returns at once, the other is mapped when its picture is long done.
// Rows are turned over while they are copied; alpha is straightened as in render_image.cpp.
#include "viz/gl/picture_stream.h"

#include "viz/gl/objects.h"
#include "viz/gl/render_image.h"

#include <array>
#include <cstring>
#include <stdexcept>

namespace eigenscape::gl {

struct PictureStream::Storage {
    ImageTarget target;
    std::array<Buffer, 2> pixels;
    int turn = 0;
    bool waiting = false;  // is a picture on its way in pixels[turn]?

    Storage(int width, int height) : target(width, height) {
        for (const Buffer& buffer : pixels) {
            glBindBuffer(GL_PIXEL_PACK_BUFFER, buffer.id());
            glBufferData(GL_PIXEL_PACK_BUFFER, static_cast<GLsizeiptr>(4) * width * height, nullptr, GL_STREAM_READ);
        }
        glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    }

    void ask(const Buffer& buffer) {
        target.bind();
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glBindBuffer(GL_PIXEL_PACK_BUFFER, buffer.id());
        glReadPixels(0, 0, target.width(), target.height(), GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    }

    void fetch(const Buffer& buffer, Image& image) {
        if (image.width != target.width() || image.height != target.height())
            image = Image(target.width(), target.height());
        glBindBuffer(GL_PIXEL_PACK_BUFFER, buffer.id());
        const auto* from = static_cast<const std::uint8_t*>(
            glMapBufferRange(GL_PIXEL_PACK_BUFFER, 0, static_cast<GLsizeiptr>(image.rgba.size()), GL_MAP_READ_BIT));
        if (!from) throw std::runtime_error("The graphics driver did not hand back the picture that it drew.");
        const std::size_t row = 4 * static_cast<std::size_t>(image.width);
        for (int y = 0; y < image.height; ++y)
            std::memcpy(image.pixel(0, image.height - 1 - y), from + static_cast<std::size_t>(y) * row, row);
        glUnmapBuffer(GL_PIXEL_PACK_BUFFER);
        glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        straighten(image);
    }
};

PictureStream::PictureStream(int width, int height) : storage_(std::make_unique<Storage>(width, height)) {}
PictureStream::~PictureStream() = default;

bool PictureStream::next(const std::function<void()>& draw, Image& before) {
    Storage& s = *storage_;
    s.target.bind();
    draw();
    const int other = 1 - s.turn;
    s.ask(s.pixels[static_cast<std::size_t>(other)]);
    const bool had = s.waiting;
    if (had) s.fetch(s.pixels[static_cast<std::size_t>(s.turn)], before);
    s.turn = other;
    s.waiting = true;
    return had;
}

bool PictureStream::last(Image& before) {
    Storage& s = *storage_;
    if (!s.waiting) return false;
    s.waiting = false;
    s.fetch(s.pixels[static_cast<std::size_t>(s.turn)], before);
    return true;
}

}  // namespace eigenscape::gl
