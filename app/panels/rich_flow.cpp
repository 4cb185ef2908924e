// One laid paragraph in a panel: laid out once, drawn as glyphs, and what can be touched in it gets a control without
// looks laid over it. Laid anew only when the width or one of its values changes. See rich_inside.h.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/rich_inside.h"

#include "app/model/explorer.h"
#include "app/model/named_number.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

struct FlowPen {
    ImVec2 at;  // the upper left corner, pixels
    const Flow& flow;
    double scale;
    float x(double points) const { return at.x + static_cast<float>(points * scale); }
    float y(double points) const { return at.y + static_cast<float>((flow.words.ascent - points) * scale); }
};

template <class Lay>
const Flow& laid(Ui& ui, const void* whose, std::string shown, const FlowLook& look, const Lay& lay) {
    Studying::Laid& known = ui.studying.laid[whose];
    const bool same = known.shown == shown && known.look == look && !known.flow.words.glyphs.empty();
    if (!same) known = {std::move(shown), look, lay()};
    return known.flow;
}

}  // namespace

const Flow& laid_spans(Ui& ui, const std::vector<Span>& spans, const Moment& moment, const FlowLook& look) {
    return laid(ui, &spans, values_in(spans, moment), look, [&] { return flow_of(spans, moment, look); });
}

const Flow& laid_formula(Ui& ui, const std::string& tex, const Moment& moment, const FlowLook& look) {
    return laid(ui, &tex, values_in(tex, moment), look, [&] { return display_flow(tex, moment, look); });
}

// A space beside a space holds a column, so no line breaks there.
std::string columns_kept(std::string line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != ' ') continue;
        const std::size_t end = std::min(line.find_first_not_of(' ', i), line.size());
        if (end == i + 1) continue;
        std::string held;
        for (std::size_t k = i; k < end; ++k) held += "\u00A0";
        line.replace(i, end - i, held);
        i += held.size();
    }
    return line;
}

// The lines as they stand, those too long broken between words.
const Flow& laid_code(Ui& ui, const std::string& code, const Moment& moment, const FlowLook& look) {
    return laid(ui, &code, {}, look, [&] {
        const double letters = code_scale * look.size, space = layout(" ", letters, Face::code).width;
        Flow all;
        double y = 0;
        for (std::size_t from = 0; from < code.size();) {
            const std::size_t end = std::min(code.find('\n', from), code.size());
            const std::size_t word = std::min(code.find_first_not_of(' ', from), end);
            const double indent = space * static_cast<double>(word - from);
            Span line;
            line.text = columns_kept(code.substr(word, end - word));
            Flow one = flow_of({line}, moment, {letters, look.width - indent, Face::code, look.leading});
            if (from == 0) all.words.ascent = one.words.ascent;
            for (SetGlyph glyph : one.words.glyphs) {
                glyph.glyph.at += Vec2(indent, y);
                all.words.glyphs.push_back(glyph);
            }
            all.words.descent = one.words.descent - y;
            y -= one.height() - one.words.ascent - 0.27 * letters + look.leading * look.size;
            from = end + 1;
        }
        return all;
    });
}

namespace {

void ground(Ui& ui, const FlowPen& pen, const Box2& box, const Color& color, double opacity, double out = 2) {
    ImGui::GetWindowDrawList()->AddRectFilled({pen.x(box.lo.x() - out), pen.y(box.hi.y())},
                                              {pen.x(box.hi.x() + out), pen.y(box.lo.y())}, packed(color, opacity),
                                              ui.at(4));
}

void light(Ui& ui, const FlowPen& pen, const FlowSpot& spot) {
    for (const Lit* lit : {&ui.lit_by_term, &ui.lit_by_thing})
        if (spot.ink && lit->role == spot.ink && lit->amount > 0)
            ground(ui, pen, spot.box, ui.words_theme[*spot.ink], 0.22 * lit->amount);
}

// "Lesson A 1", and where the same number is told again "Lesson A 1, again", so that one field at a time is typed in.
std::string place_of(Ui& ui, const NamedNumber& number) {
    std::string place = "Lesson " + ui.explorer.scene().params[static_cast<std::size_t>(number.param)].name + " " +
                        std::to_string(number.entry);
    const int before = ui.studying.said[place]++;
    return before == 0 ? place : place + ", again " + std::to_string(before);
}

void number_spot(Ui& ui, const FlowPen& pen, const FlowSpot& spot, bool seen) {
    if (ui.studying.still) return;
    const auto number = number_named(ui.explorer.scene().params, ui.explorer.target(), spot.name);
    if (!number) return;
    const std::string place = place_of(ui, *number);
    if (!seen) return;
    constexpr double around = 3;
    ImGui::SetCursorScreenPos({pen.x(spot.box.lo.x() - around), pen.y(spot.box.hi.y())});
    number_over_words(ui, place, number->param, number->entry, spot.box.size().x() + 2 * around,
                      spot.box.size().y() + 1);
}

bool cover(const FlowPen& pen, const Box2& box, const std::string& name) {
    ImGui::SetCursorScreenPos({pen.x(box.lo.x()), pen.y(box.hi.y())});
    return ImGui::InvisibleButton(name.c_str(), {std::max(1.0f, pen.x(box.hi.x()) - pen.x(box.lo.x())),
                                                 std::max(1.0f, pen.y(box.lo.y()) - pen.y(box.hi.y()))});
}

void term_spot(Ui& ui, const FlowPen& pen, const FlowSpot& spot) {
    cover(pen, spot.box, "##term");
    if (ImGui::IsItemHovered() || (ImGui::IsItemFocused() && compat::keyboard_cursor_shown()))
        ui.term_in_panel = spot.ink;
    ring_if_focused(ui);
    record(ui, "Term " + std::string(name_of(*spot.ink)));
}

void link_spot(Ui& ui, const FlowPen& pen, const FlowSpot& spot, const Span& span) {
    if (cover(pen, spot.box, "##link")) ui.link_now = span.link;
    const bool over = ImGui::IsItemHovered();
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const float y = std::round(pen.y(spot.box.lo.y() + 0.12 * rich_size)), thick = std::max(1.0f, std::round(ui.at(1)));
    ImGui::GetWindowDrawList()->AddRectFilled({pen.x(spot.box.lo.x()), y}, {pen.x(spot.box.hi.x()), y + thick},
                                              packed(ui.palette.text, over ? 0.95 : 0.5));
    ring_if_focused(ui);
    record(ui, "Link " + span.text);
    const Link& link = *span.link;
    if (!link.target.empty()) return tip(ui, link.target);
    std::string where = link.scene == ui.explorer.scene().words.id ? "Show this state" : "Open this scene";
    for (const std::string& setting : link.settings) where += "\n" + setting;
    tip(ui, where);
}

void spots(Ui& ui, const FlowPen& pen, const std::vector<Span>& spans, bool seen) {
    for (std::size_t i = 0; i < pen.flow.spots.size(); ++i) {
        const FlowSpot& spot = pen.flow.spots[i];
        ImGui::PushID(static_cast<int>(i));
        if (spot.kind == FlowSpot::number) number_spot(ui, pen, spot, seen);
        else if (seen && spot.kind == FlowSpot::link && spot.span < spans.size())
            link_spot(ui, pen, spot, spans[spot.span]);
        else if (seen && spot.ink) term_spot(ui, pen, spot);
        ImGui::PopID();
    }
}

}  // namespace

void put(Ui& ui, const Flow& flow, const std::vector<Span>& spans, double indent, const Color& color) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const FlowPen pen{{from.x + ui.at(indent), from.y}, flow, ui.scale};
    const float height = ui.at(flow.height());
    const bool seen = ImGui::IsRectVisible(from, {pen.x(flow.words.width) + 1, from.y + height});
    ImGui::PushID(&flow);
    if (seen) {
        for (const Box2& box : flow.grounds) ground(ui, pen, box, ui.palette.track, 1);
        for (const FlowSpot& spot : flow.spots)
            if (spot.kind == FlowSpot::term) light(ui, pen, spot);
        ui.words.draw(*ImGui::GetWindowDrawList(), flow.words, {pen.at.x, pen.y(0)}, ui.scale, ui.words_theme, color);
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    spots(ui, pen, spans, seen);
    ImGui::PopStyleVar();
    ImGui::PopID();
    ImGui::SetCursorScreenPos(from);
    ImGui::Dummy({1, height});
}

}  // namespace eigenscape
