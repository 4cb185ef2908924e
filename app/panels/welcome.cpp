// A gesture counts by what it changes, so that hand and keyboard are one: a handle's parameter, a number, the views,
// time, a file. Five columns where there is room for them, else the next one alone.
#include "app/panels/welcome.h"

#include "app/model/explorer.h"
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <algorithm>

namespace eigenscape {
namespace {

struct Lesson {
    const char *title, *hand, *keys;
};
constexpr Lesson lessons[Welcome::count_] = {
    {"Take hold", "Drag a ringed point.", "Tab, then arrows"},
    {"Set a number", "Drag one in the formula.", "Ctrl+K finds it"},
    {"Look around", "Drag the background, turn the wheel.", "Alt+arrows, + and \u2212"},
    {"Let time pass", "Press play, below.", "Space"},
    {"Take a picture", "Press the camera, above. It opens again as it was.", "F12"},
};

void tick_mark(Ui& ui, ImVec2 at, bool done) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + ui.at(8), at.y + ui.at(8)};
    if (done) return draw_icon(list, Icon::check, middle.x, middle.y, ui.scale, packed(ui.palette.good));
    list.AddCircle(middle, ui.at(5), packed(ui.palette.soft), 0, std::max(1.0f, ui.at(1.25)));
}

void words_in(Ui& ui, const std::string& words, float left, float room, const Color& color) {
    ImGui::SetCursorPosX(left + ui.at(22));
    ImGui::PushStyleColor(ImGuiCol_Text, packed(color));
    ImGui::TextUnformatted(wrapped(words, room - ui.at(22)).c_str());
    ImGui::PopStyleColor();
}

void lesson(Ui& ui, int index, float room) {
    const Lesson& one = lessons[index];
    const bool done = ui.welcome.done[static_cast<std::size_t>(index)];
    const float left = ImGui::GetCursorPosX();
    ImGui::BeginGroup();
    tick_mark(ui, ImGui::GetCursorScreenPos(), done);
    words_in(ui, one.title, left, room, done ? ui.palette.soft : ui.palette.text);
    compat::push_font(ui.faces.small);
    words_in(ui, one.hand, left, room, ui.palette.soft);
    words_in(ui, one.keys, left, room, ui.palette.soft);
    ImGui::PopFont();
    ImGui::EndGroup();
    record(ui, std::string(one.title) + (done ? ": done" : ": to do"));
}

void strip_title(Ui& ui) {
    const bool all = ui.welcome.all_done();
    const std::string words =
        all ? "That is all of it. Everything else is found with Ctrl+K." : "Welcome. Five things to try:";
    const std::string button = all ? "Done" : "Skip", hurts = "Or say what hurts";
    ImGui::TextUnformatted(words.c_str());
    const float right = ImGui::GetContentRegionMax().x, gap = ui.at(16),
                closing = ImGui::CalcTextSize(button.c_str()).x + gap;
    const float asking = ImGui::CalcTextSize(hurts.c_str()).x + gap;
    if (ImGui::CalcTextSize(words.c_str()).x + asking + closing + gap < right) {
        ImGui::SameLine(right - closing - ui.at(8) - asking);
        ImGui::SetCursorPosY(ui.at(6));
        if (text_button(ui, hurts, deed_of(row_of(Command::what_hurts)) + "  (" + keys_of(Command::what_hurts) + ")",
                        true))
            ui.asked.push_back(Command::what_hurts);
    }
    ImGui::SameLine(right - closing);
    ImGui::SetCursorPosY(ui.at(6));
    if (text_button(ui, button, "Puts this away  (Esc). " + keys_of(Command::welcome) + " brings it back."))
        ui.asked.push_back(Command::welcome);
}

}  // namespace

bool Welcome::all_done() const {
    return std::ranges::all_of(done, [](bool one) { return one; });
}

void watch_gestures(Ui& ui) {
    Welcome& w = ui.welcome;
    const Explorer& explorer = ui.explorer;
    if (w.shown && w.scene == explorer.scene().words.id) {
        const auto held = ui.explorer.held_param();
        const bool by_handle =
            held && explorer.target()[static_cast<std::size_t>(*held)] != w.state[static_cast<std::size_t>(*held)];
        if (ui.number_set && explorer.target() != w.state) w.done[Welcome::number] = true;
        else if (by_handle) w.done[Welcome::handle] = true;
        if (explorer.views() != w.views) w.done[Welcome::look] = true;
        if (explorer.timeline().playing) w.done[Welcome::play] = true;
    }
    w.scene = explorer.scene().words.id;
    w.state = explorer.target();
    w.views = explorer.views();
    ui.number_set = false;
}

void welcome_strip(Ui& ui, const Rect& canvas) {
    if (!ui.welcome.shown) return;
    const bool wide = canvas.width >= 640;
    const float width = ui.at(std::min(canvas.width - 32, 840.0)), pad = ui.at(16), column = (width - 2 * pad) / 5;
    ImGui::SetNextWindowPos({ui.at(canvas.x + canvas.width / 2), ui.at(canvas.y + canvas.height - 16)},
                            ImGuiCond_Always, {0.5f, 1});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, ui.at(std::max(64.0, canvas.height - 32))});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, ui.at(12)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.at(12));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.at(wide ? 2 : 4)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ui.palette.raised, 0.97));
    constexpr int flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::Begin("Welcome", nullptr, flags);
    enter_if_asked(ui, "Welcome");
    strip_title(ui);
    ImGui::Dummy({0, ui.at(4)});
    const float top = ImGui::GetCursorPosY();
    float bottom = top;
    const auto next = std::ranges::find(ui.welcome.done, false) - ui.welcome.done.begin();
    for (int i = 0; i < Welcome::count_; ++i) {
        if (!wide && i != next) continue;  // all five would lie over what is to be taken hold of
        if (wide) ImGui::SetCursorPos({pad + column * static_cast<float>(i), top});
        lesson(ui, i, wide ? column - ui.at(8) : width - 2 * pad);
        bottom = std::max(bottom, ImGui::GetCursorPosY());
    }
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ui.places["Welcome"] = {at.x, at.y, size.x, size.y};
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

}  // namespace eigenscape
