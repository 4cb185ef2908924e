// A picture within a typeset note: as wide as the page at most, and a click opens the state that it carries. What
// cannot be shown has its name and the reason in its place. Nothing outside the notes' folder is read.
#include "app/notebook/note_links.h"
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

void placeholder(Ui& ui, const std::string& name, const std::string& why) {
    const ImVec2 lo = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, pad = ui.at(12);
    compat::push_font(ui.faces.small);
    const std::string words = wrapped("Picture: " + name + "\n" + why, width - 2 * pad);
    const float height = ImGui::CalcTextSize(words.c_str()).y + 2 * pad;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(lo, {lo.x + width, lo.y + height}, packed(ui.palette.track), ui.at(6));
    list.AddText({lo.x + pad, lo.y + pad}, packed(ui.palette.soft), words.c_str());
    ImGui::PopFont();
    ImGui::Dummy({width, height});
    record(ui, "Missing " + name);
}

void show(Ui& ui, const NoteTarget& target, const std::string& words) {
    NotePictures& pictures = ui.notes.pictures;
    const std::string name = target.path.filename().string();
    const NotePicture& size = pictures.of(target.path);
    if (size.width == 0) return placeholder(ui, name, "It " + size.why + ".");
    const float room = ImGui::GetContentRegionAvail().x, width = std::min(room, static_cast<float>(size.width));
    const float height = std::round(width * static_cast<float>(size.height) / static_cast<float>(size.width));
    const ImVec2 lo = ImGui::GetCursorScreenPos(), hi{lo.x + width, lo.y + height};
    const bool opens = size.holds_state;
    if (ImGui::InvisibleButton(("##picture " + target.path.string()).c_str(), {width, std::max(1.0f, height)}) && opens)
        ui.open_now = target.path.string();
    record(ui, "Picture " + name);
    if (!ImGui::IsRectVisible(lo, hi)) return;
    const NotePicture& drawn = pictures.drawn(target.path, static_cast<int>(width));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (drawn.texture)
        list.AddImageRounded(compat::texture(drawn.texture), lo, hi, {0, 0}, {1, 1}, 0xFFFFFFFFu, ui.at(6));
    if (opens && ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        compat::add_rect(list, lo, hi, packed(ui.palette.focus), ui.at(6), std::max(1.5f, ui.at(2)));
    }
    ring_if_focused(ui);
    tip(ui, !opens ? words : (words.empty() ? "" : words + "\n") + "Click: exactly this state again");
}

}  // namespace

void note_picture(Ui& ui, const Block& block) {
    const Notebook& book = *ui.notes.book;
    if (!book.note()) return;
    const NoteTarget target = target_of(book.folder(), book.note()->path, block.target);
    const std::string words = block.spans.empty() ? "" : block.spans[0].text;
    if (target.kind == NoteTarget::picture) return show(ui, target, words);
    const std::string why = target.kind == NoteTarget::web
                                ? "Pictures are shown from the folder of the notes alone; nothing is fetched."
                                : target.words;
    placeholder(ui, std::filesystem::path(block.target).filename().string(),
                target.kind == NoteTarget::note ? "This is a note, not a picture." : why);
}

void follow_note_link(Ui& ui, const std::string& link) {
    Notebook& book = *ui.notes.book;
    if (!book.note()) return;
    NoteTarget target = target_of(book.folder(), book.note()->path, link);
    if (target.kind == NoteTarget::missing)  // [[a title]]: wherever in the folder it is
        for (const NoteEntry& each : book.notes().notes)
            if (each.title() == target.path.stem().string()) target = {NoteTarget::note, book.folder() / each.name, {}};
    switch (target.kind) {
        case NoteTarget::note: {
            const std::string trouble = book.open(target.path.lexically_relative(book.folder()).generic_string());
            if (!trouble.empty()) return ui.toasts.say(Icon::warning, trouble);
            return ui.notes.note_opened();
        }
        case NoteTarget::picture: ui.open_now = target.path.string(); return;
        case NoteTarget::web:
            ImGui::SetClipboardText(target.words.c_str());
            return ui.toasts.say(
                Icon::info,
                target.words + " leads out of your notes, so it is not opened here. The address is on the clipboard.");
        case NoteTarget::heading:
            return ui.toasts.say(Icon::info, "Look for the heading \u201c" + target.words + "\u201d in this note.");
        default: return ui.toasts.say(Icon::warning, target.words);
    }
}

}  // namespace eigenscape
