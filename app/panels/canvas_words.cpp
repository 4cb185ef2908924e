// Every live number of a formula is an ordinary number control without a ground of its own, laid over its digits.
// A thing and its terms are linked by their role: the same ink means the same thing.
#include "app/panels/canvas_words.h"

#include "app/panels/controls.h"
#include "app/panels/formula_play.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/named_number.h"
#include "viz/pick.h"
#include "viz/place_head.h"
#include "viz/theme.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

struct Found {
    std::optional<Ink> term, thing;  // under the pointer: in a formula, in the picture
    std::string plays;
};

// A window without looks over one number: whatever is under it keeps being seen, the pointer is the number's.
void number_on_canvas(Ui& ui, const std::string& name, const NamedNumber& number, const Rect& points) {
    constexpr double around = 3;
    ImGui::SetNextWindowPos({ui.at(points.x - around), ui.at(points.y - around)});
    ImGui::SetNextWindowSize({ui.at(points.width + 2 * around), ui.at(points.height + 2 * around)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    constexpr int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                          ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing |
                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(("##canvas " + name).c_str(), nullptr, flags);
    const std::string& param = ui.explorer.scene().params[static_cast<std::size_t>(number.param)].name;
    number_over_words(ui, "Canvas " + param + " " + std::to_string(number.entry), number.param, number.entry,
                      points.width + 2 * around, points.height + 2 * around);
    ImGui::End();
    ImGui::PopStyleVar(3);
}

Rect moved(const Rect& r, const Rect& canvas) { return {r.x + canvas.x, r.y + canvas.y, r.width, r.height}; }

bool inside(const Rect& part, const Rect& canvas) {
    return part.x >= canvas.x && part.y >= canvas.y && part.x + part.width <= canvas.x + canvas.width &&
           part.y + part.height <= canvas.y + canvas.height;
}

void live_numbers(Ui& ui, const std::vector<HeadPart>& parts, const Rect& canvas) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string& name = parts[i].part->number;
        const auto number =
            name.empty() ? std::nullopt : number_named(ui.explorer.scene().params, ui.explorer.target(), name);
        const Rect place = moved(parts[i].place, canvas);
        if (number && inside(place, canvas)) number_on_canvas(ui, name + " " + std::to_string(i), *number, place);
    }
}

// A soft ground of their own colour under the terms that are meant.
void light_terms(Ui& ui, const std::vector<HeadPart>& parts, const Rect& canvas, Ink role, double amount) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    for (const HeadPart& part : parts) {
        if (part.part->ink != role || !part.part->number.empty()) continue;
        const Rect r = moved(part.place, canvas);
        const float out = ui.at(3);
        list.AddRectFilled({ui.at(r.x) - out, ui.at(r.y) - out},
                           {ui.at(r.x + r.width) + out, ui.at(r.y + r.height) + out},
                           packed((*ui.palette.theme)[role], 0.22 * amount), ui.at(4));
    }
}

// The handle in hand tells its role, else the nearest mark, line or area.
std::optional<Ink> thing_under(const Panel& panel, const Camera& camera, const Vec2& at) {
    for (const Handle& handle : panel.handles)
        if ((camera.to_screen(handle.at) - at).norm() <= 12 && is_role(handle.ink)) return handle.ink;
    return role_at(panel, camera, at);
}

// Towards the role under the pointer, in a sixth of a second; an ease that is over asks for no more pictures.
void ease(Ui& ui, Lit& lit, std::optional<Ink> role) {
    constexpr double seconds = 1.0 / 6;
    const double step = ui.preferences.reduced_motion ? 1 : ImGui::GetIO().DeltaTime / seconds;
    if (role && role != lit.role && lit.amount < 0.5) lit.role = role;
    const bool rises = role && role == lit.role;
    lit.amount = std::clamp(lit.amount + (rises ? step : -step), 0.0, 1.0);
    if (lit.amount == 0) lit.role = role;
    lit.moves = (rises && lit.amount < 1) || (!rises && (lit.amount > 0 || role));
}

}  // namespace

void canvas_words(Ui& ui, const Rect& canvas, PlayedTerm& played) {
    const Frame& frame = ui.explorer.frame();
    const ImGuiIO& io = ImGui::GetIO();
    const Vec2 at = Vec2(io.MousePos.x / ui.scale - canvas.x, io.MousePos.y / ui.scale - canvas.y);
    const bool here = ImGui::IsMousePosValid(&io.MousePos) && !ui.explorer.dragging();
    Found found;
    found.term = std::exchange(ui.term_in_panel, std::nullopt);
    std::vector<PlacedHead> heads;  // the parts point into them
    std::vector<HeadPart> all;
    for (const Panel& panel : frame.panels()) {
        const Camera camera = camera_of(panel, ui.explorer.views(), ui.explorer.canvas());
        heads.push_back(place_head(panel, camera));
        const std::vector<HeadPart> parts = parts_of(heads.back());
        if (here && camera.place.contains(at)) {
            if (const HeadPart* part = part_under(parts, at))
                found.term = part->part->ink, found.plays = plays_under(parts, at);
            else if (!io.WantCaptureMouse) found.thing = thing_under(panel, camera, at);
        }
        all.insert(all.end(), parts.begin(), parts.end());
    }
    ease(ui, ui.lit_by_term, found.term);
    ease(ui, ui.lit_by_thing, found.thing);
    play_term(ui, played, found.plays, ImGui::GetIO().DeltaTime);
    for (const Lit* lit : {&ui.lit_by_term, &ui.lit_by_thing})
        if (lit->role && lit->amount > 0) light_terms(ui, all, canvas, *lit->role, lit->amount);
    if (!ui.learning.holds_numbers()) live_numbers(ui, all, canvas);
}

}  // namespace eigenscape
