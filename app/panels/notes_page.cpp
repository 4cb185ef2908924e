// The inspector's page with the notebook: the list of notes and the search, or one note, written or typeset.
// What is asked (a title, a folder, which earlier text) is asked in the page itself; nothing covers the picture.
#include "app/panels/imgui_compat.h"
#include "app/panels/notes_inside.h"
#include "app/panels/panels.h"

namespace eigenscape {

void NotesShown::note_opened(std::size_t line) {
    area = {};
    blocks = {};
    blocks_version = static_cast<std::size_t>(-1);
    problem.clear();
    asked = Asked::nothing;
    pictures.look_again();
    line_to_show = line;
    area.show_caret = true;
    if (line == 0 || !book->note()) return;
    TextEdit& edit = book->note()->edit;
    const std::size_t at = edit.start_of_line(line);
    edit.choose(at, edit.line_end(at));
    area.in_the_middle = true;
}

void NotesShown::ask(Asked what, const std::string& first_answer) {
    asked = what;
    asked_now = true;
    answer = first_answer;
    problem.clear();
}

std::string notes_name(const Ui& ui) {
    return ui.notes.book->note() ? ui.notes.book->note()->path.stem().string() : "";
}

void notes_page(Ui& ui, float width, float height) {
    NotesShown& notes = ui.notes;
    if (notes.looked_at < 0 || ui.now - notes.looked_at > 5) {
        notes.looked_at = ui.now;
        notes.book->look_again();
        notes.pictures.look_again();
    }
    const float from = ImGui::GetCursorPosY();
    if (notes.book->is_open()) one_note(ui, width, height);
    else in_one_part(ui, "notes", width, height - (ImGui::GetCursorPosY() - from), notes_list);
}

}  // namespace eigenscape
