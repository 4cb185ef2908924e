// Rich text in a panel, block after block: marks of lists, boxes of tasks, lines beside quotations. Paragraphs
// themselves are in rich_flow.cpp, tables in rich_table.cpp.
#include "app/model/explorer.h"
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/rich_inside.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double gap_apart = 9;  // points; the last: between paragraphs

FlowLook look_in(Ui& ui, double indent) { return {rich_size, ImGui::GetContentRegionAvail().x / ui.scale - indent}; }

double indent_of(const Block& block) {
    return rich_step * (block.depth + static_cast<double>(block.quotations.size()));
}

const Flow& laid_block(Ui& ui, const Block& block, const Moment& moment) {
    FlowLook look = look_in(ui, indent_of(block));
    if (block.kind == Block::formula) return laid_formula(ui, block.text, moment, look);
    if (block.kind == Block::heading)
        look.face = Face::ui_bold, look.size = block.level == 1 ? 20 : block.level == 2 ? 16.5 : rich_size;
    if (block.kind != Block::code) return laid_spans(ui, block.spans, moment, look);
    look.size = 12.5;
    look.width -= rich_step;
    return laid_code(ui, block.text, moment, look);
}

bool is_done(const Block& block) { return block.kind == Block::item && block.tick == true; }

// The box of a task; a click asks for its tick to be set or taken away in the text.
void task_box(Ui& ui, const Block& block, float right, float middle) {
    const float side = std::round(ui.at(13)), left = std::round(right - side), top = std::round(middle - side / 2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 lo{left, top}, hi{left + side, top + side}, before = ImGui::GetCursorScreenPos();
    const bool done = *block.tick;
    bool over = false;
    if (ui.notes.takes_ticks) {
        const float out = ui.at(3);
        ImGui::SetCursorScreenPos({lo.x - out, lo.y - out});
        ImGui::PushID(block.line);
        if (ImGui::InvisibleButton("##task", {side + 2 * out, side + 2 * out}))
            ui.notes.line_to_tick = static_cast<std::size_t>(block.line);
        ImGui::PopID();
        over = ImGui::IsItemHovered();
        if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        ring_if_focused(ui);
        record(ui, "Task of line " + std::to_string(block.line));
        tip(ui, done ? "Not done after all: takes the tick out of the text" : "Done: ticks it in the text");
        ImGui::SetCursorScreenPos(before);
    }
    if (done) list.AddRectFilled(lo, hi, packed(ui.palette.fill), ui.at(3));
    else
        compat::add_rect(list, lo, hi, packed(over ? ui.palette.text : ui.palette.soft), ui.at(3),
                         std::max(1.0f, std::round(ui.at(1.2))));
    if (!done) return;
    const auto at = [&](double x, double y) {
        return ImVec2(lo.x + side * static_cast<float>(x), lo.y + side * static_cast<float>(y));
    };
    const ImVec2 tick[] = {at(0.22, 0.52), at(0.42, 0.72), at(0.79, 0.3)};
    compat::add_polyline(list, tick, 3, packed(ui.palette.panel), false, ui.at(1.8));
}

// What stands before a list's entry, `indent` points in.
void mark(Ui& ui, const Block& block, double indent) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + ui.at(0.6 * rich_size), right = at.x + ui.at(indent);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (block.tick) return task_box(ui, block, right - ui.at(3), middle);
    if (block.number == 0) {
        const ImVec2 center{right - ui.at(rich_step - 5), middle};
        if (block.depth % 2 == 1) return list.AddCircleFilled(center, ui.at(2), packed(ui.palette.soft));
        return list.AddCircle(center, ui.at(2.2), packed(ui.palette.soft), 0, std::max(1.0f, ui.at(1)));
    }
    const std::string number = std::to_string(block.number) + ".";
    const float width = ImGui::CalcTextSize(number.c_str()).x;
    list.AddText({std::max(at.x, right - ui.at(4) - width), middle - ImGui::GetFontSize() / 2}, packed(ui.palette.soft),
                 number.c_str());
}

// One line for each quotation that the block lies in, up to the block before where that lies in it too.
void beside_quotations(Ui& ui, const Block& block, const Block* before, ImVec2 corner, float height) {
    for (const Quotation& quotation : block.quotations) {
        const bool goes_on = before && std::ranges::find(before->quotations, quotation) != before->quotations.end();
        const float x = corner.x + ui.at(rich_step * quotation.within),
                    top = corner.y - (goes_on ? ui.at(gap_apart) : 0);
        ImGui::GetWindowDrawList()->AddRectFilled({x + ui.at(3), top}, {x + ui.at(5), corner.y + height},
                                                  packed(ui.palette.line), ui.at(1));
    }
}

void beneath_code(Ui& ui, float height, double indent) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + ui.at(indent), at.y - ui.at(4)},
                                              {at.x + ImGui::GetContentRegionAvail().x, at.y + height + ui.at(4)},
                                              packed(ui.palette.track), ui.at(5));
}

// Pictures and lines across take the room that they find.
void set_in(Ui& ui, double indent, const auto& fill) {
    if (indent > 0) ImGui::Indent(ui.at(indent));
    fill();
    if (indent > 0) ImGui::Unindent(ui.at(indent));
}

// What was being written is in view when it is to be read.
void scroll_if_asked(Ui& ui, const Block& block) {
    NotesShown& notes = ui.notes;
    if (!notes.typesetting || notes.line_to_show == 0 ||
        static_cast<std::size_t>(std::max(0, block.line)) < notes.line_to_show)
        return;
    ImGui::SetScrollHereY(0.3f);
    notes.line_to_show = 0;
    ui.more_pictures = true;
}

void one_block(Ui& ui, const Block& block, const Moment& moment) {
    double indent = indent_of(block);
    const Color& color = block.quotations.empty() && !is_done(block) ? ui.palette.text : ui.palette.soft;
    if (block.kind == Block::picture) return set_in(ui, indent, [&] { note_picture(ui, block); });
    if (block.kind == Block::rule) return set_in(ui, indent, [&] { rule(ui); });
    if (block.kind == Block::table) return rich_table(ui, block, moment, indent, color);
    const Flow& flow = laid_block(ui, block, moment);
    if (block.kind == Block::item) mark(ui, block, indent);
    if (block.kind == Block::code) {
        beneath_code(ui, ui.at(flow.height()), indent);
        indent += rich_step / 2;
    }
    if (block.kind == Block::formula)  // in the middle of its line
        indent += std::max(0.0, (ImGui::GetContentRegionAvail().x / ui.scale - indent - flow.words.width) / 2);
    put(ui, flow, block.spans, indent, color);
}

}  // namespace

void rich_words(Ui& ui, const std::vector<Block>& blocks, const Moment& moment) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.at(gap_apart)});
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        scroll_if_asked(ui, blocks[i]);
        one_block(ui, blocks[i], moment);
        const float height = ImGui::GetCursorScreenPos().y - corner.y - ui.at(gap_apart);
        beside_quotations(ui, blocks[i], i > 0 ? &blocks[i - 1] : nullptr, corner, height);
    }
    ImGui::PopStyleVar();
}

void rich_line(Ui& ui, const std::vector<Span>& spans, const Moment& moment, const Color& color) {
    put(ui, laid_spans(ui, spans, moment, look_in(ui, 0)), spans, 0, color);
}

void rich_title(Ui& ui, const std::vector<Span>& spans, const Moment& moment) {
    FlowLook look = look_in(ui, 0);
    look.size = 17;
    look.face = Face::ui_bold;
    put(ui, laid_spans(ui, spans, moment, look), spans, 0, ui.palette.text);
}

float rich_height(Ui& ui, const std::vector<Block>& blocks, const Moment& moment) {
    double height = 0;
    for (const Block& block : blocks) height += laid_block(ui, block, moment).height() + gap_apart;
    return ui.at(height);
}

}  // namespace eigenscape
