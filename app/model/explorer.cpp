// Scenes, parameters and undo: the part of the Explorer that would exist without pointer or clock.
// Every change goes through `change`, which decides between an ease and a cut and records one step of undo.
#include "app/model/explorer_inside.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "core/calculus/nearest_name.h"
#include "viz/theme.h"

#include <algorithm>

namespace eigenscape {

Explorer::Explorer(const std::vector<Scene>& scenes) : scenes_(scenes), in_(std::make_unique<Inside>()) {
    in_->sessions.resize(scenes.size());
    if (!scenes.empty()) open(scenes.front().words.id);
}
Explorer::~Explorer() = default;

const Scene& Explorer::scene() const { return scenes_[in_->open]; }
const State& Explorer::state() const { return in_->session().state; }
const State& Explorer::target() const { return in_->session().target; }
const Views& Explorer::views() const { return in_->session().views; }

void Explorer::Inside::stop_ease() {
    easing.stop();
    if (sessions[open]) session().state = session().target;
}

// Time that has been played is a step of undo of its own, recorded when something else happens.
void Explorer::Inside::record_play() {
    if (in_gesture || session().target == session().history.present()) return;
    session().history.close();
    session().history.record(session().target, "Play", now);
    session().history.close();
}

void Explorer::Inside::change(const Scene&, const State& next, const std::string& words) {
    record_play();
    Session& here = session();
    if (!in_gesture) here.history.record(next, words, now);
    go_to(next);
}

void Explorer::Inside::go_to(const State& next) {
    Session& here = session();
    const bool arrives = next == (easing.moving() ? here.target : here.state);
    if (!arrives) easing.go(here.state, next);
    here.target = next;
    if (in_gesture || reduced_motion || !easing.moving()) stop_ease();
}

// One parameter is there at once while an ease of the others goes on.
void Explorer::Inside::write_through(const Scene& scene, int param, const Value& value) {
    Session& here = session();
    here.state = with(scene, here.state, param, value);
    here.target = with(scene, here.target, param, here.state[static_cast<std::size_t>(param)]);
    easing.put(param, here.state[static_cast<std::size_t>(param)]);
}

std::optional<BadValue> Explorer::open(std::string_view id) {
    const auto found = std::find_if(scenes_.begin(), scenes_.end(), [&](const Scene& s) { return s.words.id == id; });
    if (found == scenes_.end()) {
        std::vector<std::string_view> known;
        for (const Scene& s : scenes_) known.push_back(s.words.id);
        const std::string near = nearest_name(id, known);
        return BadValue{"There is no scene " + as_given(id) + "." + (near.empty() ? "" : " Did you mean " + near + "?"),
                        0};
    }
    const auto index = static_cast<std::size_t>(found - scenes_.begin());
    if (in_->sessions[index] && index == in_->open) return std::nullopt;
    if (in_->sessions[in_->open]) {
        end_gesture();
        pause();
        in_->stop_ease();
        in_->look_at_end();
    }
    in_->open = index;
    const bool comes_up = in_->now > 0 && !in_->reduced_motion;  // the first picture of all is there at once
    in_->opened = comes_up ? 0 : entrance_seconds;
    if (!in_->sessions[index])
        in_->sessions[index] = Session{found->defaults, found->defaults, History(found->defaults), {}, 0};
    in_->hold = {};
    in_->spin = {};
    in_->hovered.reset();
    in_->hovered_row.reset();
    in_->chosen.reset();
    in_->tool = Tool::hand;
    in_->swells.clear();
    return std::nullopt;
}

void Explorer::open(const Document& document) {
    if (open(document.scene)) return;
    end_gesture();
    pause();
    in_->record_play();
    Session& here = in_->session();
    here.state = here.target = document.state;
    in_->stop_looking();
    here.views = document.views;
    here.history.close();
    here.history.record(document.state, "Open", in_->now);
    here.history.close();
    in_->stop_ease();
    set_theme(document.theme);
}

Document Explorer::document() const {
    Document document;
    document.scene = scene().words.id;
    document.state = state();
    document.views = views();
    document.theme = theme_;
    document.canvas_points = in_->canvas;
    return document;
}

std::vector<Document> Explorer::documents() const {
    std::vector<Document> all;
    const auto& sessions = in_->put_aside ? in_->put_aside->sessions : in_->sessions;
    for (std::size_t i = 0; i < scenes_.size(); ++i) {
        if (!sessions[i]) continue;
        Document& one = all.emplace_back(document());
        one.scene = scenes_[i].words.id;
        one.state = sessions[i]->target;
        one.views = sessions[i]->views;
    }
    return all;
}

void Explorer::restore(const std::vector<Document>& documents) {
    end_visit();
    end_gesture();
    pause();
    in_->stop_ease();
    in_->stop_looking();
    for (const Document& left : documents)
        for (std::size_t i = 0; i < scenes_.size(); ++i)
            if (scenes_[i].words.id == left.scene)
                in_->sessions[i] = Session{left.state, left.state, History(left.state), left.views, pulse_seconds};
}

void Explorer::set(int param, const Value& value) {
    if (in_->in_gesture) {  // a slider: the rest of the picture may go on easing
        in_->gesture_words = "Change " + scene().params[static_cast<std::size_t>(param)].title;
        in_->write_through(scene(), param, value);
        return;
    }
    in_->change(scene(), with(scene(), target(), param, value),
                "Change " + scene().params[static_cast<std::size_t>(param)].title);
}

std::optional<BadValue> Explorer::set_text(int param, std::string_view text) {
    const auto value = parse(scene().params[static_cast<std::size_t>(param)], text);
    if (const auto* problem = std::get_if<BadValue>(&value)) return *problem;
    set(param, std::get<Value>(value));
    return std::nullopt;
}

std::optional<BadValue> Explorer::set_entry(int param, int entry, std::string_view text) {
    const Param& row = scene().params[static_cast<std::size_t>(param)];
    const Value& value = target()[static_cast<std::size_t>(param)];
    std::vector<double> numbers = numbers_of(value);
    if (entry < 0 || static_cast<std::size_t>(entry) >= numbers.size())
        return BadValue{row.name + ": it has no such entry.", 0};
    Param single = row;  // one number of it is typed like a number by itself
    if (single.kind != Kind::integer) single.kind = Kind::real;
    const auto read = parse(single, text);
    if (const auto* problem = std::get_if<BadValue>(&read)) return *problem;
    numbers[static_cast<std::size_t>(entry)] = numbers_of(std::get<Value>(read))[0];
    set(param, with_numbers(value, numbers));
    return std::nullopt;
}

std::optional<BadValue> Explorer::set_settings(const std::vector<std::string>& settings) {
    const Outcome outcome = set_all(scene(), target(), settings);
    if (const auto* problem = std::get_if<BadValue>(&outcome)) return *problem;
    in_->change(scene(), std::get<State>(outcome), "Set values");
    in_->stop_ease();
    return std::nullopt;
}

void Explorer::begin_gesture() {
    if (in_->in_gesture) return;
    in_->record_play();
    in_->session().history.close();
    in_->in_gesture = true;
    in_->gesture_words = "Change";
}

void Explorer::end_gesture() {
    if (!in_->in_gesture) return;
    in_->in_gesture = false;
    in_->hold = {};
    in_->session().history.record(target(), in_->gesture_words, in_->now);
    in_->session().history.close();
}

bool Explorer::in_gesture() const { return in_->in_gesture; }

void Explorer::apply_preset(int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= scene().presets.size()) return;
    const Preset& preset = scene().presets[static_cast<std::size_t>(index)];
    const Outcome outcome = preset_state(scene(), preset);
    if (const auto* next = std::get_if<State>(&outcome)) in_->change(scene(), *next, preset.name);
}

void Explorer::go(const State& next, const std::string& words) {
    if (next.size() != scene().params.size()) return;
    if (in_->timeline.playing) pause();
    in_->change(scene(), next, words);
}

void Explorer::tell(const State& now) {
    if (in_->in_gesture || now.size() != scene().params.size()) return;
    if (in_->timeline.playing) pause();
    in_->easing.stop();
    in_->session().state = in_->session().target = now;
}

void Explorer::reset() { in_->change(scene(), scene().defaults, "Reset"); }

void Explorer::reset_param(int param) {
    const auto at = static_cast<std::size_t>(param);
    in_->change(scene(), with(scene(), target(), param, scene().defaults[at]), "Reset " + scene().params[at].title);
}

void Explorer::undo() {
    if (in_->in_gesture) return;
    pause();
    in_->go_to(in_->session().history.undo());
}

void Explorer::redo() {
    if (in_->in_gesture) return;
    pause();
    if (!can_redo()) return;
    in_->go_to(in_->session().history.redo());
}

bool Explorer::can_undo() const {
    return in_->session().history.can_undo() || target() != in_->session().history.present();
}
bool Explorer::can_redo() const { return in_->session().history.can_redo(); }
std::string Explorer::undo_words() const { return in_->session().history.undo_words(); }
std::string Explorer::redo_words() const { return in_->session().history.redo_words(); }

void Explorer::set_theme(std::string_view name) {
    if (find_theme(name)) theme_ = name;
}

bool Explorer::reduced_motion() const { return in_->reduced_motion; }

void Explorer::set_patient(bool on) { in_->patient = on; }

void Explorer::set_reduced_motion(bool on) {
    in_->reduced_motion = on;
    if (!on) return;
    in_->stop_ease();
    in_->look_at_end();
    in_->opened = entrance_seconds;
}

}  // namespace eigenscape
