// Dear ImGui as this program uses it, the same from 1.86 (Debian 12) to 1.92.
// Include this instead of imgui.h; what changed its name or meaning between the versions is hidden behind `compat`.
#pragma once

#include <cstdint>  // before imgui.h: 1.86 uses intptr_t without asking for it

#include <imgui.h>
#include <imgui_internal.h>  // only for the keyboard cursor, which had no public name before 1.91

#include "app/panels/events.h"

namespace eigenscape::compat {

inline ImGuiKey imgui_key(Key key) {
    switch (key) {
        case Key::tab: return ImGuiKey_Tab;
        case Key::left: return ImGuiKey_LeftArrow;
        case Key::right: return ImGuiKey_RightArrow;
        case Key::up: return ImGuiKey_UpArrow;
        case Key::down: return ImGuiKey_DownArrow;
        case Key::page_up: return ImGuiKey_PageUp;
        case Key::page_down: return ImGuiKey_PageDown;
        case Key::home: return ImGuiKey_Home;
        case Key::end: return ImGuiKey_End;
        case Key::insert: return ImGuiKey_Insert;
        case Key::erase: return ImGuiKey_Delete;
        case Key::backspace: return ImGuiKey_Backspace;
        case Key::space: return ImGuiKey_Space;
        case Key::enter: return ImGuiKey_Enter;
        case Key::escape: return ImGuiKey_Escape;
        case Key::a: return ImGuiKey_A;
        case Key::c: return ImGuiKey_C;
        case Key::v: return ImGuiKey_V;
        case Key::x: return ImGuiKey_X;
        case Key::y: return ImGuiKey_Y;
        case Key::z: return ImGuiKey_Z;
        default: return ImGuiKey_COUNT;  // our own shortcut table sees the others
    }
}

// Once, after the context is made.
inline void name_keys() {
#if IMGUI_VERSION_NUM < 18700
    ImGuiIO& io = ImGui::GetIO();
    for (int k = 0; k < static_cast<int>(Key::count_); ++k)
        if (const ImGuiKey known = imgui_key(static_cast<Key>(k)); known != ImGuiKey_COUNT) io.KeyMap[known] = k;
#endif
}

// An OpenGL texture as ImGui names it.
inline ImTextureID texture(unsigned int id) {
#if IMGUI_VERSION_NUM < 19140
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui's way
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id));
#else
    return static_cast<ImTextureID>(id);
#endif
}

inline void feed_pointer(float x, float y) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MousePos = {x, y};
#else
    ImGui::GetIO().AddMousePosEvent(x, y);
#endif
}

inline void feed_button(int button, bool down) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MouseDown[button] = down;
#else
    ImGui::GetIO().AddMouseButtonEvent(button, down);
#endif
}

inline void feed_wheel(float x, float y) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MouseWheelH += x;
    ImGui::GetIO().MouseWheel += y;
#else
    ImGui::GetIO().AddMouseWheelEvent(x, y);
#endif
}

inline void feed_mods(Mods mods) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM < 18700
    io.KeyCtrl = mods.ctrl;
    io.KeyShift = mods.shift;
    io.KeyAlt = mods.alt;
#else
    io.AddKeyEvent(ImGuiMod_Ctrl, mods.ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, mods.shift);
    io.AddKeyEvent(ImGuiMod_Alt, mods.alt);
#endif
}

inline void feed_key(Key key, bool down) {
    if (imgui_key(key) == ImGuiKey_COUNT) return;
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().KeysDown[static_cast<int>(key)] = down;
#else
    ImGui::GetIO().AddKeyEvent(imgui_key(key), down);
#endif
}

// Everything is let go: the window lost the keyboard.
inline void release_everything() {
    for (int k = 0; k < static_cast<int>(Key::count_); ++k) feed_key(static_cast<Key>(k), false);
    for (int b = 0; b < 3; ++b) feed_button(b, false);
    feed_mods({});
}

// The ring that shows where the keyboard is.
inline bool keyboard_cursor_shown() { return ImGui::GetIO().NavVisible; }

inline void show_keyboard_cursor() {
#if IMGUI_VERSION_NUM >= 19105
    ImGui::SetNavCursorVisible(true);
#else
    GImGui->NavDisableHighlight = false;
    GImGui->NavDisableMouseHover = true;
#endif
}

// Puts the keyboard cursor on the first control of the window being filled now.
inline void enter_window_by_keyboard() {
    ImGui::NavInitWindow(ImGui::GetCurrentWindow(), true);
    show_keyboard_cursor();
}

// Puts it on the control drawn last.
inline void keyboard_to_last_control() {
    ImGui::SetFocusID(ImGui::GetItemID(), ImGui::GetCurrentWindow());
    show_keyboard_cursor();
}

inline void add_rect(ImDrawList& list, ImVec2 lo, ImVec2 hi, ImU32 color, float rounding, float thickness) {
#if IMGUI_VERSION_NUM >= 19280
    list.AddRect(lo, hi, color, rounding, thickness, 0);
#else
    list.AddRect(lo, hi, color, rounding, 0, thickness);
#endif
}

inline void add_polyline(ImDrawList& list, const ImVec2* points, int count, ImU32 color, bool closed, float thickness) {
    const ImDrawFlags flags = closed ? static_cast<ImDrawFlags>(ImDrawFlags_Closed) : 0;
#if IMGUI_VERSION_NUM >= 19280
    list.AddPolyline(points, count, color, thickness, flags);
#else
    list.AddPolyline(points, count, color, flags, thickness);
#endif
}

inline bool begin_child(const char* id, ImVec2 size, ImGuiWindowFlags flags = 0) {
    return ImGui::BeginChild(id, size, 0, flags);
}

// A part of a panel: padded, and its controls are reached by the keyboard as if they were the panel's own.
inline bool begin_part(const char* id, ImVec2 size) {
#if IMGUI_VERSION_NUM >= 19009
    return ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
#else
    return ImGui::BeginChild(id, size, false, ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
#endif
}

// The keyboard belongs to a text: letters are for it.
inline void want_typing() { GImGui->WantTextInputNextFrame = 1; }

// How wide a character of this face is, in pixels at the size that it was built for.
inline float advance_of(ImFont& font, char32_t c) {
#if IMGUI_VERSION_NUM >= 19200
    (void)font;
    return ImGui::GetFontBaked()->GetCharAdvance(static_cast<ImWchar>(c));
#else
    return font.GetCharAdvance(static_cast<ImWchar>(c));
#endif
}

using Copy = void (*)(void* user, const char* text);
using Paste = const char* (*)(void* user);

// `user` is handed to both functions.
inline void use_clipboard(Copy copy, Paste paste, void* user) {
#if IMGUI_VERSION_NUM >= 19110
    ImGuiPlatformIO& io = ImGui::GetPlatformIO();
    static Copy the_copy;
    static Paste the_paste;
    the_copy = copy;
    the_paste = paste;
    io.Platform_ClipboardUserData = user;
    io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        the_copy(ImGui::GetPlatformIO().Platform_ClipboardUserData, text);
    };
    io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return the_paste(ImGui::GetPlatformIO().Platform_ClipboardUserData);
    };
#else
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = user;
    io.SetClipboardTextFn = copy;
    io.GetClipboardTextFn = paste;
#endif
}

// The atlas is built anew: the graphics card gets it again. Newer versions upload by themselves.
// From 1.92 on ImGui draws letters when they are first needed.
inline void draw_letters(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM < 19200
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &width, &height);  // as the renderer will ask for them
#else
    (void)atlas;
#endif
}

inline void upload_faces(void (*drop)(), bool (*make)()) {
#if IMGUI_VERSION_NUM < 19200
    drop();
    make();
#else
    (void)drop, (void)make;
#endif
}

inline void push_font(ImFont* font) {
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font, 0.0f);
#else
    ImGui::PushFont(font);
#endif
}

}  // namespace eigenscape::compat
