// What an Explorer remembers: one session per scene, an ease, a hold of the pointer, and the picture drawn last.
// Private to the explorer_*.cpp files; each adds the part of Explorer that its name says.
#pragma once

#include "app/model/easing.h"
#include "app/model/explorer.h"

#include <functional>

namespace eigenscape {

// What a person has done with one scene; kept while other scenes are open.
struct Session {
    State state, target;  // shown, and where an ease is going (the same when there is none)
    History history;
    Views views;
    double shown = 0;  // seconds that it has been looked at, for the first-visit pulse
};

// What the pointer holds between press and release.
struct Hold {
    enum What { nothing, handle, panning, orbiting, painting, erasing, row_moved } what = nothing;
    Button button = Button::left;
    std::string panel;
    Vec2 last{0, 0};    // the pointer's place at the last move
    Vec2 offset{0, 0};  // from the handle to where it was grabbed
    std::optional<Drag> drag;
    bool stuck = false;
    bool taken = false;   // what taking hold of it sets has been set
    State state, target;  // as they were before, for giving up
    View view;
    bool had_view = false;
    Vec2 moved{0, 0};  // since the last tick, for inertia
    int param = -1;    // of a stroke: whose points are painted, erased or moved
    std::size_t row = 0;
    Vec2 stroke_at{0, 0};  // where the last point was painted, or the eraser was

    bool changes_state() const { return what == handle || what >= painting; }
    int changed_param() const { return what == handle ? drag->param() : param; }
};

// Views on their way to others. A panel that `to` does not name looks from home.
struct Looking {
    Views from, to;
    double done = 1;  // of its time, 1: they stand still
};

// One way of the parameter that plays, from here to an end of its range. A real number starts and ends at rest;
// integers are counted evenly.
struct TimeRun {
    double from = 0, to = 1, seconds = 1, elapsed = 0;
    bool eased = true;
    double at(double elapsed_seconds) const;
};

// A space that goes on turning after it was let go.
struct Spin {
    std::string panel;
    Vec2 speed{0, 0};  // points per second
};

// What a visit comes back to.
struct PutAside {
    std::vector<std::optional<Session>> sessions;
    std::size_t open = 0;
};

struct Explorer::Inside {
    std::vector<std::optional<Session>> sessions;
    std::size_t open = 0;
    std::optional<PutAside> put_aside;
    double opened = 1;  // seconds since this scene was opened, for its entrance
    Easing easing;
    Looking looking;
    Timeline timeline;
    TimeRun run;
    bool in_gesture = false;
    std::string gesture_words;
    bool reduced_motion = false, patient = true;
    double now = 0;  // seconds of ticks

    Vec2 canvas{1280, 720};
    Vec2 pointer{-1, -1};
    bool pointer_here = false;
    std::optional<Grip> hovered, chosen;
    Hold hold;
    Spin spin;
    Tool tool = Tool::hand;
    int painted_class = 0;
    std::optional<std::size_t> hovered_row;       // of the points that the panel under the pointer takes
    std::vector<std::pair<Grip, double>> swells;  // how far rings have grown, in (0, 1]

    Frame frame, overlay;
    State drawn;  // what `frame` shows …
    std::optional<std::size_t> drawn_scene;
    Vec2 drawn_canvas{0, 0};
    std::uint64_t pictures = 0;
    std::string trouble;

    Session& session() { return *sessions[open]; }
    const Session& session() const { return *sessions[open]; }
    Stage stage() const { return {canvas, session().views, patient}; }
    void change(const Scene& scene, const State& next, const std::string& words);
    void write_through(const Scene& scene, int param, const Value& value);
    void record_play();
    void go_to(const State& next);  // eased, or at once
    void stop_ease();
    void begin_run(const Scene& scene, double from, double to);
    bool tick_run(const Scene& scene, double seconds);
    void look(const Views& to);                // eased, or at once
    void look_at_end();                        // at once where an ease of the views is going
    void stop_looking() { looking.done = 1; }  // where they are now: a hand takes over
    bool tick_looking(double seconds);
    bool tick_spin(double seconds);
    bool up_to_date() const;
    void draw(const Scene& scene);
    const Panel* panel_at(const Vec2& point) const;
    static bool shows(const Camera& camera, const Handle& handle);
    std::optional<Grip> grip_at(const Vec2& point) const;
    std::optional<Grip> grip_in_hand() const;  // held, else hovered, else chosen
    void take(const Scene& scene);             // sets what taking hold of the handle sets first
    void follow(const Scene& scene);           // the held handle goes where the pointer is
    std::optional<PaintedPanel> points_at(const Scene& scene, const Vec2& point) const;
    std::optional<PaintedPanel> points_on(const Scene& scene, const Panel& panel) const;
    std::optional<std::size_t> row_at(const Scene& scene, const Vec2& point) const;  // that the hand would drag
    void tool_ring(const Scene& scene, const Panel& panel, Panel& over) const;
    bool begin_stroke(const Scene& scene, Hold& started);
    void follow_stroke(const Scene& scene, bool first);
    void paint(const Scene& scene, const PaintedPanel& points, bool first);
    void move_row(const Scene& scene, const PaintedPanel& points);
    bool tick_swells(double seconds);
    bool pulsing() const;
};

inline constexpr double look_seconds = 0.5, entrance_seconds = 0.35;
inline constexpr double pulse_seconds = 3.6;  // three pulses
inline constexpr double hit_radius_points = 12;

}  // namespace eigenscape
