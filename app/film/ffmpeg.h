// FFmpeg as the program that turns frames into mp4 or webm. What can go wrong with it is found before the first frame,
// or within a few seconds, and is said in words with what to do.
#pragma once

#include "app/model/child.h"
#include "viz/image/file.h"

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

namespace eigenscape {

// Why a film could not be made: a sentence or two for people.
struct FilmFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct FilmCancelled {};

enum class FilmFormat { mp4, webm, gif, frames };
std::optional<FilmFormat> film_format(std::string_view path);  // by its ending; a .png must have a number in its name
bool needs_ffmpeg(FilmFormat format);

enum class Quality { draft, fine };  // draft: the encoder's fastest setting, larger files

// Asks ffmpeg what it is. Empty: it can do it; else what is wrong and what to install. At most 5 s.
std::string why_no_ffmpeg(FilmFormat format);

// One run of ffmpeg: yuv420p frames in, a file out. Not yet under its final name: see Draft.
class Encoder {
  public:
    struct Order {
        FilmFormat format = FilmFormat::mp4;
        int width = 0, height = 0;  // even
        double fps = 60;
        Quality quality = Quality::fine;
        std::string path;
    };
    Encoder(const Order& order, const std::atomic<bool>& cancelled);  // throws FilmFailure

    // Each throws FilmFailure when ffmpeg has ended or does nothing for 5 s, and FilmCancelled.
    void put(std::span<const std::uint8_t> frame);
    void finish();

  private:
    void wait_while_it_works(const std::function<bool()>& done);
    [[noreturn]] void fail(const std::string& what) const;

    Order order_;
    const std::atomic<bool>& cancelled_;
    Child child_;
};

}  // namespace eigenscape
