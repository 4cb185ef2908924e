// Keys that carry a sign are named by the layout (glfwGetKeyName), the others by their place.
// A layout without Latin letters falls back to the places of an English keyboard.
#include "app/window_keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <string_view>

namespace eigenscape {
namespace {

Key offset(Key first, int by) { return static_cast<Key>(static_cast<int>(first) + by); }

Key key_of_sign(char sign) {
    if (sign >= 'a' && sign <= 'z') return offset(Key::a, sign - 'a');
    if (sign >= 'A' && sign <= 'Z') return offset(Key::a, sign - 'A');
    if (sign >= '0' && sign <= '9') return offset(Key::zero, sign - '0');
    switch (sign) {
        case '+':
        case '=': return Key::plus;  // the unshifted sign of the same key counts
        case '-': return Key::minus;
        case ',': return Key::comma;
        case '.': return Key::period;
        case '[': return Key::left_bracket;
        case ']': return Key::right_bracket;
        case '/': return Key::slash;
        case '?': return Key::question;
        default: return Key::none;
    }
}

Key key_of_place(int key) {
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return offset(Key::f1, key - GLFW_KEY_F1);
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return offset(Key::zero, key - GLFW_KEY_KP_0);
    switch (key) {
        case GLFW_KEY_TAB: return Key::tab;
        case GLFW_KEY_LEFT: return Key::left;
        case GLFW_KEY_RIGHT: return Key::right;
        case GLFW_KEY_UP: return Key::up;
        case GLFW_KEY_DOWN: return Key::down;
        case GLFW_KEY_PAGE_UP: return Key::page_up;
        case GLFW_KEY_PAGE_DOWN: return Key::page_down;
        case GLFW_KEY_HOME: return Key::home;
        case GLFW_KEY_END: return Key::end;
        case GLFW_KEY_INSERT: return Key::insert;
        case GLFW_KEY_DELETE: return Key::erase;
        case GLFW_KEY_BACKSPACE: return Key::backspace;
        case GLFW_KEY_SPACE: return Key::space;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER: return Key::enter;
        case GLFW_KEY_ESCAPE: return Key::escape;
        case GLFW_KEY_KP_ADD: return Key::plus;
        case GLFW_KEY_KP_SUBTRACT: return Key::minus;
        default: return key > 0 && key < 128 ? key_of_sign(static_cast<char>(key)) : Key::none;
    }
}

}  // namespace

Key key_of(int glfw_key, int scancode) {
    const bool keypad = glfw_key >= GLFW_KEY_KP_0 && glfw_key <= GLFW_KEY_KP_EQUAL;
    if (!keypad)
        if (const char* name = glfwGetKeyName(glfw_key, scancode); name && std::string_view(name).size() == 1)
            if (const Key key = key_of_sign(name[0]); key != Key::none) return key;
    return key_of_place(glfw_key);
}

Mods mods_of(int glfw_mods) {
    return {(glfw_mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0, (glfw_mods & GLFW_MOD_SHIFT) != 0,
            (glfw_mods & GLFW_MOD_ALT) != 0};
}

Mods mods_after(int glfw_key, int action, int glfw_mods) {
    Mods mods = mods_of(glfw_mods);
    const bool down = action != GLFW_RELEASE;
    switch (glfw_key) {
        case GLFW_KEY_LEFT_SHIFT:
        case GLFW_KEY_RIGHT_SHIFT: mods.shift = down; break;
        case GLFW_KEY_LEFT_ALT:
        case GLFW_KEY_RIGHT_ALT: mods.alt = down; break;
        default: mods.ctrl = down; break;
    }
    return mods;
}

}  // namespace eigenscape
