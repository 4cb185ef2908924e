// The control of a picture parameter: what is there now as a thumbnail, a button to choose another, one to remove it;
// and the sheet that asks for the path. The program opens no files by itself: a path is typed, or a file is dropped.
#include "app/model/folders.h"
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <imgui_stdlib.h>

namespace eigenscape {
namespace {

constexpr double thumbnail_points = 72;

const Param& row_of(const Ui& ui, int param) { return ui.explorer.scene().params[static_cast<std::size_t>(param)]; }

Picture now(const Ui& ui, int param) {
    return std::get<Picture>(ui.explorer.target()[static_cast<std::size_t>(param)]);
}

// A square for it, the picture as large as fits, in the middle.
void thumbnail(Ui& ui, const Param& param, const Picture& picture) {
    const float side = ui.at(thumbnail_points);
    ImGui::Dummy({side, side});
    record(ui, "Picture " + param.name);
    const ImVec2 lo = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(lo, {lo.x + side, lo.y + side}, packed(ui.palette.raised), ui.at(6));
    if (!picture.image) {
        const ImVec2 size = ImGui::CalcTextSize("none");
        list.AddText({lo.x + (side - size.x) / 2, lo.y + (side - size.y) / 2}, packed(ui.palette.soft), "none");
        return;
    }
    const Image& image = *picture.image;
    const float longest = static_cast<float>(std::max(image.width, image.height)), room = side - 2 * ui.at(4);
    const ImVec2 size = {std::max(1.0f, room * static_cast<float>(image.width) / longest),
                         std::max(1.0f, room * static_cast<float>(image.height) / longest)};
    const ImVec2 from = {lo.x + (side - size.x) / 2, lo.y + (side - size.y) / 2};
    list.AddImage(compat::texture(ui.thumbnails.texture(picture.image)), from, {from.x + size.x, from.y + size.y});
}

void choose(Ui& ui, int param) {
    ui.close_sheets();
    ui.picture_wanted = {true, param, ui.picture_wanted.path, {}};
}

std::string size_words(const Picture& picture) {
    if (!picture.image) return "No picture of your own";
    return std::to_string(picture.image->width) + " × " + std::to_string(picture.image->height) + " pixels";
}

void try_path(Ui& ui) {
    PictureWanted& wanted = ui.picture_wanted;
    const auto brought = bring_in_picture(with_home(wanted.path));
    if (const auto* why = std::get_if<std::string>(&brought)) {
        wanted.problem = *why;
        return;
    }
    take_picture_of_own(ui, wanted.param, std::get<BroughtIn>(brought));
    wanted.shown = false;
    wanted.problem.clear();
}

}  // namespace

void take_picture_of_own(Ui& ui, int param, const BroughtIn& brought) {
    const Scene& scene = ui.explorer.scene();
    const Param& row = row_of(ui, param);
    State next = with(scene, ui.explorer.target(), param, brought.picture);
    if (const Outcome shown = set_all(scene, next, row.along); std::holds_alternative<State>(shown))
        next = std::get<State>(shown);
    ui.explorer.go(next, "Choose " + row.title);
    ui.toasts.say(Icon::check, row.title + ": " + brought.words + ". It travels with the state; Ctrl+Z takes it back.");
}

void picture_control(Ui& ui, int param) {
    const Param& row = row_of(ui, param);
    const Picture picture = now(ui, param);
    parameter_name(ui, param, ImGui::GetContentRegionAvail().x);
    thumbnail(ui, row, picture);
    ImGui::SameLine(0, ui.at(12));
    ImGui::BeginGroup();
    small_words(ui, size_words(picture), ui.palette.soft);
    if (text_button(ui, picture.image ? "Choose another" : "Choose a picture",
                    "A PNG or JPEG file of your own: type its path, or drop it on the window"))
        choose(ui, param);
    if (picture.image && text_button(ui, "Remove", "Back to no picture of your own")) ui.explorer.set(param, Picture{});
    ImGui::EndGroup();
}

void picture_sheet(Ui& ui) {
    PictureWanted& wanted = ui.picture_wanted;
    const auto& params = ui.explorer.scene().params;
    const bool known = wanted.param >= 0 && static_cast<std::size_t>(wanted.param) < params.size() &&
                       row_of(ui, wanted.param).kind == Kind::picture;
    if (!known) wanted.shown = false;
    if (!begin_sheet(ui, "Picture", wanted.shown, 560)) return;
    const std::string title = known ? row_of(ui, wanted.param).title : "Picture";
    sheet_title(ui, title, wanted.shown);
    paragraph(ui,
              "The path of a PNG or JPEG file. Dropping the file on the window does the same. A picture of more than " +
                  std::to_string(most_picture_side) +
                  " pixels a side is made smaller: it travels inside the state, so that whoever gets the state has the "
                  "picture too.",
              ui.palette.soft);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##picture path", "/home/…/photo.png", &wanted.path,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, "Picture path");
    tip(ui, "~/ stands for the home folder");
    if (!wanted.problem.empty()) paragraph(ui, wanted.problem, ui.palette.bad);
    if (text_button(ui, "Use picture", "Use it  (Enter)", true) || entered) try_path(ui);
    end_sheet();
}

}  // namespace eigenscape
