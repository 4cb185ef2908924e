// Events on their way to ImGui and to the shortcut table: in order, and never two changes of one button in one picture.
// A key that is a command is not also a key for ImGui.
#include "app/panels/interface_inside.h"

#include "app/panels/imgui_compat.h"

#include "app/model/explorer.h"

#include <algorithm>

namespace eigenscape {
namespace {

bool is_change(const Event& event) {
    return std::holds_alternative<ButtonChanged>(event) || std::holds_alternative<KeyChanged>(event);
}

// A sheet lies over the picture: no key works on what is beneath it.
bool of_picture(Command command) {
    const std::string_view group = row_of(command).group;
    const bool of_the_sheet = command == Command::own_data || command == Command::paste;
    return group == "Time" || group == "Picture" || (group == "Data" && !of_the_sheet);
}

// Repeats of a key, and places that the pointer left without doing anything there. What was pressed is still let go.
void thin_out(std::deque<Event>& events) {
    std::deque<Event> kept;
    for (Event& event : events) {
        const auto* key = std::get_if<KeyChanged>(&event);
        if (key && key->repeat) continue;
        const bool moved = std::holds_alternative<PointerMoved>(event);
        if (moved && !kept.empty() && std::holds_alternative<PointerMoved>(kept.back())) kept.pop_back();
        kept.push_back(std::move(event));
    }
    events = std::move(kept);
}

}  // namespace

void Interface::Inside::take_key(const KeyChanged& change) {
    compat::feed_mods(change.mods);
    if (change.key == Key::none) return;  // only a modifier
    const bool typing = ImGui::GetIO().WantTextInput,
               walking = compat::keyboard_cursor_shown() && ImGui::GetIO().NavActive;
    const bool sheet = ui.sheet_shown(), escape = change.key == Key::escape;
    Command command =
        command_for({change.key, change.mods}, typing, walking, ui.learning.asks() && !sheet && !panels_hidden);
    if (sheet && escape) command = Command::leave;
    if (sheet && of_picture(command)) command = Command::none;
    if (change.down && change.key == Key::enter && ui.own_data.shown && !typing && !walking) {
        ui.own_data.accept = true;
        return;
    }
    const bool of_imgui = escape && !sheet && (typing || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId));
    const bool ours = command != Command::none && !of_imgui;
    const Key key =
        change.key == Key::enter && !typing ? Key::space : change.key;  // before 1.89, Enter pressed no buttons
    if (!change.down || !ours) compat::feed_key(key, change.down);
    if (!change.down && key != change.key) compat::feed_key(change.key, false);
    if (change.down && !ours && typing) ui.strokes.emplace_back(change);
    if (change.down && ours) perform(command);
}

void Interface::Inside::take_events() {
    constexpr std::size_t most_waiting = 64;  // a key held down, or a pointer faster than the pictures
    if (events.size() > most_waiting) thin_out(events);
    while (!events.empty()) {
        const Event event = std::move(events.front());
        events.pop_front();
        if (const auto* moved = std::get_if<PointerMoved>(&event)) {
            compat::feed_pointer(static_cast<float>(moved->x), static_cast<float>(moved->y));
        } else if (const auto* button = std::get_if<ButtonChanged>(&event)) {
            compat::feed_mods(button->mods);
            if (button->button >= 0 && button->button < 3) compat::feed_button(button->button, button->down);
        } else if (const auto* wheel = std::get_if<WheelTurned>(&event)) {
            compat::feed_wheel(static_cast<float>(wheel->x), static_cast<float>(wheel->y));
        } else if (const auto* key = std::get_if<KeyChanged>(&event)) {
            take_key(*key);
        } else if (const auto* text = std::get_if<TextTyped>(&event)) {
            if (!ImGui::GetIO().WantTextInput) continue;
            ImGui::GetIO().AddInputCharactersUTF8(text->text.c_str());
            ui.strokes.emplace_back(*text);
        } else if (const auto* dropped = std::get_if<PathsDropped>(&event)) {
            if (dropped->count > 1)
                ui.toasts.say(Icon::info,
                              "Of the " + std::to_string(dropped->count) + " files, only the first was opened.");
            open_path(dropped->first);
        } else {
            compat::release_everything();
            hands.let_go(ui);
        }
        if (events.empty()) return;
        const bool moved_next = std::holds_alternative<PointerMoved>(events.front());
        if (is_change(event) && (moved_next || is_change(events.front()))) return;  // let it be seen first
        if (std::holds_alternative<PointerMoved>(event) && is_change(events.front())) return;
    }
}

}  // namespace eigenscape
