// Three columns that scroll each by itself, with a line from each neighbour in sight to the middle.
// What is done is read from the learner's progress: challenges met, predictions made, cards that are due.
#include "app/panels/concept_sheet.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/study/review.h"

#include <algorithm>
#include <vector>

namespace eigenscape {
namespace {

struct Done {
    long met = 0, challenges = 0, made = 0, predictions = 0;
    Standing cards;
    bool all() const { return challenges > 0 && met == challenges; }
};

Done done_of(Ui& ui, const std::string& scene) {
    Done done;
    const Lesson* lesson = lesson_of(scene);
    if (!lesson) return done;
    const Progress& progress = ui.studying.remembered.progress;
    done.challenges = std::ssize(lesson->challenges);
    done.predictions = std::ssize(lesson->predictions);
    for (const Challenge& each : lesson->challenges) done.met += progress.met.contains(id_of(*lesson, each));
    for (const Prediction& each : lesson->predictions) done.made += progress.predicted.contains(id_of(*lesson, each));
    done.cards = standing(progress, ui.studying.day(), {scene, &ui.studying.own.own});
    return done;
}

std::string of(long part, long whole, const char* things, const char* what) {
    return std::to_string(part) + " of " + std::to_string(whole) + " " + things + " " + what;
}

// A neighbour: its name, what it has to do with the middle, and a tick when all of its challenges are met.
void neighbour(Ui& ui, const ConceptNode& node, const std::string& why, std::vector<Rect>& places) {
    const bool built = find_scene(node.scene) != nullptr, all = built && done_of(ui, node.scene).all();
    std::string words = why;
    if (!built) words += words.empty() ? "No scene of it yet" : " (no scene of it yet)";
    if (all) words += words.empty() ? "All challenges met" : ". All challenges met";
    ImGui::PushID(&node);
    if (card(ui, node.name, words.empty() ? "Look at it" : words, false))
        ui.learning.concepts.at = built ? node.scene : node.name;
    ImGui::PopID();
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    if (all)
        draw_icon(*ImGui::GetWindowDrawList(), Icon::check, hi.x - ui.at(14), lo.y + ui.at(16), ui.scale,
                  packed(ui.palette.good));
    record(ui, "Near " + node.name);
    places.push_back({lo.x, lo.y, hi.x - lo.x, hi.y - lo.y});
}

std::vector<Rect> neighbours(Ui& ui, const char* title, int here, bool before) {
    const ConceptMap& map = concepts();
    std::vector<Rect> places;
    heading(ui, title);
    for (const ConceptEdge& edge : map.edges)
        if ((before ? edge.to : edge.from) == static_cast<std::size_t>(here))
            neighbour(ui, map.nodes[before ? edge.from : edge.to], edge.why, places);
    if (places.empty())
        paragraph(ui, before ? "Nothing here: begin with it." : "Nothing here leads on from it yet.", ui.palette.soft);
    return places;
}

void what_is_done(Ui& ui, const std::string& scene) {
    const Done done = done_of(ui, scene);
    if (done.challenges == 0) return;
    const std::string challenges = of(done.met, done.challenges, "challenges", "met");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (done.all()) {
        draw_icon(*ImGui::GetWindowDrawList(), Icon::check, at.x + ui.at(8), at.y + ui.at(8), ui.scale,
                  packed(ui.palette.good));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.at(22));
    }
    paragraph(ui, challenges, ui.palette.text);
    record(ui, challenges);
    if (done.predictions > 0) paragraph(ui, of(done.made, done.predictions, "predictions", "made"), ui.palette.text);
    paragraph(ui,
              std::to_string(done.cards.all) + " cards, " + std::to_string(done.cards.due) + " due, " +
                  std::to_string(done.cards.fresh) + " new",
              ui.palette.text);
}

Rect middle(Ui& ui, const ConceptNode& node) {
    const Scene* scene = find_scene(node.scene);
    const ImVec2 lo = ImGui::GetCursorScreenPos();
    compat::push_font(ui.faces.title);
    paragraph(ui, node.name, ui.palette.text);
    ImGui::PopFont();
    record(ui, "Concept in the middle: " + node.name);
    const float below = ImGui::GetItemRectMax().y;
    if (!scene) {
        paragraph(ui,
                  "There is no scene of it yet. Lessons name it, because what they show leads there or stands on it.",
                  ui.palette.soft);
        return {lo.x, lo.y, 0, below - lo.y};
    }
    paragraph(ui, scene->words.summary, ui.palette.soft);
    what_is_done(ui, node.scene);
    if (node.scene == ui.explorer.scene().words.id) {
        small_words(ui, "It is the open one.", ui.palette.soft);
    } else if (text_button(ui, "Open this scene", "As you left it", true)) {
        ui.link_now = Link{node.scene, {}};
        ui.learning.concepts.shown = false;
    }
    return {lo.x, lo.y, 0, below - lo.y};
}

void all_scenes_list(Ui& ui, const std::string& at) {
    ImGui::Dummy({0, ui.at(8)});
    heading(ui, "All scenes");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    for (const Scene& scene : ui.explorer.scenes()) {
        const Done done = done_of(ui, scene.words.id);
        ImGui::PushID(scene.words.id.c_str());
        if (list_row(ui, scene.words.title, done.challenges ? of(done.met, done.challenges, "challenges", "met") : "",
                     scene.words.id == at))
            ui.learning.concepts.at = scene.words.id;
        ImGui::PopID();
        const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
        const float x = hi.x - ui.at(16), y = (lo.y + hi.y) / 2;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (done.all()) draw_icon(list, Icon::check, x, y, ui.scale, packed(ui.palette.good));
        else if (done.met > 0) list.AddCircleFilled({x, y}, ui.at(3), packed(ui.palette.soft));
        record(ui, "Map row " + scene.words.title);
    }
    ImGui::PopStyleVar();
}

// From the edge of each neighbour that is in sight to the name in the middle.
void lines(Ui& ui, const std::vector<Rect>& places, float from_x, float to_x, float to_y, float top, float bottom) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float bend = (to_x - from_x) / 2;
    for (const Rect& place : places) {
        const auto y = static_cast<float>(place.y + place.height / 2);
        if (y < top || y > bottom) continue;
        list.AddBezierCubic({from_x, y}, {from_x + bend, y}, {to_x - bend, to_y}, {to_x, to_y}, packed(ui.palette.fill),
                            std::max(1.0f, ui.at(1.25)));
    }
}

void column(Ui& ui, const char* name, float width, float height) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(4), 0});
    compat::begin_part(name, {width, height});
    ImGui::PopStyleVar();
}

void three_columns(Ui& ui, int here, float room, float height) {
    const ConceptNode& node = concepts().nodes[static_cast<std::size_t>(here)];
    const float gap = ui.at(48), width = (room - 2 * gap) / 3;
    const ImVec2 lo = ImGui::GetCursorScreenPos();
    column(ui, "before", width, height);
    const auto before = neighbours(ui, "Stands on", here, true);
    ImGui::EndChild();
    ImGui::SameLine(0, gap);
    column(ui, "here", width, height);
    const Rect name = middle(ui, node);
    all_scenes_list(ui, node.scene);
    ImGui::EndChild();
    ImGui::SameLine(0, gap);
    column(ui, "after", width, height);
    const auto after = neighbours(ui, "Leads to", here, false);
    ImGui::EndChild();
    const auto y = static_cast<float>(name.y + name.height / 2);
    if (y < lo.y || y > lo.y + height) return;
    lines(ui, before, lo.x + width, lo.x + width + gap, y, lo.y, lo.y + height);
    lines(ui, after, lo.x + 2 * (width + gap), lo.x + 2 * width + gap, y, lo.y, lo.y + height);
}

void one_column(Ui& ui, int here, float room, float height) {
    const ConceptNode& node = concepts().nodes[static_cast<std::size_t>(here)];
    column(ui, "concept", room, height);
    middle(ui, node);
    neighbours(ui, "Stands on", here, true);
    neighbours(ui, "Leads to", here, false);
    all_scenes_list(ui, node.scene);
    ImGui::EndChild();
}

}  // namespace

void browse_concepts(Ui& ui) {
    ui.learning.concepts.shown = true;
    ui.learning.concepts.at = ui.explorer.scene().words.id;
}

void concept_sheet(Ui& ui) {
    ConceptBrowser& browser = ui.learning.concepts;
    if (!begin_sheet(ui, "Concepts", browser.shown, 960)) return;
    sheet_title(ui, "Map of concepts", browser.shown);
    const int here = concepts().find(browser.at);
    const float room = ImGui::GetContentRegionAvail().x;
    const float height = std::max(ui.at(96), std::min(ImGui::GetIO().DisplaySize.y - ui.at(136), ui.at(520)));
    if (here < 0) paragraph(ui, "The open scene is not on the map: it has no lesson yet.", ui.palette.soft);
    else if (room > ui.at(560)) three_columns(ui, here, room, height);
    else one_column(ui, here, room, height);
    end_sheet();
}

}  // namespace eigenscape
