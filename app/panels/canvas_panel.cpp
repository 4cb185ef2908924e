// What lies on the picture: the words of the handle under the pointer, what is wrong with the picture, messages.
// The picture itself is canvas_picture.cpp's; hands on it are canvas_hands.cpp's.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "viz/theme.h"

#include <algorithm>

namespace eigenscape {
namespace {

// Words on a small raised ground, kept inside the canvas.
void label_at(Ui& ui, const Rect& canvas, double x_points, double y_points, const std::string& words) {
    compat::push_font(ui.faces.small);
    const float wrap = ui.at(256);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, wrap);
    const float pad_x = ui.at(10), pad_y = ui.at(6);
    const float right = ui.at(canvas.x + canvas.width - 8) - size.x - 2 * pad_x,
                bottom = ui.at(canvas.y + canvas.height - 8) - size.y - 2 * pad_y;
    const ImVec2 at{std::max(ui.at(canvas.x + 8), std::min(ui.at(x_points), right)),
                    std::max(ui.at(canvas.y + 8), std::min(ui.at(y_points), bottom))};
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const ImVec2 end{at.x + size.x + 2 * pad_x, at.y + size.y + 2 * pad_y};
    list.AddRectFilled(at, end, packed(ui.palette.raised, 0.94), ui.at(6));
    compat::add_rect(list, at, end, packed(ui.palette.line), ui.at(6), 1);
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + pad_x, at.y + pad_y}, packed(ui.palette.text),
                 words.c_str(), nullptr, wrap);
    ImGui::PopFont();
}

void handle_words(Ui& ui, const Rect& canvas) {
    if (ui.explorer.dragging()) return;
    const std::string words = ui.explorer.tip();
    const auto at = ui.explorer.tip_at();
    if (words.empty() || !at || !at->allFinite()) return;
    label_at(ui, canvas, canvas.x + at->x() + 20, canvas.y + at->y() + 16, words);
}

void one_message(Ui& ui, const Rect& canvas, const std::string& name, Icon icon, const std::string& words,
                 float& bottom, bool* closed) {
    const float width = std::min(ui.at(560), std::max(ui.at(80), ui.at(canvas.width - 32)));
    const float wrap = width - ui.at(72);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, wrap);
    const float height = std::max(ui.at(40), size.y + ui.at(20)), full = std::min(width, size.x + ui.at(76));
    ImGui::SetNextWindowPos({ui.at(canvas.x + canvas.width / 2) - full / 2, bottom - height});
    ImGui::SetNextWindowSize({full, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.at(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ui.palette.raised, 0.97));
    constexpr int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                          ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;
    ImGui::Begin(name.c_str(), nullptr, flags);
    const ImVec2 lo = ImGui::GetWindowPos();
    const Color& ink = icon == Icon::warning ? ui.palette.bad : ui.palette.soft;
    draw_icon(*ImGui::GetWindowDrawList(), icon, lo.x + ui.at(20), lo.y + height / 2, ui.scale, packed(ink));
    ImGui::SetCursorPos({ui.at(36), (height - size.y) / 2});
    ImGui::PushTextWrapPos(ui.at(36) + wrap);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    if (closed) {
        ImGui::SetCursorPos({full - ui.at(34), (height - ui.at(28)) / 2});
        *closed = icon_button(ui, Icon::close, "Dismiss " + name, "Close", Look::plain, 28);
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    bottom -= height + ui.at(8);
}

// A thin line along the bottom of the canvas while a long computation is not complete; short waits show nothing.
void progress_line(Ui& ui, const Rect& canvas) {
    constexpr double patience = 0.25;  // seconds
    const std::optional<double> progress = ui.explorer.frame().progress();
    if (!progress) return ui.waiting_since.reset();
    if (!ui.waiting_since) ui.waiting_since = ui.now;
    if (ui.now - *ui.waiting_since < patience) return;
    const double part = std::clamp(*progress, 0.0, 1.0), top = canvas.y + canvas.height - 3;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled({ui.at(canvas.x), ui.at(top)}, {ui.at(canvas.x + canvas.width), ui.at(top + 3)},
                       packed(ui.palette.line));
    list.AddRectFilled({ui.at(canvas.x), ui.at(top)}, {ui.at(canvas.x + part * canvas.width), ui.at(top + 3)},
                       packed(ui.palette.fill));
    label_at(ui, canvas, canvas.x + 8, top - 36, "Computing: " + std::to_string(static_cast<int>(100 * part)) + " %");
    ui.places["Progress"] = {canvas.x, top, part * canvas.width, 3};
}

// A scene that was just opened comes up out of the paper.
void entrance(Ui& ui, const Rect& canvas) {
    const double appearing = ui.explorer.appearing();
    if (appearing >= 1) return;
    const Theme* theme = find_theme(ui.explorer.theme());
    const ImU32 paper = packed((theme ? *theme : default_theme())[Ink::paper], 1 - appearing);
    ImGui::GetBackgroundDrawList()->AddRectFilled(
        {ui.at(canvas.x), ui.at(canvas.y)}, {ui.at(canvas.x + canvas.width), ui.at(canvas.y + canvas.height)}, paper);
}

}  // namespace

void canvas_panel(Ui& ui, const Rect& place) {
    entrance(ui, place);
    progress_line(ui, place);
    handle_words(ui, place);
    float bottom = ui.at(place.y + place.height - 16);
    if (const auto strip = ui.places.find("Welcome"); strip != ui.places.end())
        bottom = static_cast<float>(strip->second.y) - ui.at(8);
    std::size_t dismissed = ui.toasts.shown().size();
    for (std::size_t i = ui.toasts.shown().size(); i-- > 0;) {
        bool closed = false;
        const Toast& toast = ui.toasts.shown()[i];
        one_message(ui, place, "##toast" + std::to_string(i), toast.icon, toast.words, bottom, &closed);
        if (closed) dismissed = i;
    }
    if (dismissed < ui.toasts.shown().size()) ui.toasts.dismiss(dismissed);
    if (const std::string& trouble = ui.explorer.trouble(); !trouble.empty())
        one_message(ui, place, "##trouble", Icon::warning, trouble, bottom, nullptr);
}

}  // namespace eigenscape
