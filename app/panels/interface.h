// The whole interface on one explorer: events in, pictures out, into whatever framebuffer is bound.
// The window and the tests drive it alike; it needs a current OpenGL 3.3 context and knows no window.
#pragma once

#include "app/panels/events.h"
#include "app/panels/faces.h"
#include "app/panels/preferences.h"
#include "viz/image/png.h"
#include "viz/view.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

class Explorer;

enum class Cursor { arrow, text, hand, grabbing, sideways, blocked };

// What the interface asks of whoever shows it. Each may be empty.
struct Host {
    std::function<void()> toggle_full_screen, quit;
    std::function<void(const std::string&)> copy;
    std::function<std::string()> paste;
    std::function<std::string(const Bytes& png)>
        copy_picture;             // gives what to tell when it could not; empty: it is done
    std::string pictures_folder;  // where screenshots go; empty: the user's own
    std::string progress_file;    // what a learner has done is kept there; empty: until the program ends
    std::string formulas_file;    // typed formulas are kept there; empty: until the program ends
    std::string cards_file;       // the learner's own cards; empty: until the program ends
    std::function<int()> today;   // days since 1970-01-01; empty: what the clock says
    std::string notes_folder;     // the notebook; empty: the user's own
    std::string data_folder;      // snapshots and the trash of notes; empty: the user's own
    std::string trouble;          // said once at the start: settings that could not be read
    FaceAtlas faces;              // drawn ahead; empty: drawn with the first picture
};

class Interface {
  public:
    Interface(Explorer& explorer, Preferences preferences, Host host);
    ~Interface();

    void resize(int width_pixels, int height_pixels, double content_scale);
    bool can_be_drawn() const;  // it has a size, and none that the driver has no picture for
    void push(Event event);
    bool has_events() const;
    std::size_t waiting_events() const;

    // Draws one picture; `now` in seconds. Gives how long it may stay: 0: draw again at once, infinity: until an event.
    double draw(double now);

    void tend(double now);  // what goes on without pictures: notes are kept. To be called often; `now` as for `draw`
    void say(const std::string& words);  // as a message over the canvas

    const Preferences& preferences() const;
    Cursor cursor() const;
    std::string title() const;                          // of the window
    const std::map<std::string, Rect>& places() const;  // pixels: where each control was drawn last, by its words
    Rect canvas_pixels() const;
    std::vector<std::string> messages() const;  // toasts shown now

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace eigenscape
