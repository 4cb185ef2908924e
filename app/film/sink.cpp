// The three kinds of Sink; see sink.h. Video and GIF grow in a Draft; every PNG is written whole by itself.
// PNG frames that replaced nothing are taken away again when the film is not finished.
#include "app/film/sink.h"

#include "viz/image/gif.h"
#include "viz/image/yuv.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <thread>

namespace eigenscape {
namespace {

void demand(const Saved& saved) {
    if (!saved) throw FilmFailure(saved.message);
}

class VideoSink : public Sink {
  public:
    VideoSink(const FilmOrder& order, int width, int height, const std::atomic<bool>& cancelled)
        : draft_(order.output, order.existing) {
        demand(draft_.begin());
        const FilmFormat format = *film_format(order.output);
        encoder_.emplace(Encoder::Order{format, width, height, order.film.fps, order.quality, draft_.path().string()},
                         cancelled);
    }
    void put(int, const Image& image) override {
        to_yuv420(image, planes_);
        encoder_->put(planes_);
    }
    void finish() override {
        encoder_->finish();
        demand(draft_.keep());
    }

  private:
    Draft draft_;
    std::optional<Encoder> encoder_;  // ends before the draft goes
    Bytes planes_;
};

class GifSink : public Sink {
  public:
    GifSink(const FilmOrder& order, int width, int height)
        : draft_(order.output, order.existing), gif_(width, height, order.film.fps) {
        demand(draft_.begin());
    }
    void put(int, const Image& image) override {
        gif_.put(image);
        demand(draft_.write(gif_.take()));
    }
    void finish() override {
        gif_.finish();
        demand(draft_.write(gif_.take()));
        demand(draft_.keep());
    }

  private:
    Draft draft_;
    GifWriter gif_;
};

class FrameSink : public Sink {
  public:
    explicit FrameSink(const FilmOrder& order)
        : order_(order), name_(std::get<NumberedName>(parse_numbered(order.output))) {}
    ~FrameSink() override {
        std::error_code none;
        if (!finished_ && !order_.keep_frames)
            for (const std::string& path : new_) std::filesystem::remove(path, none);
    }
    void put(int frame, const Image& image) override {
        Document document = order_.document;
        document.state = order_.film.state(frame);
        const Bytes bytes = to_png(image, document);
        const std::string path = name_.of(frame);
        std::error_code none;
        const bool is_new = !std::filesystem::exists(path, none);
        demand(write_file_atomic(path, bytes, order_.existing));
        const std::lock_guard lock(mutex_);
        if (is_new) new_.push_back(path);
    }
    void finish() override { finished_ = true; }
    int threads() const override { return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 8u)); }

  private:
    const FilmOrder& order_;
    NumberedName name_;
    std::mutex mutex_;
    std::vector<std::string> new_;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<Sink> sink_for(const FilmOrder& order, int width, int height, const std::atomic<bool>& cancelled) {
    switch (*film_format(order.output)) {
        case FilmFormat::frames: return std::make_unique<FrameSink>(order);
        case FilmFormat::gif: return std::make_unique<GifSink>(order, width, height);
        default: return std::make_unique<VideoSink>(order, width, height, cancelled);
    }
}

}  // namespace eigenscape
