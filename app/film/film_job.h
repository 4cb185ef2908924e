// A film in the making, on threads of its own: start it, ask how far it is, cancel it, read how it ended.
// The window's dialog and the command line drive the same object; nothing stays under the final name unless it is
// whole.
#pragma once

#include "app/film/ffmpeg.h"
#include "app/film/shown.h"
#include "app/model/document.h"
#include "app/model/film.h"
#include "viz/theme.h"

#include <memory>
#include <optional>
#include <string>

namespace eigenscape {

// All that must be known to make it. `output`: as for `render -o`; it must have a film's ending.
struct FilmOrder {
    Film film;
    FrameRange range;
    Document document;  // its state aside, what each PNG frame carries
    Setting setting;    // its size is that of the film, in points
    const Theme* theme = &default_theme();
    double scale = 1;          // pixels per point
    bool transparent = false;  // PNG frames alone
    Quality quality = Quality::fine;
    std::string output;
    Existing existing = Existing::replace;
    bool keep_frames = false;  // PNG frames that are whole stay when the film is cancelled or fails
};

// As high as the longest words of a story need, so that the picture above stands still.
double band_for_words(Setting setting, const Film& film);

// mp4 and webm want even sides: the film is that much larger.
int film_side(double points, double scale, FilmFormat format);

// Why this order cannot be carried out, found without drawing: the format, the size, the folder, ffmpeg, files that
// exist. `wrong`: it was asked wrongly, as opposed to not possible now.
struct Objection {
    std::string message;
    bool wrong = true;
};
std::optional<Objection> objection(const FilmOrder& order);

struct FilmResult {
    enum Ending { done, cancelled, failed } ending = done;
    std::string message;  // a sentence for people, whatever the ending
};

class FilmJob {
  public:
    explicit FilmJob(FilmOrder order);  // starts at once; does not throw for what goes wrong with the film
    ~FilmJob();                         // cancels and waits

    double progress() const;  // 0 to 1
    int frames_done() const;
    std::optional<double> seconds_left() const;  // nothing until it can be told
    void cancel();                               // may be called from any thread; the job ends soon after
    bool ended() const;
    const FilmResult& wait();  // until it has ended

  private:
    struct Making;
    std::unique_ptr<Making> making_;
};

}  // namespace eigenscape
