// The inspector's page with the notebook: the list of notes and the search, or one note, written or typeset.
// What is asked (a title, a folder, which earlier text) is asked in the page itself; nothing covers the picture.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/folders.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

using Asked = NotesShown::Asked;

// Words that a deed gave are its trouble; none: it is done, and the form goes.
bool done(NotesShown& notes, const std::string& trouble) {
    notes.problem = trouble;
    if (trouble.empty()) notes.ask(Asked::nothing);
    return trouble.empty();
}

bool field(Ui& ui, const std::string& name, const char* hint, std::string& text, bool& fresh) {
    if (std::exchange(fresh, false)) ImGui::SetKeyboardFocusHere(), ui.more_pictures = true;
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint(("##" + name).c_str(), hint, &text, ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, name);
    return entered;
}

// A question with a line to answer in.
bool question(Ui& ui, const std::string& words, const char* hint, const std::string& deed) {
    NotesShown& notes = ui.notes;
    paragraph(ui, words, ui.palette.soft);
    bool entered = field(ui, "Answer", hint, notes.answer, notes.asked_now);
    entered |= text_button(ui, deed, deed + "  (Enter)", true);
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Never mind", "Close this")) notes.ask(Asked::nothing);
    if (!notes.problem.empty()) paragraph(ui, notes.problem, ui.palette.bad);
    ImGui::Dummy({0, ui.at(4)});
    return entered;
}

void open_note(Ui& ui, const std::string& name, std::size_t line) {
    if (done(ui.notes, ui.notes.book->open(name))) ui.notes.note_opened(line);
    else ui.toasts.say(Icon::warning, ui.notes.problem), ui.notes.problem.clear();
}

void begin_note(Ui& ui, const std::string& title) {
    if (done(ui.notes, ui.notes.book->begin(title, date_now()))) {
        ui.notes.note_opened();
        ui.notes.reading = false;
        ui.notes.area.wants_keyboard = true;
    }
}

void choose_folder(Ui& ui) {
    NotesShown& notes = ui.notes;
    if (!done(notes, notes.book->choose_folder(notes.answer))) return;
    ui.preferences.notes_folder = notes.book->folder().string();
    notes.typed.clear();
    notes.typed_before.clear();
    notes.found = {};
}

// Deleted notes, or earlier texts: when, and a button for each.
void offered_rows(Ui& ui, const char* deed) {
    NotesShown& notes = ui.notes;
    for (std::size_t i = 0; i < notes.offered.size(); ++i) {
        const Snapshot& one = notes.offered[i];
        ImGui::PushID(static_cast<int>(i));
        const std::string what = one.note.empty() ? moment_words(one.second) : std::filesystem::path(one.note).stem().string() + ", " + moment_words(one.second);
        if (list_row(ui, what, deed + std::string(one.note.empty() ? "; undo brings today's text back" : ""), false)) {
            const bool deleted = notes.asked == Asked::trash;
            const Snapshot chosen = one;
            if (done(notes, deleted ? notes.book->put_back(chosen) : notes.book->restore(chosen)) && deleted) notes.note_opened();
            ImGui::PopID();
            return;
        }
        record(ui, std::string(deed) + " " + std::to_string(i + 1));
        ImGui::PopID();
    }
}

void offers(Ui& ui) {
    NotesShown& notes = ui.notes;
    const bool deleted = notes.asked == Asked::trash;
    const std::string none = deleted ? "No note was deleted in the last 30 days." : "There is no earlier text of this note yet. One is put by before it is changed, and then every two minutes.";
    paragraph(ui, notes.offered.empty() ? none : deleted ? "Deleted in the last 30 days. Choose one to put it back." : "Earlier texts of this note. Choose one to have it again.", ui.palette.soft);
    offered_rows(ui, deleted ? "Put back" : "Take back");
    if (text_button(ui, "Never mind", "Close this")) notes.ask(Asked::nothing);
    if (!notes.problem.empty()) paragraph(ui, notes.problem, ui.palette.bad);
    ImGui::Dummy({0, ui.at(4)});
}

// --- the list ---

void list_head(Ui& ui) {
    NotesShown& notes = ui.notes;
    bool fresh = false;
    field(ui, "Search notes", "Search in all notes", notes.typed, fresh);
    if (text_button(ui, "Today", "Today's note, made when it is missing", true)) begin_note(ui, date_now());
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "New note", "A note about something")) notes.ask(Asked::title);
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "Folder", notes.book->folder().string() + "\nAny folder of yours: an Obsidian vault or a git repository too. What begins with a dot in it is never touched.")) notes.ask(Asked::folder, notes.book->folder().string());
    ImGui::SameLine(0, ui.at(4));
    if (text_button(ui, "Deleted", "Notes that were deleted here in the last 30 days")) {
        notes.ask(Asked::trash);
        notes.offered = notes.book->trash();
    }
    if (notes.asked == Asked::title && question(ui, "What is the new note about?", "Rotations and their eigenvalues", "Begin it")) begin_note(ui, notes.answer.empty() ? "Note" : notes.answer);
    if (notes.asked == Asked::folder && question(ui, "Which folder holds your notes? Nothing is moved.", "/home/\u2026/Documents/Notes", "Use it")) choose_folder(ui);
    if (notes.asked == Asked::trash) offers(ui);
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
        if (card(ui, std::filesystem::path(place.name).stem().string() + ", line " + std::to_string(place.line), place.words, false)) open_note(ui, place.name, place.line);
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
            if (list_row(ui, note.title() + (within.empty() ? "" : "  (" + within + ")"), note.name, false)) chosen = note.name;
            record(ui, "Note " + note.title());
            ImGui::PopID();
        }
    ImGui::PopStyleVar();
    if (list.notes.empty() && list.remark.empty()) paragraph(ui, "No notes yet. " + keys_of(Command::note) + " puts the picture with its formula and values into today's note.", ui.palette.soft);
    if (!list.remark.empty()) small_words(ui, list.remark, ui.palette.soft);
    if (!chosen.empty()) open_note(ui, chosen, 0);
}

void list_page(Ui& ui) {
    list_head(ui);
    ImGui::Dummy({0, ui.at(4)});
    if (ui.notes.book->is_open()) return;  // one was just opened
    if (ui.notes.typed.empty()) note_rows(ui);
    else places_found(ui);
}

// --- one note ---

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
    const std::string state = !note.read_only.empty() ? "Only to be read" : note.problem != "" ? "Not saved" : note.dirty() ? "\u2026" : "Saved";
    const float top = ImGui::GetCursorPosY(), wide = ImGui::CalcTextSize(state.c_str()).x;
    ImGui::SetCursorPosY(top + (ui.at(32) - ImGui::GetFontSize()) / 2);
    compat::push_font(ui.faces.strong);
    ImGui::TextUnformatted(elided(note.path.stem().string(), right - wide - ui.at(12) - ImGui::GetCursorPosX()).c_str());
    ImGui::PopFont();
    tip(ui, note.path.string());
    ImGui::SameLine(right - wide);
    ImGui::SetCursorPosX(right - wide);
    ImGui::PushStyleColor(ImGuiCol_Text, packed(note.problem != "" ? ui.palette.bad : ui.palette.soft));
    ImGui::TextUnformatted(state.c_str());
    ImGui::PopStyleColor();
    record(ui, "State " + state);
}

void note_tools(Ui& ui) {
    NotesShown& notes = ui.notes;
    compat::begin_child("write or read", {std::min(ui.at(176), ImGui::GetContentRegionAvail().x), ui.at(32)});
    const auto chosen = segments(ui, {"Write", "Read"}, notes.reading ? 1 : 0, "As Markdown, or typeset with its pictures");
    ImGui::EndChild();
    if (chosen) {
        notes.line_to_show = *chosen == 1 && !notes.reading ? notes.book->note()->edit.line_number(notes.book->note()->edit.caret()) : 0;
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
    if (done(ui.notes, ui.notes.book->remove())) ui.toasts.say(Icon::info, "Deleted \u201c" + name + "\u201d. It can be put back for 30 days: Deleted, above the list.");
}

void note_forms(Ui& ui) {
    NotesShown& notes = ui.notes;
    if (notes.asked == Asked::earlier) offers(ui);
    if (notes.asked == Asked::elsewhere && question(ui, "Where to? A name, or a whole path. Nothing there is replaced.", "My note", "Save there") && !notes.answer.empty()) done(notes, notes.book->keep_as(notes.answer));
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
    if (note.gone && text_button(ui, "Write it here again", note.path.string(), true)) done(notes, notes.book->keep_as(note.path.string()));
    if (!note.gone && text_button(ui, "Try again", "Write it now", true)) (void)notes.book->keep();
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Elsewhere", "Save this text in another place")) notes.ask(Asked::elsewhere);
}

void typeset_note(Ui& ui) {
    NotesShown& notes = ui.notes;
    const OpenNote& note = *notes.book->note();
    if (notes.blocks_version != note.edit.version()) {
        notes.blocks_version = note.edit.version();
        ui.studying.laid.clear();  // by the place of blocks in memory, and these are gone
        notes.blocks = note_blocks(note.edit.text());
    }
    ui.studying.said.clear();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(3)});
    rich_words(ui, notes.blocks.blocks, moment_seen(ui.explorer.scene(), ui.explorer.state(), ui.explorer.frame()));
    ImGui::PopStyleVar();
    if (notes.blocks.blocks.empty()) paragraph(ui, "Nothing is written here yet.", ui.palette.soft);
}

void note_body(Ui& ui, float width, float height) {
    NotesShown& notes = ui.notes;
    OpenNote& note = *notes.book->note();
    const bool plain = notes.reading && notes.blocks_version == note.edit.version() && !notes.blocks.plain.empty();
    if (notes.reading && !plain) return in_one_part(ui, ("read " + notes.book->name()).c_str(), width, height, typeset_note);
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(ui.at(16));
    if (plain) {
        ImGui::BeginGroup();
        small_words(ui, notes.blocks.plain, ui.palette.soft);
        ImGui::EndGroup();
    }
    ImGui::SetCursorPosX(ui.at(16));
    const float taken = ImGui::GetCursorPosY() - top;
    text_area(ui, notes.area, note.edit, "Note text", width - ui.at(32), std::max(ui.at(64), height - taken - ui.at(16)), plain || !note.read_only.empty());
}

void note_page(Ui& ui, float width, float height) {
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

}  // namespace

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

std::string notes_name(const Ui& ui) { return ui.notes.book->note() ? ui.notes.book->note()->path.stem().string() : ""; }

void notes_page(Ui& ui, float width, float height) {
    NotesShown& notes = ui.notes;
    if (notes.looked_at < 0 || ui.now - notes.looked_at > 5) {
        notes.looked_at = ui.now;
        notes.book->look_again();
    }
    const float from = ImGui::GetCursorPosY();
    if (notes.book->is_open()) note_page(ui, width, height);
    else in_one_part(ui, "notes", width, height - (ImGui::GetCursorPosY() - from), list_page);
}

}  // namespace eigenscape
