// See formula_play.h. Whoever changes the state meanwhile (a key, the story) has the last word: then nothing comes
// back.
#include "app/panels/formula_play.h"

#include "app/model/explorer.h"
#include "app/model/state.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double seconds_back = 0.3;

double part_of(const Value& value) { return std::get<double>(value); }

void tell(Ui& ui, PlayedTerm& term, const Stretch& stretch, double value) {
    term.now = value;
    term.shown = with(ui.explorer.scene(), term.before, stretch.param, value);
    ui.explorer.tell(term.shown);
}

bool can_begin(const Ui& ui) {
    return !ui.explorer.timeline().playing && !ui.explorer.in_gesture() && !ui.studying.story.playing() &&
           ui.explorer.target() == ui.explorer.state();
}

// One step towards a goal at a constant pace; true when it is there.
bool step(Ui& ui, PlayedTerm& term, const Stretch& stretch, double goal, double most) {
    const double way = goal - term.now;
    const bool there = std::abs(way) <= most;
    tell(ui, term, stretch, there ? goal : term.now + std::copysign(most, way));
    return there;
}

}  // namespace

std::optional<Stretch> stretch_of(const Scene& scene, std::string_view plays) {
    const std::size_t sign = plays.find('='), dots = plays.find("..");
    if (sign == std::string_view::npos || dots == std::string_view::npos || dots < sign) return {};
    Stretch stretch;
    stretch.param = scene.find_param(plays.substr(0, sign));
    if (stretch.param < 0) return {};
    const Param& param = scene.params[static_cast<std::size_t>(stretch.param)];
    if (param.kind != Kind::real) return {};
    const auto number = [&](std::string_view text) {
        const auto read = parse(param, text);
        return std::holds_alternative<Value>(read) ? std::get<double>(std::get<Value>(read)) : undefined;
    };
    stretch.from = number(plays.substr(sign + 1, dots - sign - 1));
    stretch.to = number(plays.substr(dots + 2));
    if (std::isnan(stretch.from) || std::isnan(stretch.to)) return {};
    if (param.plays())
        stretch.seconds = param.seconds * std::abs(stretch.to - stretch.from) / (param.range.max - param.range.min);
    return stretch;
}

void play_term(Ui& ui, PlayedTerm& term, const std::string& plays, double seconds) {
    term.moves = false;
    if (term.plays.empty() && (plays.empty() || !can_begin(ui))) return;
    if (!term.plays.empty() &&
        (ui.explorer.state() != term.shown || ui.explorer.in_gesture())) {  // others have the last word
        term = {};
        return;
    }
    if (!plays.empty() && plays != term.plays) {
        const auto begun = stretch_of(ui.explorer.scene(), plays);
        if (!begun) return;
        if (term.plays.empty()) term.before = ui.explorer.state();
        term.plays = plays;
        tell(ui, term, *begun, begun->from);
        seconds = 0;
    }
    const Stretch stretch = *stretch_of(ui.explorer.scene(), term.plays);
    const bool back = plays.empty();
    const double goal = back ? part_of(term.before[static_cast<std::size_t>(stretch.param)]) : stretch.to;
    if (back && !term.returning) term.pace_back = std::abs(goal - term.now) / seconds_back;
    term.returning = back;
    const double pace = back ? term.pace_back : std::abs(stretch.to - stretch.from) / stretch.seconds;
    const bool there = step(ui, term, stretch, goal, ui.preferences.reduced_motion ? infinity : pace * seconds);
    if (there && back) term = {};
    else term.moves = !there;
}

}  // namespace eigenscape
