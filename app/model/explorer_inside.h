// What an Explorer remembers: one session per scene, an ease, a hold of the pointer, and the picture drawn last.
// Private to the explorer_*.cpp files; each adds the part of Explorer that its name says.
#pragma once

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

struct Ease {
    State from;
    double done = 1;  // of its time, 1: there is no ease
};

// What the pointer holds between press and release.
struct Hold {
    enum What { nothing, handle, panning, orbiting } what = nothing;
    Button button = Button::left;
    std::string panel;
    Vec2 last{0, 0};    // the pointer's place at the last move
    Vec2 offset{0, 0};  // from the handle to where it was grabbed
    std::optional<Drag> drag;
    bool stuck = false;
    State state, target;  // as they were before, for giving up
    View view;
    bool had_view = false;
    Vec2 moved{0, 0};  // since the last tick, for inertia
};

// A space that goes on turning after it was let go.
struct Spin {
    std::string panel;
    Vec2 speed{0, 0};  // points per second
};

struct Explorer::Inside {
    std::vector<std::optional<Session>> sessions;
    std::size_t open = 0;
    Ease ease;
    Timeline timeline;
    double played = 0;  // the playing parameter with its fraction, which an integer cannot hold
    bool in_gesture = false;
    std::string gesture_words;
    bool reduced_motion = false;
    double now = 0;  // seconds of ticks

    Vec2 canvas{1280, 720};
    Vec2 pointer{-1, -1};
    bool pointer_here = false;
    std::optional<Grip> hovered, chosen;
    Hold hold;
    Spin spin;
    std::vector<std::pair<Grip, double>> swells;  // how far rings have grown, in (0, 1]

    Frame frame, overlay;
    State drawn;  // what `frame` shows …
    std::optional<std::size_t> drawn_scene;
    Vec2 drawn_canvas{0, 0};
    std::uint64_t pictures = 0;
    std::string trouble;

    Session& session() { return *sessions[open]; }
    const Session& session() const { return *sessions[open]; }
    Stage stage() const { return {canvas, session().views}; }
    bool easing() const { return ease.done < 1; }
    void change(const Scene& scene, const State& next, const std::string& words);
    void write_through(const Scene& scene, int param, const Value& value);
    void record_play();
    void stop_ease();
    bool up_to_date() const;
    void draw(const Scene& scene);
    const Panel* panel_at(const Vec2& point) const;
    std::optional<Grip> grip_at(const Vec2& point) const;
    std::optional<Grip> grip_in_hand() const;  // held, else hovered, else chosen
    void follow(const Scene& scene);           // the held handle goes where the pointer is
    bool tick_swells(double seconds);
    bool pulsing() const;
};

inline constexpr double ease_seconds = 0.5;
inline constexpr double pulse_seconds = 3.6;  // three pulses
inline constexpr double hit_radius_points = 12;

}  // namespace eigenscape
