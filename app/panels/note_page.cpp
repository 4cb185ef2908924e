// One note of the notebook, written or typeset, with what can be done with it. See notes_inside.h.
#include "app/panels/notes_inside.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

using Asked = NotesShown::Asked;

void close_note(Ui& ui) {
    NotesShown& notes = ui.notes;
    if (const std::string trouble = notes.book->close(); !trouble.empty()) return ui.toasts.say(Icon::warning, trouble);
    notes.ask(Asked::nothing);
    notes.typed_before.clear();  // the texts may be others now
    if (!notes.typed.empty()) notes.typed_before = notes.typed + " ";
}

void note_head(Ui& ui, float right) {
    NotesShown& notes = ui.notes;
    const OpenNote& note = *notes.book->note();
    if (text_button(ui, "All notes", "Back to the list and the search", true)) return close_note(ui);
    ImGui::SameLine(0, ui.at(10));
    const std::string state = !note.read_only.empty() ? "Only to be read"
                              : !note.problem.empty() ? "Not saved"
                              : note.dirty()          ? "\u2026"
                                                      : "Saved";
    const float top = ImGui::GetCursorPosY(), wide = ImGui::CalcTextSize(state.c_str()).x;
    ImGui::SetCursorPosY(top + (ui.at(32) - ImGui::GetFontSize()) / 2);
    compat::push_font(ui.faces.strong);
    ImGui::TextUnformatted(
        elided(note.path.stem().string(), right - wide - ui.at(12) - ImGui::GetCursorPosX()).c_str());
    ImGui::PopFont();
    tip(ui, note.path.string());
    ImGui::SameLine(right - wide);
    ImGui::SetCursorPosX(right - wide);
    ImGui::PushStyleColor(ImGuiCol_Text, packed(!note.problem.empty() ? ui.palette.bad : ui.palette.soft));
    ImGui::TextUnformatted(state.c_str());
    ImGui::PopStyleColor();
    record(ui, "State " + state);
}

void note_tools(Ui& ui) {
    NotesShown& notes = ui.notes;
    const float beside = ImGui::CalcTextSize("EarlierDelete").x + ui.at(2 * 16 + 8 + 4 + 16);
    compat::begin_child("write or read",
                        {std::clamp(ImGui::GetContentRegionAvail().x - beside, ui.at(104), ui.at(176)), ui.at(32)});
    const auto chosen =
        segments(ui, {"Write", "Read"}, notes.reading ? 1 : 0, "As Markdown, or typeset with its pictures");
    ImGui::EndChild();
    if (chosen) {
        notes.line_to_show =
            *chosen == 1 && !notes.reading ? notes.book->note()->edit.line_number(notes.book->note()->edit.caret()) : 0;
        notes.reading = *chosen == 1;
        notes.area.wants_keyboard = notes.area.show_caret = !notes.reading;
        notes.pictures.look_again();
    }
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Earlier", "Earlier texts of this note")) {
        notes.ask(Asked::earlier);
        notes.offered = notes.book->snapshots();
    }
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "Delete", "Into the trash, for 30 days")) notes.ask(Asked::removal);
}

void delete_note(Ui& ui) {
    const std::string name = notes_name(ui);
    if (deed_done(ui.notes, ui.notes.book->remove()))
        ui.toasts.say(Icon::info,
                      "Deleted \u201c" + name + "\u201d. It can be put back for 30 days: Deleted, above the list.");
}

void note_forms(Ui& ui) {
    NotesShown& notes = ui.notes;
    if (notes.asked == Asked::earlier) notes_offers(ui);
    if (notes.asked == Asked::elsewhere &&
        notes_question(ui, "Where to? A name, or a whole path. Nothing there is replaced.", "My note", "Save there") &&
        !notes.answer.empty())
        deed_done(notes, notes.book->keep_as(notes.answer));
    if (notes.asked != Asked::removal) return;
    paragraph(ui, "Delete this note? It can be put back for 30 days; its pictures stay.", ui.palette.text);
    if (text_button(ui, "Delete it", "Into the trash", true)) return delete_note(ui);
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Never mind", "Close this")) notes.ask(Asked::nothing);
    if (!notes.problem.empty()) paragraph(ui, notes.problem, ui.palette.bad);
}

// What stands in the way of its being saved, and what can be done.
void note_trouble(Ui& ui) {
    NotesShown& notes = ui.notes;
    const OpenNote& note = *notes.book->note();
    if (!note.read_only.empty()) paragraph(ui, note.read_only, ui.palette.soft);
    if (note.problem.empty()) return;
    paragraph(ui, note.problem, ui.palette.bad);
    if (note.gone && text_button(ui, "Write it here again", note.path.string(), true))
        deed_done(notes, notes.book->keep_as(note.path.string()));
    if (!note.gone && text_button(ui, "Try again", "Write it now", true)) (void)notes.book->keep();
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Elsewhere", "Save this text in another place")) notes.ask(Asked::elsewhere);
}

void typeset_note(Ui& ui) {
    NotesShown& notes = ui.notes;
    const OpenNote& note = *notes.book->note();
    if (notes.blocks_version != note.edit.version()) {
        notes.blocks_version = note.edit.version();
        ui.studying.lay_anew();  // by the place of blocks in memory, and these are gone
        notes.blocks = note_blocks(note.edit.text());
    }
    ui.studying.said.clear();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(3)});
    int last = 0;  // what is written below the last block is shown with it
    for (const Block& block : notes.blocks.blocks) last = std::max(last, block.line);
    notes.line_to_show = std::min(notes.line_to_show, static_cast<std::size_t>(last));
    notes.typesetting = true;
    notes.takes_ticks = note.read_only.empty();
    rich_words(ui, notes.blocks.blocks, moment_seen(ui.explorer.scene(), ui.explorer.state(), ui.explorer.frame()));
    notes.typesetting = notes.takes_ticks = false;
    notes.line_to_show = 0;
    ImGui::PopStyleVar();
    if (const std::size_t line = std::exchange(notes.line_to_tick, 0); line > 0) {
        notes.book->note()->edit.replace_all(with_other_tick(note.edit.text(), line));
        ui.more_pictures = true;
    }
    if (notes.blocks.blocks.empty()) paragraph(ui, "Nothing is written here yet.", ui.palette.soft);
}

void note_body(Ui& ui, float width, float height) {
    NotesShown& notes = ui.notes;
    OpenNote& note = *notes.book->note();
    const bool plain = notes.reading && notes.blocks_version == note.edit.version() && !notes.blocks.plain.empty();
    if (notes.reading && !plain)
        return in_one_part(ui, ("read " + notes.book->name()).c_str(), width, height, typeset_note);
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(ui.at(16));
    if (plain) {
        ImGui::BeginGroup();
        small_words(ui, notes.blocks.plain, ui.palette.soft);
        ImGui::EndGroup();
    }
    ImGui::SetCursorPosX(ui.at(16));
    const float taken = ImGui::GetCursorPosY() - top;
    text_area(ui, notes.area, note.edit, "Note text", width - ui.at(32),
              std::max(ui.at(64), height - taken - ui.at(16)), plain || !note.read_only.empty());
}

}  // namespace

void one_note(Ui& ui, float width, float height) {
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(ui.at(16));
    ImGui::BeginGroup();
    note_head(ui, width - ui.at(16));
    if (ui.notes.book->is_open()) note_tools(ui), note_forms(ui);
    if (ui.notes.book->is_open()) note_trouble(ui);
    ImGui::EndGroup();
    ImGui::Dummy({0, ui.at(2)});
    if (ui.notes.book->is_open()) note_body(ui, width, height - (ImGui::GetCursorPosY() - top));
}

}  // namespace eigenscape
