// The running program without its window: one scene open, hands on it, time passing. Events in, pictures out.
// Everything a person can do is a call here; the window, the tests and replayed recordings make the same calls.
#pragma once

#include "app/model/document.h"
#include "app/model/drag.h"
#include "app/model/history.h"
#include "app/model/painting.h"
#include "app/model/state.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

enum class Button : std::uint8_t { left, right, middle };
enum class CanvasCursor : std::uint8_t { arrow, hand, grabbing, blocked };

struct Timeline {
    bool playing = false, loop = false;
    double speed = 1;  // times real time, within [1/16, 16]
};

class Explorer {
  public:
    explicit Explorer(const std::vector<Scene>& scenes = all_scenes());
    ~Explorer();
    Explorer(const Explorer&) = delete;
    Explorer& operator=(const Explorer&) = delete;

    // Scenes. Coming back to one finds it as it was left.
    const std::vector<Scene>& scenes() const { return scenes_; }
    const Scene& scene() const;
    std::optional<BadValue> open(std::string_view id);
    void open(const Document& document);      // exactly that picture: parameters, time, views, theme; paused
    Document document() const;                // what is shown now
    std::vector<Document> documents() const;  // of every scene that has been opened, where its ease is going; of a
                                              // visit: as it was before
    void restore(const std::vector<Document>& documents);  // those scenes as they were left, with nothing to undo

    // A visit looks at other pictures and scenes; at its end all is as it was before, with its undo and its views.
    void begin_visit();
    void end_visit();
    bool visiting() const;
    const Scene& own_scene() const;  // the one that the visit comes back to; without a visit, the open one

    // Parameters, by their place in scene().params. `state` is shown now; `target` is where an ease is going: show that
    // in controls. Outside a gesture a change is eased; within one it is there at once and the whole gesture is one
    // undo step.
    const State& state() const;
    const State& target() const;
    std::optional<BadValue> set_text(int param, std::string_view text);  // the whole value, as typed
    std::optional<BadValue> set_entry(int param, int entry,
                                      std::string_view text);  // one number of it (numbers_of's order)
    std::optional<BadValue> set_settings(
        const std::vector<std::string>& settings);  // NAME=VALUE; all or nothing; no ease
    void set(int param, const Value& value);        // clamped
    void begin_gesture();
    void end_gesture();
    bool in_gesture() const;
    void apply_preset(int index);
    void go(const State& next, const std::string& words);  // eased, one step of undo: "Story"
    void tell(const State& now);  // at once and without a step, as time does; not while something is held
    void reset();
    void reset_param(int param);
    void undo();
    void redo();
    bool can_undo() const;
    bool can_redo() const;
    std::string undo_words() const;  // "Drag A"
    std::string redo_words() const;

    // Time. Without a parameter that plays, these do nothing.
    const Timeline& timeline() const;
    void play();  // on to the end, starting and ending at rest; from the start when at the end
    void pause();
    void toggle_play();
    void scrub(double value);  // between begin_gesture and end_gesture when dragged
    void step(int direction);  // one integer, or a sixtieth of a second
    void to_start();
    void set_speed(double speed);
    void set_loop(bool loop);   // at the end: a real number goes back and forth, an integer starts over
    bool tick(double seconds);  // true: something changed, draw again
    bool idle() const;          // nothing moves: wait for an event

    // The canvas, in points from its upper left corner.
    void set_canvas(const Vec2& points);
    const Vec2& canvas() const;
    void pointer_moved(const Vec2& at);
    void pointer_left();
    void pressed(Button button, bool shift = false);  // where the pointer is; shift: pan, whatever lies there
    void released(Button button);
    void double_clicked();            // on a handle: its parameter starts anew; elsewhere: the panel looks from home
    void wheel(double notches);       // zooms about the pointer; positive: closer
    void cancel();                    // gives up the drag under way: everything as before it
    bool dragging() const;            // a handle, a plane or a space is held
    void next_handle(int direction);  // the keyboard's way to a handle
    void no_handle();
    void nudge(double x, double y, bool far = false);  // moves the chosen or hovered handle one small or large step
    void pan(const Vec2& by_points);                   // of the panel under the pointer, else the first
    void zoom(double factor);                          // about its middle
    void reset_view();                                 // all panels look from home, eased

    // Points of one's own, on panels that take them (Panel::takes): the brush paints some of this class, the eraser
    // takes some away, the hand drags the nearest. A stroke is one undo step.
    void set_tool(Tool tool, int class_of_points = 0);
    Tool tool() const;
    int painted_class() const;
    std::optional<int> painted_param();  // whose points this picture takes; nothing: it takes none

    const Views& views() const;
    const std::string& theme() const { return theme_; }
    void set_theme(std::string_view name);  // unknown names change nothing
    void set_reduced_motion(bool on);
    // A window does not wait for long computations: frame() shows what is ready and is drawn again until all is.
    // Without one (the default) it waits, so that a picture is a function of the state.
    void set_patient(bool on);
    bool reduced_motion() const;

    // Out.
    const Frame& frame();           // of `state`; drawn anew only when it would differ
    const Frame& overlay();         // the handles' rings, to be drawn over it with the same views and canvas
    std::uint64_t picture() const;  // grows when frame() is drawn anew
    // How far a scene opened a moment ago has come up out of the paper, in [0, 1]: show frame() so much.
    double appearing() const;
    const std::string& trouble()
        const;  // why the picture could not be drawn (the last good one stays); empty: all is well
    CanvasCursor cursor();
    std::string tip();                // words about the handle under the pointer or chosen; empty when there is none
    std::optional<Vec2> tip_at();     // where that handle is, in points
    std::optional<int> held_param();  // the parameter whose handle is held, hovered or chosen

  private:
    struct Inside;
    const std::vector<Scene>& scenes_;
    std::string theme_ = "dark";
    std::unique_ptr<Inside> in_;
};

}  // namespace eigenscape
