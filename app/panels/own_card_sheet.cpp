// Two pages: the one that is written, as it will be asked below its fields; and all of them.
// Every change is written to the file at once; what went wrong is said in a message.
#include "app/panels/own_card_sheet.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/state.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <utility>

namespace eigenscape {
namespace {

constexpr std::array<Level, 3> levels = {Level::easy, Level::medium, Level::hard};

OwnCardDesk& desk(Ui& ui) { return ui.learning.own; }
OwnCards& own(Ui& ui) { return ui.studying.own.own; }

bool is_empty(const OwnCard& card) { return card.question.empty() && card.answer.empty(); }

std::string title_of_scene(const std::string& id) {
    const Scene* scene = find_scene(id);
    return scene ? scene->words.title : "A scene that is not here: " + id;
}

// Paragraphs are remembered by their place in memory, which a card that is read anew may take over.
void read_anew(Ui& ui) {
    OwnCardDesk& d = desk(ui);
    ui.studying.lay_anew();
    d.preview = nullptr;
    const Scene* scene = find_scene(d.draft.scene);
    if (!scene || is_empty(d.draft)) return;
    d.preview = read_own(d.draft);
    const Outcome state = set_all(*scene, scene->defaults, d.preview->state);
    d.moment = moment_of(*scene, std::holds_alternative<State>(state) ? std::get<State>(state) : scene->defaults);
}

void tie_to_picture(Ui& ui) {
    OwnCard& draft = desk(ui).draft;
    const Scene& scene = ui.explorer.scene();
    draft.scene = scene.words.id;
    draft.state = text_of(scene, ui.explorer.target());
    read_anew(ui);
}

void written(Ui& ui, const std::string& done) {
    ui.studying.lay_anew();
    ui.learning.review.of = nullptr;
    choose_card(ui);
    const std::string trouble = ui.studying.keep_cards();
    if (!trouble.empty()) return ui.toasts.say(Icon::warning, trouble);
    if (!ui.studying.own.may_write)
        return ui.toasts.say(Icon::warning, "This lasts until the program ends. " + ui.studying.own.trouble);
    ui.toasts.say(Icon::cards, done);
}

void keep(Ui& ui) {
    OwnCardDesk& d = desk(ui);
    d.problem = objection(d.draft);
    if (!d.problem.empty()) return;
    const bool new_one = d.draft.id.empty();
    keep_card(own(ui), std::exchange(d.draft, {}));
    d.preview = nullptr;
    d.shown = false;
    written(ui, new_one ? "Your card is kept. " + keys_of(Command::review_cards) + " asks it with the others."
                        : "Your card is changed.");
}

// True: Ctrl+Enter was pressed in it.
bool field(Ui& ui, const char* name, std::string& text, int lines) {
    heading(ui, name);
    if (desk(ui).fresh && lines == 2) ImGui::SetKeyboardFocusHere();
    const std::string before = text;
    const float height = ImGui::GetFontSize() * static_cast<float>(lines) + ui.at(14);
    const bool done =
        ImGui::InputTextMultiline(("##" + std::string(name)).c_str(), &text, {ImGui::GetContentRegionAvail().x, height},
                                  ImGuiInputTextFlags_EnterReturnsTrue);
    if (lines == 2) desk(ui).fresh = desk(ui).fresh && !ImGui::IsItemActive();
    record(ui, name);
    if (text != before) read_anew(ui), desk(ui).problem.clear();
    return done;
}

void level_switch(Ui& ui) {
    OwnCard& draft = desk(ui).draft;
    const auto now = std::ranges::find(levels, draft.level) - levels.begin();
    const auto chosen =
        segments(ui, {"Easy", "Medium", "Hard"}, static_cast<int>(now), "How hard it is, for the decks");
    if (chosen) draft.level = levels[static_cast<std::size_t>(*chosen)];
}

void preview(Ui& ui) {
    const OwnCardDesk& d = desk(ui);
    heading(ui, "As it will be asked");
    if (!d.preview)
        return small_words(ui,
                           "Formulas between $ signs are set, and names of the picture's numbers in braces become "
                           "their values, as in lessons.",
                           ui.palette.soft);
    ui.studying.still = true;
    rich_title(ui, d.preview->asked, d.moment);
    rich_words(ui, d.preview->answer, d.moment);
    ui.studying.still = false;
}

void one_own_card(Ui& ui) {
    OwnCardDesk& d = desk(ui);
    bool done = field(ui, "Question", d.draft.question, 2);
    done |= field(ui, "Answer, in your own words", d.draft.answer, 4);
    heading(ui, "Level");
    level_switch(ui);
    small_words(ui,
                "Its picture: " + title_of_scene(d.draft.scene) + ", " +
                    elided(d.draft.state, ImGui::GetContentRegionAvail().x * 0.6f),
                ui.palette.soft);
    if (text_button(ui, "Take the present picture", "The one that is on the canvas now")) tie_to_picture(ui);
    rule(ui);
    preview(ui);
    ImGui::Dummy({0, ui.at(4)});
    if (!d.problem.empty()) paragraph(ui, d.problem, ui.palette.bad), record(ui, d.problem);
    if (text_button(ui, "Keep the card", "Ctrl+Enter, while you write", true) || done) keep(ui);
    ImGui::SameLine();
    if (!is_empty(d.draft) && text_button(ui, "Throw it away", "The fields become empty")) {
        d.draft = {};
        d.problem.clear();
        tie_to_picture(ui);
    }
}

void erase(Ui& ui, std::size_t index) {
    auto& cards = own(ui).cards;
    desk(ui).deleted.push_back(cards[index]);
    cards.erase(cards.begin() + static_cast<std::ptrdiff_t>(index));
    written(ui, "Deleted. Until this sheet is closed it can be put back.");
}

void put_back(Ui& ui, std::size_t index) {
    auto& deleted = desk(ui).deleted;
    keep_card(own(ui), deleted[index]);
    deleted.erase(deleted.begin() + static_cast<std::ptrdiff_t>(index));
    written(ui, "It is back.");
}

void edit(Ui& ui, const OwnCard& card) {
    desk(ui).draft = card;
    desk(ui).listed = false;
    desk(ui).fresh = true;
    desk(ui).problem.clear();
    read_anew(ui);
}

std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// The question, its scene, and what can be done with it at the right.
void row_words(Ui& ui, const OwnCard& card, float room) {
    const float left = ImGui::GetCursorPosX(), top = ImGui::GetCursorPosY();
    ImGui::TextUnformatted(elided(in_one_line(card.question), room).c_str());
    compat::push_font(ui.faces.small);
    ImGui::SetCursorPos({left, top + ui.at(18)});
    ImGui::PushStyleColor(ImGuiCol_Text, packed(ui.palette.soft));
    ImGui::TextUnformatted((title_of_scene(card.scene) + ", " + std::string(name_of(card.level))).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ImGui::SetCursorPos({left + room + ui.at(8), top});
}

void all_cards(Ui& ui) {
    auto& cards = own(ui).cards;
    const OwnCardDesk& d = desk(ui);
    const float width = ImGui::GetContentRegionAvail().x, room = std::max(ui.at(80), width - ui.at(160));
    if (cards.empty() && d.deleted.empty())
        paragraph(
            ui,
            "You have written none yet. When a picture tells you something, write down the question that it answers: " +
                keys_of(Command::make_card) + ".",
            ui.palette.soft);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        row_words(ui, cards[i], room);
        const std::string number = std::to_string(i + 1);
        const bool change = text_button(ui, "Change", "Write it anew; what you remember of it stays");
        record(ui, "Change " + number);
        ImGui::SameLine(0, ui.at(4));
        const bool gone = text_button(ui, "Delete", "It can be put back until this sheet is closed");
        record(ui, "Delete " + number);
        ImGui::Dummy({0, ui.at(4)});
        ImGui::PopID();
        if (change) return edit(ui, cards[i]);
        if (gone) return erase(ui, i);
    }
    for (std::size_t i = 0; i < d.deleted.size(); ++i) {
        ImGui::PushID(static_cast<int>(i) + 100'000);
        ImGui::BeginDisabled();
        row_words(ui, d.deleted[i], room);
        ImGui::EndDisabled();
        const bool back = text_button(ui, "Put it back", "As if it had not been deleted");
        record(ui, "Put back " + std::to_string(i + 1));
        ImGui::Dummy({0, ui.at(4)});
        ImGui::PopID();
        if (back) return put_back(ui, i);
    }
}

void pages(Ui& ui) {
    const auto count = own(ui).cards.size();
    const auto chosen = segments(
        ui, {desk(ui).draft.id.empty() ? "A new card" : "Change a card", "All of yours: " + std::to_string(count)},
        desk(ui).listed ? 1 : 0, "Write one, or look through them");
    ImGui::Dummy({0, ui.at(4)});
    if (!chosen) return;
    desk(ui).listed = *chosen == 1;
    desk(ui).fresh = !desk(ui).listed;
}

}  // namespace

void write_card(Ui& ui) {
    OwnCardDesk& d = desk(ui);
    if (!d.draft.id.empty()) d.draft = {};  // a change that was not kept
    d.listed = false;
    d.fresh = d.shown = true;
    d.problem.clear();
    d.deleted.clear();
    tie_to_picture(ui);
}

void own_card_sheet(Ui& ui) {
    OwnCardDesk& d = desk(ui);
    if (!begin_sheet(ui, "Own card", d.shown, 600)) return;
    sheet_title(ui, "Cards of your own", d.shown);
    pages(ui);
    const float height = std::min(ImGui::GetIO().DisplaySize.y - ui.at(184), ui.at(480));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    compat::begin_part("card page", {0, std::max(ui.at(96), height)});
    ImGui::PopStyleVar();
    if (d.listed) all_cards(ui);
    else one_own_card(ui);
    ImGui::EndChild();
    end_sheet();
}

}  // namespace eigenscape
