// Mixes the interface's colours from a theme's paper and text, and hands them to ImGui.
// Contrast themes get stronger lines; everything sits on an 8-point grid.
#include "app/panels/palette.h"

#include "app/panels/imgui_compat.h"
#include "viz/oklab.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

ImVec4 vec(const Color& c, double opacity = 1) { return {c.r, c.g, c.b, static_cast<float>(opacity)}; }

double lightness(const Color& c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

void apply_colors(ImVec4* c, const Palette& p) {
    for (const int window : {ImGuiCol_WindowBg, ImGuiCol_ChildBg}) c[window] = vec(p.panel);
    c[ImGuiCol_ChildBg] = vec(p.panel, 0);
    c[ImGuiCol_PopupBg] = vec(p.raised);
    c[ImGuiCol_Text] = vec(p.text);
    c[ImGuiCol_TextDisabled] = vec(p.soft);
    c[ImGuiCol_Border] = c[ImGuiCol_Separator] = vec(p.line);
    c[ImGuiCol_FrameBg] = vec(p.track);
    c[ImGuiCol_FrameBgHovered] = c[ImGuiCol_ButtonHovered] = c[ImGuiCol_HeaderHovered] = vec(p.hover);
    c[ImGuiCol_FrameBgActive] = c[ImGuiCol_ButtonActive] = c[ImGuiCol_HeaderActive] = vec(p.pressed);
    c[ImGuiCol_Button] = c[ImGuiCol_Header] = vec(p.track);
    c[ImGuiCol_CheckMark] = c[ImGuiCol_SliderGrab] = vec(p.text);
    c[ImGuiCol_SliderGrabActive] = vec(p.text);
    c[ImGuiCol_ScrollbarBg] = vec(p.panel, 0);
    c[ImGuiCol_ScrollbarGrab] = vec(p.line);
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = vec(p.soft);
    c[ImGuiCol_TextSelectedBg] = vec(p.focus, 0.35);
    c[ImGuiCol_NavHighlight] = vec(p.focus);
    c[ImGuiCol_ModalWindowDimBg] = vec(p.paper, 0.7);
}

}  // namespace

Palette palette_of(const Theme& theme) {
    const Color& paper = theme[Ink::paper];
    const Color& text = theme[Ink::text];
    const bool strong = std::abs(lightness(paper) - lightness(text)) > 0.97 && theme.dark;  // the contrast theme
    const auto mix = [&](double t) { return mixed(paper, text, t); };
    Palette p;
    p.theme = &theme;
    p.paper = paper;
    p.panel = mix(theme.dark ? 0.045 : 0.035);
    p.raised = mix(theme.dark ? 0.085 : 0.012);
    p.track = mix(0.10);
    p.hover = mix(0.16);
    p.pressed = mix(0.24);
    p.line = mix(strong ? 0.6 : 0.17);
    p.fill = mix(0.62);
    p.text = mix(0.96);
    p.soft = mix(strong ? 0.85 : 0.7);
    p.focus = theme[Ink::subject];
    p.bad = theme[Ink::negative];
    p.good = theme[Ink::positive];
    return p;
}

double contrast(const Color& one, const Color& other) {
    const auto luminance = [](const Color& c) { return Vec3(0.2126, 0.7152, 0.0722).dot(linear_rgb(c)); };
    const double x = luminance(one), y = luminance(other);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Color legible(const Palette& palette, Ink ink) {
    const Color pure = (*palette.theme)[ink];
    Color color = pure;
    for (int step = 1; step <= 20 && contrast(color, palette.track) < 4.5; ++step)
        color = mixed(pure, palette.text, step / 20.0);
    return color;
}

std::uint32_t packed(const Color& color, double opacity) { return ImGui::ColorConvertFloat4ToU32(vec(color, opacity)); }

void apply_style(const Palette& palette, double scale) {
    ImGuiStyle style;
    const float s = static_cast<float>(scale);
    style.WindowRounding = style.ChildRounding = 0;
    style.FrameRounding = 6 * s;
    style.PopupRounding = 8 * s;
    style.GrabRounding = style.ScrollbarRounding = 4 * s;
    style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
    style.PopupBorderSize = std::max(1.0f, std::floor(s));
    style.WindowPadding = {16 * s, 16 * s};
    style.FramePadding = {8 * s, 5.5f * s};
    style.ItemSpacing = {8 * s, 8 * s};
    style.ItemInnerSpacing = {8 * s, 4 * s};
    style.ScrollbarSize = 8 * s;
    style.GrabMinSize = 12 * s;
    style.WindowMinSize = {8, 8};
    style.MouseCursorScale = s;
    apply_colors(style.Colors, palette);
    ImGui::GetStyle() = style;
}

}  // namespace eigenscape
