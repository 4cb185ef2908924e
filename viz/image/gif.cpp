// giflib does the compression; here is decided what goes into a frame; see gif.h.
// Delays are whole hundredths of a second, so each is rounded such that frame k begins at round(100 k / fps).
#include "viz/image/gif.h"

#include "viz/image/palette.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

namespace eigenscape {
namespace {

constexpr int as_it_was = palette_size;  // the transparent entry
constexpr std::uint32_t nothing_yet = 0xFF000000;

struct Area {
    int left = 0, top = 0, right = 0, bottom = 0;  // right and bottom are outside
    int width() const { return right - left; }
    int height() const { return bottom - top; }
};

int append(GifFileType* file, const GifByteType* bytes, int count) {
    auto& out = *static_cast<Bytes*>(file->UserData);
    out.insert(out.end(), bytes, bytes + count);
    return count;
}

void check(int answer, GifFileType* file, const char* what) {
    if (answer == GIF_OK) return;
    const char* words = GifErrorString(file->Error);
    throw std::runtime_error(std::string("The GIF could not be made (") + what + "): " + (words ? words : "unknown") +
                             ".");
}

struct Colors {
    explicit Colors(std::span<const std::uint32_t> palette) : map(GifMakeMapObject(256, nullptr)) {
        if (!map) throw std::bad_alloc();
        std::fill_n(map->Colors, 256, GifColorType{0, 0, 0});
        for (std::size_t i = 0; i < palette.size(); ++i)
            map->Colors[i] = {static_cast<GifByteType>(palette[i] >> 16), static_cast<GifByteType>(palette[i] >> 8),
                              static_cast<GifByteType>(palette[i])};
    }
    Colors(const Colors&) = delete;
    Colors& operator=(const Colors&) = delete;
    ~Colors() { GifFreeMapObject(map); }
    ColorMapObject* map;
};

}  // namespace

struct GifWriter::State {
    int width, height;
    double fps;
    Bytes out;
    GifFileType* file = nullptr;
    std::vector<std::uint32_t> shown;  // the last frame's colours
    long frames = 0;

    ~State() {
        int error = 0;
        if (file) EGifCloseFile(file, &error);
    }

    std::uint32_t color(const Image& image, std::size_t i) const {
        const std::uint8_t* p = image.rgba.data() + 4 * i;
        return static_cast<std::uint32_t>(p[0] << 16 | p[1] << 8 | p[2]);
    }
    // The smallest rectangle that holds all changes; one pixel when there are none, since a frame must hold something.
    Area changed(const Image& image) const {
        Area area{width, height, 0, 0};
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const auto i =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
                if (shown[i] == color(image, i)) continue;
                area = {std::min(area.left, x), std::min(area.top, y), std::max(area.right, x + 1),
                        std::max(area.bottom, y + 1)};
            }
        return area.right == 0 ? Area{0, 0, 1, 1} : area;
    }
    // Hundredths of a second until the next frame begins.
    int delay() const {
        const auto begins = [&](long k) { return std::llround(100.0 * static_cast<double>(k) / fps); };
        return static_cast<int>(std::min(65535LL, begins(frames + 1) - begins(frames)));
    }
    void describe_frame(bool whole) {
        GraphicsControlBlock control{};
        control.DisposalMode = DISPOSE_DO_NOT;
        control.DelayTime = delay();
        control.TransparentColor = whole ? NO_TRANSPARENT_COLOR : as_it_was;
        std::array<GifByteType, 4> bytes{};
        EGifGCBToExtension(&control, bytes.data());
        check(EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(bytes.size()), bytes.data()), file,
              "timing");
    }
    void put(const Image& image) {
        const Area area = changed(image);
        std::vector<std::uint32_t> colors;
        std::vector<std::uint8_t> pixels(
            static_cast<std::size_t>(area.width()) * static_cast<std::size_t>(area.height()), as_it_was);
        std::vector<std::size_t> places;
        std::size_t place = 0;
        for (int y = area.top; y < area.bottom; ++y)
            for (int x = area.left; x < area.right; ++x, ++place) {
                const auto i =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
                const std::uint32_t now = color(image, i);
                if (shown[i] == now) continue;
                shown[i] = now;
                colors.push_back(now);
                places.push_back(place);
            }
        const Indexed few = indexed(colors);
        for (std::size_t i = 0; i < places.size(); ++i) pixels[places[i]] = few.index[i];
        describe_frame(frames == 0);
        const Colors palette(few.palette);
        check(EGifPutImageDesc(file, area.left, area.top, area.width(), area.height(), false, palette.map), file,
              "a frame");
        check(EGifPutLine(file, pixels.data(), static_cast<int>(pixels.size())), file, "pixels");
        ++frames;
    }
};

GifWriter::GifWriter(int width, int height, double fps) {
    if (width < 1 || height < 1 || width > 65535 || height > 65535)
        throw std::invalid_argument("A GIF's sides are from 1 to 65535 pixels.");
    if (!(fps > 0) || fps > most_gif_fps) throw std::invalid_argument("A GIF shows at most 50 pictures a second.");
    state_ = std::make_unique<State>();
    State& s = *state_;
    s.width = width;
    s.height = height;
    s.fps = fps;
    s.shown.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), nothing_yet);
    int error = 0;
    s.file = EGifOpen(&s.out, append, &error);
    if (!s.file) throw std::bad_alloc();
    EGifSetGifVersion(s.file, true);
    check(EGifPutScreenDesc(s.file, width, height, 8, 0, nullptr), s.file, "size");
    constexpr std::array<GifByteType, 3> for_ever = {1, 0, 0};
    check(EGifPutExtensionLeader(s.file, APPLICATION_EXT_FUNC_CODE), s.file, "loop");
    check(EGifPutExtensionBlock(s.file, 11, "NETSCAPE2.0"), s.file, "loop");
    check(EGifPutExtensionBlock(s.file, for_ever.size(), for_ever.data()), s.file, "loop");
    check(EGifPutExtensionTrailer(s.file), s.file, "loop");
}

GifWriter::~GifWriter() = default;
GifWriter::GifWriter(GifWriter&&) noexcept = default;
GifWriter& GifWriter::operator=(GifWriter&&) noexcept = default;

void GifWriter::put(const Image& image) {
    if (image.width != state_->width || image.height != state_->height)
        throw std::invalid_argument("All frames of a GIF are of one size.");
    state_->put(image);
}

void GifWriter::finish() {
    if (state_->frames == 0) throw std::logic_error("A GIF needs a frame.");
    int error = 0;
    GifFileType* file = std::exchange(state_->file, nullptr);
    if (file && EGifCloseFile(file, &error) != GIF_OK) throw std::runtime_error("The GIF could not be finished.");
}

Bytes GifWriter::take() { return std::exchange(state_->out, {}); }

}  // namespace eigenscape
