// The notebook's list: all notes, the search in them, and what begins a new one. See notes_inside.h.
#include "app/panels/notes_inside.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/local_time.h"

namespace eigenscape {
namespace {

using Asked = NotesShown::Asked;

void open_note(Ui& ui, const std::string& name, std::size_t line) {
    if (deed_done(ui.notes, ui.notes.book->open(name))) ui.notes.note_opened(line);
    else ui.toasts.say(Icon::warning, ui.notes.problem), ui.notes.problem.clear();
}

void begin_note(Ui& ui, const std::string& title) {
    if (deed_done(ui.notes, ui.notes.book->begin(title, date_now()))) {
        ui.notes.note_opened();
        ui.notes.reading = false;
        ui.notes.area.wants_keyboard = true;
    }
}

void choose_folder(Ui& ui) {
    NotesShown& notes = ui.notes;
    if (!deed_done(notes, notes.book->choose_folder(notes.answer))) return;
    ui.preferences.notes_folder = notes.book->folder().string();
    notes.typed.clear();
    notes.typed_before.clear();
    notes.found = {};
}

void list_head(Ui& ui) {
    NotesShown& notes = ui.notes;
    bool fresh = false;
    notes_field(ui, "Search notes", "Search in all notes", notes.typed, fresh);
    if (text_button(ui, "Today", "Today's note, made when it is missing", true)) begin_note(ui, date_now());
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "New note", "A note about something")) notes.ask(Asked::title);
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "Folder",
                    notes.book->folder().string() + "\nAny folder of yours: an Obsidian vault or a git repository too. "
                                                    "What begins with a dot in it is never touched."))
        notes.ask(Asked::folder, notes.book->folder().string());
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "Deleted", "Notes that were deleted here in the last 30 days")) {
        notes.ask(Asked::trash);
        notes.offered = notes.book->trash();
    }
    if (notes.asked == Asked::title &&
        notes_question(ui, "What is the new note about?", "Rotations and their eigenvalues", "Begin it"))
        begin_note(ui, notes.answer.empty() ? "Note" : notes.answer);
    if (notes.asked == Asked::folder && notes_question(ui, "Which folder holds your notes? Nothing is moved.",
                                                       "/home/\u2026/Documents/Notes", "Use it"))
        choose_folder(ui);
    if (notes.asked == Asked::trash) notes_offers(ui);
}

void places_found(Ui& ui) {
    NotesShown& notes = ui.notes;
    if (notes.typed != notes.typed_before) {
        notes.typed_before = notes.typed;
        notes.found = notes.book->find(notes.typed);
    }
    const std::vector<NotePlace> places = notes.found.places;
    if (places.empty()) paragraph(ui, "No line in your notes holds this.", ui.palette.soft);
    for (std::size_t i = 0; i < places.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const NotePlace& place = places[i];
        if (card(ui, std::filesystem::path(place.name).stem().string() + ", line " + std::to_string(place.line),
                 place.words, false))
            open_note(ui, place.name, place.line);
        record(ui, "Place " + std::to_string(i + 1));
        ImGui::PopID();
    }
    if (!notes.found.remark.empty()) small_words(ui, notes.found.remark, ui.palette.soft);
}

void note_rows(Ui& ui) {
    const NoteList& list = ui.notes.book->notes();
    std::string chosen;
    ImGuiListClipper clipper;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.at(2)});
    clipper.Begin(static_cast<int>(list.notes.size()), ui.at(34));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const NoteEntry& note = list.notes[static_cast<std::size_t>(i)];
            const std::string within = note.within();
            ImGui::PushID(i);
            if (list_row(ui, note.title() + (within.empty() ? "" : "  (" + within + ")"), note.name, false))
                chosen = note.name;
            record(ui, "Note " + note.title());
            ImGui::PopID();
        }
    ImGui::PopStyleVar();
    if (list.notes.empty() && list.remark.empty())
        paragraph(ui,
                  "No notes yet. " + keys_of(Command::note) +
                      " puts the picture with its formula and values into today's note.",
                  ui.palette.soft);
    if (!list.remark.empty()) small_words(ui, list.remark, ui.palette.soft);
    if (!chosen.empty()) open_note(ui, chosen, 0);
}

}  // namespace

void notes_list(Ui& ui) {
    list_head(ui);
    ImGui::Dummy({0, ui.at(4)});
    if (ui.notes.book->is_open()) return;  // one was just opened
    if (ui.notes.typed.empty()) note_rows(ui);
    else places_found(ui);
}

}  // namespace eigenscape
