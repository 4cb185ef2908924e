// Keys come as they were struck (ui.strokes), so that their order with the letters between them is kept; ImGui gives
// the ground, the scrolling and the pointer. Only the rows that can be seen are drawn.
#include "app/panels/text_area.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double row_points = 21, pad_points = 12;

struct Area {
    Ui& ui;
    TextArea& area;
    TextEdit& edit;
    bool read_only;
    float row_height() const { return std::round(ui.at(row_points)); }
    float pad() const { return ui.at(pad_points); }
    std::size_t rows_on_page() const {
        return static_cast<std::size_t>(std::max(1.0f, std::floor(ImGui::GetWindowHeight() / row_height()) - 1));
    }
};

void lay_out(Area& a, float width) {
    ImFont* font = ImGui::GetFont();
    const auto advance = [font](char32_t c) { return c == '\r' || c == '\n' ? 0.0f : compat::advance_of(*font, c); };
    const bool same =
        a.area.version == a.edit.version() && a.area.width == width && a.area.scale == static_cast<float>(a.ui.scale);
    if (same) return;
    a.area.rows.lay(a.edit.text(), std::max(a.ui.at(40), width), advance);
    (void)a.edit.take_changes();
    a.area.version = a.edit.version();
    a.area.width = width;
    a.area.scale = static_cast<float>(a.ui.scale);
}

void follow_change(Area& a) {
    const auto changes = a.edit.take_changes();
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (changes.size() == 1) a.area.rows.follow(a.edit.text(), changes[i]);
    a.area.version = changes.size() <= 1 ? a.edit.version() : a.area.version - 1;
}

void step_rows(Area& a, long by, bool extend) {
    const TextRows& rows = a.area.rows;
    const std::string& text = a.edit.text();
    const std::size_t here = rows.row_of(a.edit.caret());
    if (a.area.goal_x < 0) a.area.goal_x = rows.x_of(text, a.edit.caret());
    const long to = static_cast<long>(here) + by, last = static_cast<long>(rows.count()) - 1;
    if (to < 0) return a.edit.place(0, extend);
    if (to > last && here == static_cast<std::size_t>(last)) return a.edit.place(text.size(), extend);
    a.edit.place(rows.place_at(text, static_cast<std::size_t>(std::min(to, last)), a.area.goal_x), extend);
}

// What is chosen collapses to its end in that direction; else one step.
void sideways(Area& a, bool back, const Mods& mods) {
    TextEdit& edit = a.edit;
    if (edit.chose() && !mods.shift) return edit.place(back ? edit.chosen_from() : edit.chosen_to());
    const std::size_t at = edit.caret();
    edit.place(back ? (mods.ctrl ? edit.word_before(at) : edit.before(at))
                    : (mods.ctrl ? edit.word_after(at) : edit.after(at)),
               mods.shift);
}

void to_end_of_row(Area& a, bool first, const Mods& mods) {
    const TextRows& rows = a.area.rows;
    const std::size_t row = rows.row_of(a.edit.caret());
    const std::size_t end = rows.end_of(a.edit.text(), row);
    const bool goes_on = row + 1 < rows.count() && rows.begin_of(row + 1) == end;
    if (mods.ctrl) return a.edit.place(first ? 0 : a.edit.text().size(), mods.shift);
    a.edit.place(first ? rows.begin_of(row) : goes_on ? a.edit.before(end) : end, mods.shift);
}

bool moves(Area& a, const KeyChanged& key) {
    const bool vertical =
        key.key == Key::up || key.key == Key::down || key.key == Key::page_up || key.key == Key::page_down;
    if (!vertical) a.area.goal_x = -1;
    const long page = static_cast<long>(a.rows_on_page());
    switch (key.key) {
        case Key::left:
        case Key::right: sideways(a, key.key == Key::left, key.mods); return true;
        case Key::up: step_rows(a, -1, key.mods.shift); return true;
        case Key::down: step_rows(a, 1, key.mods.shift); return true;
        case Key::page_up: step_rows(a, -page, key.mods.shift); return true;
        case Key::page_down: step_rows(a, page, key.mods.shift); return true;
        case Key::home:
        case Key::end: to_end_of_row(a, key.key == Key::home, key.mods); return true;
        default: return false;
    }
}

void copy(Area& a) {
    if (a.edit.chose()) ImGui::SetClipboardText(a.edit.chosen().c_str());
}

void edits(Area& a, const KeyChanged& key) {
    TextEdit& edit = a.edit;
    const bool windows_ends = edit.text().find("\r\n") < 4096;
    switch (key.key) {
        case Key::backspace: return edit.erase_back(key.mods.ctrl);
        case Key::erase: return edit.erase_forward(key.mods.ctrl);
        case Key::enter: return edit.type(windows_ends ? "\r\n" : "\n");
        case Key::tab: return key.mods.shift ? void() : edit.type("    ");
        default: break;
    }
    if (!key.mods.ctrl) return;
    if (key.key == Key::z) return key.mods.shift ? edit.redo() : edit.undo();
    if (key.key == Key::y) return edit.redo();
    if (key.key == Key::x && edit.chose()) return copy(a), edit.erase_back();
    if (key.key != Key::v) return;
    if (const char* pasted = ImGui::GetClipboardText()) edit.type(pasted);
}

void take_stroke(Area& a, const Event& stroke) {
    a.area.show_caret = true;
    if (const auto* typed = std::get_if<TextTyped>(&stroke)) {
        a.area.goal_x = -1;
        if (!a.read_only) a.edit.type(typed->text);
    } else if (const auto* key = std::get_if<KeyChanged>(&stroke)) {
        if (key->mods.ctrl && key->key == Key::a) return a.edit.choose_all();
        if (key->mods.ctrl && key->key == Key::c) return copy(a);
        if (!moves(a, *key) && !a.read_only) edits(a, *key);
    }
    follow_change(a);
    lay_out(a, a.area.width);
}

std::size_t place_under_pointer(const Area& a, ImVec2 origin) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    const float row = std::floor((at.y - origin.y) / a.row_height());
    const auto last = static_cast<float>(a.area.rows.count() - 1);
    return a.area.rows.place_at(a.edit.text(), static_cast<std::size_t>(std::clamp(row, 0.0f, last)), at.x - origin.x);
}

void take_pointer(Area& a, ImVec2 origin) {
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (!ImGui::IsItemActive() || !ImGui::IsMouseDown(0)) return;
    const std::size_t at = place_under_pointer(a, origin);
    a.area.goal_x = -1;
    if (ImGui::IsItemActivated() || ImGui::IsMouseClicked(0)) {
        a.area.clicks = ImGui::IsMouseDoubleClicked(0) ? 2
                        : a.area.clicks == 2 && ImGui::IsMouseClicked(0) && a.edit.chose() &&
                                at >= a.edit.chosen_from() && at <= a.edit.chosen_to()
                            ? 3
                            : 1;
        if (a.area.clicks == 2) return a.edit.choose_word(at);
        if (a.area.clicks == 3) return a.edit.choose(a.edit.line_start(at), a.edit.line_end(at));
        return a.edit.place(at, ImGui::GetIO().KeyShift);
    }
    if (a.area.clicks == 1 && ImGui::IsMouseDragging(0)) {
        a.edit.place(at, true);
        a.area.show_caret = true;
    }
}

void ground_of_choice(const Area& a, ImVec2 origin, std::size_t row, float y) {
    const std::string& text = a.edit.text();
    const std::size_t begin = a.area.rows.begin_of(row), end = a.area.rows.end_of(text, row);
    const std::size_t from = std::max(a.edit.chosen_from(), begin), to = std::min(a.edit.chosen_to(), end);
    if (!a.edit.chose() || a.edit.chosen_to() <= begin || from > end) return;
    const auto width = [&](std::size_t until) {
        return ImGui::CalcTextSize(text.data() + begin, text.data() + until).x;
    };
    const float line_end = a.edit.chosen_to() > end ? a.ui.at(5) : 0;
    ImGui::GetWindowDrawList()->AddRectFilled({origin.x + width(from), y},
                                              {origin.x + width(std::max(from, to)) + line_end, y + a.row_height()},
                                              packed(a.ui.palette.focus, 0.35));
}

void draw_rows(const Area& a, ImVec2 origin) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string& text = a.edit.text();
    const float top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight(), height = a.row_height();
    const float above = std::max(0.0f, std::floor((top - origin.y) / height));
    const float lift = std::round((height - ImGui::GetFontSize()) / 2);
    for (std::size_t row = static_cast<std::size_t>(above); row < a.area.rows.count(); ++row) {
        const float y = origin.y + static_cast<float>(row) * height;
        if (y > bottom) break;
        ground_of_choice(a, origin, row, y);
        const char* begin = text.data() + a.area.rows.begin_of(row);
        const char* end = text.data() + a.area.rows.end_of(text, row);
        const bool mark = begin < end && (*begin == '#' || *begin == '>') && (row == 0 || begin[-1] == '\n');
        if (begin < end)
            list.AddText({origin.x, y + lift}, packed(mark ? a.ui.palette.focus : a.ui.palette.text), begin, end);
    }
    if (!a.area.has_keyboard || a.read_only) return;
    const std::size_t row = a.area.rows.row_of(a.edit.caret());
    const float x = origin.x + a.area.rows.x_of(text, a.edit.caret()), y = origin.y + static_cast<float>(row) * height;
    list.AddRectFilled({x, y + a.ui.at(2)}, {x + std::max(1.0f, std::round(a.ui.at(1.5))), y + height - a.ui.at(2)},
                       packed(a.ui.palette.text));
}

void scroll_to_caret(Area& a) {
    if (!a.area.show_caret) return;
    const float height = a.row_height(), y = a.pad() + static_cast<float>(a.area.rows.row_of(a.edit.caret())) * height;
    const float now = ImGui::GetScrollY(), room = ImGui::GetWindowHeight();
    if (a.area.in_the_middle) ImGui::SetScrollY(std::max(0.0f, y - room / 2));
    else if (y - height / 2 < now) ImGui::SetScrollY(std::max(0.0f, y - height / 2));
    else if (y + 1.5f * height > now + room) ImGui::SetScrollY(y + 1.5f * height - room);
    a.area.show_caret = a.area.in_the_middle = false;
    a.ui.more_pictures = true;
}

}  // namespace

void text_area(Ui& ui, TextArea& area, TextEdit& edit, const std::string& name, float width, float height,
               bool read_only) {
    if (area.wants_keyboard) ImGui::SetNextWindowFocus();
    ImGui::PushStyleColor(ImGuiCol_ChildBg, packed(ui.palette.paper));
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ui.at(6));
    compat::begin_child(("##area " + name).c_str(), {width, height}, ImGuiWindowFlags_NoNavInputs);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    Area a{ui, area, edit, read_only};
    const float room = width - 2 * a.pad() - ImGui::GetStyle().ScrollbarSize;
    lay_out(a, room);
    area.has_keyboard = ImGui::IsWindowFocused() || area.wants_keyboard;
    if (area.wants_keyboard) ui.more_pictures = true;
    area.wants_keyboard = false;
    if (area.has_keyboard) {
        compat::want_typing();
        for (const Event& stroke : ui.strokes) take_stroke(a, stroke);
        ui.strokes.clear();
    }
    const ImVec2 corner = ImGui::GetCursorScreenPos(), origin{corner.x + a.pad(), corner.y + a.pad()};
    const float tall = static_cast<float>(area.rows.count()) * a.row_height() + 2 * a.pad();
    ImGui::InvisibleButton("##text", {width - ImGui::GetStyle().ScrollbarSize, std::max(tall, height)});
    take_pointer(a, origin);
    draw_rows(a, origin);
    scroll_to_caret(a);
    ImGui::EndChild();
    record(ui, name);
    if (!area.has_keyboard) return;
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    compat::add_rect(*ImGui::GetWindowDrawList(), lo, hi, packed(ui.palette.focus, 0.7), ui.at(6),
                     std::max(1.0f, ui.at(1)));
}

}  // namespace eigenscape
