// What the notebook asks, in the page itself: a title, a folder, which earlier text. See notes_inside.h.
#include "app/panels/notes_inside.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <imgui_stdlib.h>

#include <utility>

namespace eigenscape {
namespace {

using Asked = NotesShown::Asked;

}  // namespace

bool deed_done(NotesShown& notes, const std::string& trouble) {
    notes.problem = trouble;
    if (trouble.empty()) notes.ask(Asked::nothing);
    return trouble.empty();
}

bool notes_field(Ui& ui, const std::string& name, const char* hint, std::string& text, bool& fresh) {
    if (std::exchange(fresh, false)) ImGui::SetKeyboardFocusHere(), ui.more_pictures = true;
    ImGui::SetNextItemWidth(-1);
    const bool entered =
        ImGui::InputTextWithHint(("##" + name).c_str(), hint, &text, ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, name);
    return entered;
}

bool notes_question(Ui& ui, const std::string& words, const char* hint, const std::string& deed) {
    NotesShown& notes = ui.notes;
    paragraph(ui, words, ui.palette.soft);
    bool entered = notes_field(ui, "Answer", hint, notes.answer, notes.asked_now);
    entered |= text_button(ui, deed, deed + "  (Enter)", true);
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Never mind", "Close this")) notes.ask(Asked::nothing);
    if (!notes.problem.empty()) paragraph(ui, notes.problem, ui.palette.bad);
    ImGui::Dummy({0, ui.at(4)});
    return entered;
}

namespace {

// Deleted notes, or earlier texts: when, and a button for each.
void offered_rows(Ui& ui, const char* deed) {
    NotesShown& notes = ui.notes;
    for (std::size_t i = 0; i < notes.offered.size(); ++i) {
        const Snapshot& one = notes.offered[i];
        ImGui::PushID(static_cast<int>(i));
        const std::string what =
            one.note.empty() ? moment_words(one.second)
                             : std::filesystem::path(one.note).stem().string() + ", " + moment_words(one.second);
        if (list_row(ui, what, deed + std::string(one.note.empty() ? "; undo brings today's text back" : ""), false)) {
            const bool deleted = notes.asked == Asked::trash;
            const Snapshot chosen = one;
            if (deed_done(notes, deleted ? notes.book->put_back(chosen) : notes.book->restore(chosen)) && deleted)
                notes.note_opened();
            ImGui::PopID();
            return;
        }
        record(ui, std::string(deed) + " " + std::to_string(i + 1));
        ImGui::PopID();
    }
}

}  // namespace

void notes_offers(Ui& ui) {
    NotesShown& notes = ui.notes;
    const bool deleted = notes.asked == Asked::trash;
    const std::string none = deleted ? "No note was deleted in the last 30 days."
                                     : "There is no earlier text of this note yet. One is put by before it is changed, "
                                       "and then every two minutes.";
    paragraph(ui,
              notes.offered.empty() ? none
              : deleted             ? "Deleted in the last 30 days. Choose one to put it back."
                                    : "Earlier texts of this note. Choose one to have it again.",
              ui.palette.soft);
    offered_rows(ui, deleted ? "Put back" : "Take back");
    if (text_button(ui, "Never mind", "Close this")) notes.ask(Asked::nothing);
    if (!notes.problem.empty()) paragraph(ui, notes.problem, ui.palette.bad);
    ImGui::Dummy({0, ui.at(4)});
}

}  // namespace eigenscape
