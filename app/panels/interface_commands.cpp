// Doing what a key or a button asked for. Commands on the picture go to the explorer, those on the window to the host,
// and what becomes a file is interface_files.cpp's.
#include "app/panels/interface_inside.h"

#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/strip.h"

#include "app/model/explorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {

bool Interface::Inside::perform_on_picture(Command command) {
    constexpr double pan_points = 48, closer = 1.25;
    const bool far = ImGui::GetIO().KeyShift;
    switch (command) {
        case Command::play: explorer.toggle_play(); return true;
        case Command::step_back: explorer.step(-1); return true;
        case Command::step_forward: explorer.step(1); return true;
        case Command::to_start: explorer.to_start(); return true;
        case Command::loop: explorer.set_loop(!explorer.timeline().loop); return true;
        case Command::slower: explorer.set_speed(explorer.timeline().speed / 2); return true;
        case Command::faster: explorer.set_speed(explorer.timeline().speed * 2); return true;
        case Command::undo: explorer.undo(); return true;
        case Command::redo: explorer.redo(); return true;
        case Command::reset_scene: explorer.reset(); return true;
        case Command::reset_view: explorer.reset_view(); return true;
        case Command::nudge_left: explorer.nudge(-1, 0, far); return true;
        case Command::nudge_right: explorer.nudge(1, 0, far); return true;
        case Command::nudge_up: explorer.nudge(0, 1, far); return true;
        case Command::nudge_down: explorer.nudge(0, -1, far); return true;
        case Command::pan_left: explorer.pan({pan_points, 0}); return true;
        case Command::pan_right: explorer.pan({-pan_points, 0}); return true;
        case Command::pan_up: explorer.pan({0, pan_points}); return true;
        case Command::pan_down: explorer.pan({0, -pan_points}); return true;
        case Command::next_handle: explorer.next_handle(1); return true;
        case Command::previous_handle: explorer.next_handle(-1); return true;
        case Command::more:
        case Command::less: {
            const bool more = command == Command::more;
            if (compat::keyboard_cursor_shown() && ImGui::GetIO().NavActive) ui.step = more ? 1 : -1;
            else explorer.zoom(more ? closer : 1 / closer);
            return true;
        }
        default: return false;
    }
}

void Interface::Inside::zoom_interface(double factor) {
    preferences.scale = factor == 0 ? 1 : std::clamp(preferences.scale * factor, smallest_scale, largest_scale);
    pictures_due = pictures_to_rest;
}

// One sheet at a time.
bool Interface::Inside::show_sheet(bool& sheet, bool on) {
    ui.close_sheets();
    sheet = on;
    return true;
}

bool Interface::Inside::perform_on_window(Command command) {
    constexpr double step = 1.125;
    switch (command) {
        case Command::hide_panels:
            panels_hidden = !panels_hidden;
            if (panels_hidden)
                ui.toasts.say(Icon::info, keys_of(Command::hide_panels) + " or Esc brings the panels back.");
            return true;
        case Command::library:
            preferences.library = !layout.shows(layout.library);
            prefer_library = true;
            panels_hidden = false;
            say_when_too_narrow("library", preferences.library, &Layout::library);
            return true;
        case Command::inspector:
            preferences.inspector = !layout.shows(layout.inspector);
            prefer_library = panels_hidden = false;
            say_when_too_narrow("inspector", preferences.inspector, &Layout::inspector);
            return true;
        case Command::lesson:
            preferences.lesson = !(preferences.lesson && !preferences.notes && layout.shows(layout.inspector));
            preferences.notes = false;
            preferences.inspector = true;
            prefer_library = panels_hidden = false;
            say_when_too_narrow("inspector", true, &Layout::inspector);
            return true;
        case Command::notes:
            preferences.notes = !(preferences.notes && layout.shows(layout.inspector));
            preferences.inspector = true;
            prefer_library = panels_hidden = false;
            ui.notes.area.wants_keyboard = preferences.notes && ui.notes.book->is_open() && !ui.notes.reading;
            say_when_too_narrow("inspector", true, &Layout::inspector);
            return true;
        case Command::find: {
            const bool shown = !ui.finding.shown;
            ui.close_sheets();
            ui.finding = {shown, false, false, {}, 0, std::nullopt, std::move(ui.finding.recent)};
            return true;
        }
        case Command::next_panel: enter_next_panel(); return true;
        case Command::leave: leave(); return true;
        case Command::full_screen:
            if (host.toggle_full_screen) host.toggle_full_screen();
            return true;
        case Command::quit:
            if (host.quit) host.quit();
            return true;
        case Command::larger: zoom_interface(step); return true;
        case Command::smaller: zoom_interface(1 / step); return true;
        case Command::normal_size: zoom_interface(0); return true;
        case Command::help: return show_sheet(ui.help_shown, !ui.help_shown);
        case Command::capture: return show_sheet(ui.capture.shown, !ui.capture.shown);
        case Command::freeze: freeze(); return true;
        case Command::film: return show_sheet(ui.film.shown, !ui.film.shown);
        case Command::welcome: show_welcome(!ui.welcome.shown); return true;
        case Command::open: return show_sheet(ui.open_shown, true);
        default: return false;
    }
}

void Interface::Inside::perform(Command command) {
    pictures_due = pictures_to_rest;
    if (perform_on_learning(command) || perform_on_picture(command) || perform_on_window(command)) return;
    if (perform_on_data(command)) return;
    const auto known = themes();
    const auto choose = [&](std::size_t index) { explorer.set_theme(known[index % known.size()].name); };
    switch (command) {
        case Command::screenshot: return take_picture(1);
        case Command::screenshot_double: return take_picture(2);
        case Command::copy_picture: return copy_picture();
        case Command::note: return take_note();
        case Command::save:
            return ui.notes.area.has_keyboard && ui.notes.book->is_open() ? keep_note_now() : save_state();
        case Command::theme_1:
        case Command::theme_2:
        case Command::theme_3:
        case Command::theme_4:
            return choose(static_cast<std::size_t>(command) - static_cast<std::size_t>(Command::theme_1));
        case Command::next_theme: {
            const auto now = std::ranges::find(known, std::string_view(explorer.theme()), &Theme::name);
            return choose(static_cast<std::size_t>(now - known.begin()) + 1);
        }
        case Command::reduced_motion: {
            preferences.reduced_motion = !preferences.reduced_motion;
            explorer.set_reduced_motion(preferences.reduced_motion);
            return ui.toasts.say(
                Icon::info, preferences.reduced_motion ? "Less motion: changes are cuts." : "Changes are eased again.");
        }
        default: return;
    }
}

// The innermost thing that Escape can leave.
void Interface::Inside::leave() {
    if (ui.sheet_shown()) {
        ui.close_sheets();
    } else if (explorer.dragging()) {
        explorer.cancel();
    } else if (explorer.tool() != Tool::hand) {
        explorer.set_tool(Tool::hand);
    } else if (ui.learning.strip_shown() && !panels_hidden) {
        close_strips(ui);
    } else if (ui.welcome.shown && !panels_hidden) {
        show_welcome(false);
    } else if (ImGui::GetIO().NavActive) {
        ImGui::SetWindowFocus(nullptr);
        panel_entered = -1;
    } else if (panels_hidden) {
        panels_hidden = false;
    } else {
        explorer.no_handle();
    }
}

// Put away, however much of it was tried, it does not come by itself again.
void Interface::Inside::show_welcome(bool shown) {
    ui.welcome = {};
    ui.welcome.shown = shown;
    if (shown) ui.help_shown = ui.open_shown = ui.finding.shown = panels_hidden = false;
    else preferences.welcomed = true;
}

Layout Interface::Inside::layout_now() const {
    const bool plays = std::ranges::any_of(explorer.scene().params, [](const Param& param) { return param.plays(); });
    Layout now = layout_of(
        width / ui.scale, height / ui.scale,
        {preferences.library, preferences.inspector, plays, !panels_hidden, prefer_library, preferences.notes});
    if (!panels_hidden) make_room_for_strip(ui, now);
    return now;
}

void Interface::Inside::say_when_too_narrow(const char* panel, bool shown, Rect Layout::*place) {
    const Layout wanted = layout_now();
    if (shown && !wanted.shows(wanted.*place))
        ui.toasts.say(Icon::info, std::string("The window is too small for the ") + panel +
                                      ". Make it larger, or the interface smaller with " + keys_of(Command::smaller) +
                                      "; " + key_words(row_of(Command::find).chords[0]) + " sets any value.");
}

void Interface::Inside::go_to(const Answer& found) {
    pictures_due = pictures_to_rest;
    if (found.refused) return;
    if (found.kind != Answer::action) close_strips(ui);
    remember_choice(ui.finding.recent, found);
    switch (found.kind) {
        case Answer::action: return perform(found.command);
        case Answer::parameter: return go_to_param(found);
        case Answer::setting:
            if (const auto bad = explorer.set_text(found.index, found.value))
                ui.toasts.say(Icon::warning, bad->message);
            else ui.number_set = true;
            return;
        case Answer::symptom:
            return lead_to(ui, lesson_of(found.scene_id)->symptoms[static_cast<std::size_t>(found.index)]);
        default:
            if (found.scene_id != explorer.scene().words.id) explorer.open(found.scene_id);
            if (found.kind == Answer::preset) explorer.apply_preset(found.index);
    }
}

void Interface::Inside::follow(const Link& link) {
    pictures_due = pictures_to_rest;
    if (!link.target.empty()) return follow_note_link(ui, link.target);
    close_strips(ui);
    if (const auto bad = explorer.open(link.scene)) return ui.toasts.say(Icon::warning, bad->message);
    ui.studying.story.pause();
    tell_advice();
    if (link.settings.empty()) return;
    const Scene& there = explorer.scene();
    const Outcome outcome = set_all(there, there.defaults, link.settings);
    if (const auto* bad = std::get_if<BadValue>(&outcome)) return ui.toasts.say(Icon::warning, bad->message);
    explorer.go(std::get<State>(outcome), "Follow a link");
}

void Interface::Inside::go_to_param(const Answer& found) {
    panels_hidden = false;
    if (explorer.scene().params[static_cast<std::size_t>(found.index)].plays()) {
        ui.time_to_enter = true;
        return;
    }
    preferences.lesson = preferences.notes = false;
    if (!layout_now().shows(layout_now().inspector)) preferences.inspector = true, prefer_library = false;
    if (layout_now().shows(layout_now().inspector)) ui.param_to_enter = found.index;
    else say_when_too_narrow("inspector", true, &Layout::inspector);
}

void Interface::Inside::enter_next_panel() {
    panels_hidden = false;
    const auto on_canvas = [&](bool shown) { return shown ? layout.canvas : Rect{0, 0, 0, 0}; };
    const Rect welcome = on_canvas(ui.welcome.shown && !ui.learning.strip_shown()),
               strip = on_canvas(ui.learning.strip_shown());
    const std::pair<const char*, const Rect*> panels[] = {
        {"Bar", &layout.bar},           {"Library", &layout.library}, {"Inspector", &layout.inspector},
        {"Timeline", &layout.timeline}, {"Welcome", &welcome},        {"Strip", &strip}};
    for (int i = 0; i < 6; ++i) {
        panel_entered = (panel_entered + 1) % 6;
        if (!layout.shows(*panels[panel_entered].second)) continue;
        ui.panel_to_enter = panels[panel_entered].first;
        return;
    }
}

}  // namespace eigenscape
