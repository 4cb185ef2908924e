// Where a film's frames go: a video through ffmpeg, a GIF, or numbered PNG files. Frames come in order.
// Throws FilmFailure or FilmCancelled; what was written is gone unless `finish` was reached.
#pragma once

#include "app/film/film_job.h"
#include "viz/image/image.h"

#include <atomic>
#include <memory>

namespace eigenscape {

class Sink {
  public:
    virtual ~Sink() = default;
    virtual void put(int frame, const Image& image) = 0;  // of PNG frames: by several threads at once
    virtual void finish() = 0;
    virtual int threads() const { return 1; }
};

std::unique_ptr<Sink> sink_for(const FilmOrder& order, int width, int height, const std::atomic<bool>& cancelled);

}  // namespace eigenscape
