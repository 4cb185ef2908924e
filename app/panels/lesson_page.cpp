// The inspector's page with the lesson: the story's buttons and the words of its step, the three layers, and below the
// layer's text why it matters, what is often misunderstood, challenges, and where to go from here.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/study/review.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr Layer layers[] = {Layer::see, Layer::plain, Layer::formal};

Moment moment_now(Ui& ui) { return moment_seen(ui.explorer.scene(), ui.explorer.state(), ui.explorer.frame()); }

void story_buttons(Ui& ui) {
    StoryPlayer& story = ui.studying.story;
    if (icon_button(ui, Icon::step_back, "Story back", "The step before", Look::plain, 28)) story.back(ui.explorer);
    ImGui::SameLine();
    if (icon_button(ui, story.playing() ? Icon::pause : Icon::play, "Story play",
                    story.playing() ? "Pause the story" : "Play the story; take hold of anything, then go on from here",
                    Look::on, 28)) {
        if (story.playing()) story.pause();
        else story.play(ui.explorer);
    }
    ImGui::SameLine();
    if (icon_button(ui, Icon::step_forward, "Story next", "The next step", Look::plain, 28)) story.next(ui.explorer);
    ImGui::SameLine(0, ui.at(8));
}

std::string step_words(const StoryPlayer& story) {
    const std::string all = std::to_string(story.story().beats.size());
    return story.begun() ? std::to_string(story.beat() + 1) + " of " + all : "Story, " + all + " steps";
}

void story_scrubber(Ui& ui) {
    StoryPlayer& story = ui.studying.story;
    const std::string words = step_words(story);
    const float named = ImGui::CalcTextSize(words.c_str()).x, close = story.begun() ? ui.at(32) : 0;
    const float top = ImGui::GetCursorPosY(), room = ImGui::GetContentRegionAvail().x - named - close - ui.at(8);
    compat::begin_child("story track", {std::max(ui.at(40), room), ui.at(28)});
    ImGui::SetCursorPosY(ui.at(2));
    const double length = story.story().seconds();
    const Edit edit = slider_track(ui, "Story scrub", length > 0 ? story.second() / length : 0, ui.palette.fill);
    ImGui::EndChild();
    if (edit.value) story.scrub(ui.explorer, *edit.value * length);
    ImGui::SameLine(0, ui.at(8));
    ImGui::SetCursorPosY(top + (ui.at(28) - ImGui::GetFontSize()) / 2);
    paragraph(ui, words, ui.palette.soft);
    if (!story.begun()) return;
    ImGui::SameLine(0, ui.at(4));
    ImGui::SetCursorPosY(top);
    if (icon_button(ui, Icon::close, "Story close", "Close the story; the picture stays", Look::plain, 28))
        story.close();
}

// As much room as the longest step needs, so that nothing below leaps.
float room_for_steps(Ui& ui, const Moment& moment) {
    Studying& studying = ui.studying;
    if (!studying.story.begun()) return 0;
    const float width = ImGui::GetContentRegionAvail().x;
    if (studying.story_width != width) {
        studying.story_height = 0;
        for (const StoryBeat& beat : studying.story.story().beats)
            studying.story_height = std::max(studying.story_height, rich_height(ui, beat.words, moment));
        studying.story_width = width;
    }
    return studying.story_height;
}

void step_told(Ui& ui, const Moment& moment) {
    const StoryPlayer& story = ui.studying.story;
    ImGui::PushID("story");
    rich_words(ui, story.story().beats[story.beat()].words, moment);
    ImGui::PopID();
}

void story_strip(Ui& ui, const Moment& moment) {
    StoryPlayer& story = ui.studying.story;
    if (story.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(2), ui.at(6)});
    story_buttons(ui);
    story_scrubber(ui);
    ImGui::PopStyleVar();
    ImGui::Dummy({0, ui.at(4)});
    const float top = ImGui::GetCursorPosY(), room = room_for_steps(ui, moment);
    if (story.begun()) step_told(ui, moment);
    ImGui::SetCursorPosY(top + room);
}

void title(Ui& ui, const std::string& words) {
    ImGui::Dummy({0, ui.at(10)});
    rule(ui);
    ImGui::Dummy({0, ui.at(4)});
    compat::push_font(ui.faces.strong);
    paragraph(ui, words, ui.palette.text);
    ImGui::PopFont();
    ImGui::Dummy({0, ui.at(2)});
}

void section(Ui& ui, const std::string& words, const std::vector<Block>& blocks, const Moment& moment) {
    if (blocks.empty()) return;
    title(ui, words);
    rich_words(ui, blocks, moment);
}

// A concept that has a scene is a button; one that has none yet stands there softly.
void concept_row(Ui& ui, const ConceptNode& node, const std::string& why) {
    const auto& scenes = ui.explorer.scenes();
    const bool built = std::ranges::any_of(scenes, [&](const Scene& s) { return s.words.id == node.scene; });
    if (built) {
        ImGui::PushID(&node);
        if (card(ui, node.name, why.empty() ? "Open this scene" : why, false)) ui.link_now = Link{node.scene, {}};
        ImGui::PopID();
        record(ui, "Concept " + node.name);
        return;
    }
    ImGui::Indent(ui.at(12));
    ImGui::Dummy({0, ui.at(2)});
    paragraph(ui, node.name, ui.palette.soft);
    small_words(ui, why.empty() ? "No scene of it yet" : why + " (no scene of it yet)", ui.palette.soft);
    record(ui, "Concept " + node.name);
    ImGui::Dummy({0, ui.at(4)});
    ImGui::Unindent(ui.at(12));
}

// The arrows of the concept map that end here, or that begin here.
void neighbours(Ui& ui, const std::string& words, bool before) {
    const ConceptMap& map = concepts();
    const int here = map.find(ui.explorer.scene().words.id);
    bool titled = false;
    for (const ConceptEdge& edge : map.edges) {
        if (here < 0 || (before ? edge.to : edge.from) != static_cast<std::size_t>(here)) continue;
        if (!titled) title(ui, words);
        titled = true;
        concept_row(ui, map.nodes[before ? edge.from : edge.to], edge.why);
    }
}

void cards_of_lesson(Ui& ui) {
    const Studying& studying = ui.studying;
    const std::string scene = ui.explorer.scene().words.id;
    const Standing now = standing(studying.remembered.progress, studying.day(), {scene, &studying.own.own});
    if (now.all == 0) return;
    title(ui, std::to_string(now.all) + " cards: " + std::to_string(now.due) + " due, " + std::to_string(now.fresh) +
                  " new");
    if (text_button(ui, "Review them", "Those of this scene  (" + keys_of(Command::review_cards) + ")", true)) {
        ui.learning.review.session.only(scene);
        if (!ui.learning.review.shown) ui.asked.push_back(Command::review_cards);
    }
    ImGui::SameLine();
    if (text_button(ui, "Write one", deed_of(row_of(Command::make_card)) + "  (" + keys_of(Command::make_card) + ")"))
        ui.asked.push_back(Command::make_card);
}

void text_of_lesson(Ui& ui) {
    const Lesson& lesson = *ui.studying.lesson;
    const Moment moment = moment_now(ui);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(3)});
    for (const Layer layer : layers)
        if (ui.preferences.layer == name_of(layer)) rich_words(ui, lesson.layer(layer), moment);
    challenge_list(ui, moment);
    prediction_list(ui, moment);
    cards_of_lesson(ui);
    section(ui, "Why it matters in machine learning", lesson.why, moment);
    section(ui, "Misconceptions", lesson.misconceptions, moment);
    neighbours(ui, "Stands on", true);
    neighbours(ui, "Leads to", false);
    section(ui, "In code", lesson.code, moment);
    ImGui::PopStyleVar();
}

void layer_switch(Ui& ui) {
    std::vector<std::string> names;
    int now = 0;
    for (const Layer layer : layers) {
        if (ui.preferences.layer == name_of(layer)) now = static_cast<int>(names.size());
        names.emplace_back(title_of(layer));
    }
    const auto chosen = segments(ui, names, now, "The same thing, told in three ways");
    if (chosen) ui.preferences.layer = name_of(layers[*chosen]);
}

void no_lesson(Ui& ui) { paragraph(ui, "There is no lesson for this scene yet.", ui.palette.soft); }

// What stays while the text scrolls.
void head(Ui& ui) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    story_strip(ui, moment_now(ui));
    layer_switch(ui);
    ImGui::PopStyleVar();
}

}  // namespace

void lesson_page(Ui& ui, float width, float height) {
    ui.studying.said.clear();
    if (!ui.studying.lesson) return in_one_part(ui, "lesson", width, height, no_lesson);
    const float top = ImGui::GetCursorPosY();
    const StoryPlayer& story = ui.studying.story;
    const float taken = ui.at(story.empty() ? 32 : 76) + (story.begun() ? ui.studying.story_height : 0);
    ImGui::SetCursorPosX(ui.at(16));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    compat::begin_part("lesson head", {width - ui.at(32), taken});
    ImGui::PopStyleVar();
    head(ui);
    ImGui::EndChild();
    ImGui::SetCursorPos({0, top + taken + ui.at(4)});
    in_one_part(ui, ("lesson " + ui.preferences.layer).c_str(), width, height - taken - ui.at(4), text_of_lesson);
}

}  // namespace eigenscape
