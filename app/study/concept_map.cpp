// Names without a scene are one node however they are capitalised, and become the scene's once there is one of that
// title. Depths by relaxing the arrows; more rounds than nodes mean a cycle.
#include "app/study/concept_map.h"

#include "app/model/ascii.h"
#include "app/model/scene.h"

#include <algorithm>

namespace eigenscape {
namespace {

std::size_t node(ConceptMap& map, const Concept& each) {
    const int known = map.find(each.scene.empty() ? each.name : each.scene);
    if (known >= 0) return static_cast<std::size_t>(known);
    map.nodes.push_back({each.name, each.scene, 0});
    return map.nodes.size() - 1;
}

void join(ConceptMap& map, std::size_t from, std::size_t to, const std::string& why) {
    for (ConceptEdge& edge : map.edges)
        if (edge.from == from && edge.to == to) {
            if (edge.why.empty()) edge.why = why;
            return;
        }
    map.edges.push_back({from, to, why});
}

void find_depths(ConceptMap& map) {
    bool moved = true;
    for (std::size_t round = 0; moved; ++round) {
        moved = false;
        for (const ConceptEdge& edge : map.edges)
            if (int& depth = map.nodes[edge.to].depth; depth < map.nodes[edge.from].depth + 1)
                depth = map.nodes[edge.from].depth + 1, moved = true;
        if (moved && round > map.nodes.size()) {
            map.has_cycle = true;
            return;
        }
    }
}

}  // namespace

int ConceptMap::find(std::string_view name_or_scene) const {
    const std::string wanted = lower_case(name_or_scene);
    const auto found = std::ranges::find_if(
        nodes, [&](const ConceptNode& each) { return each.scene == name_or_scene || lower_case(each.name) == wanted; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

ConceptMap concept_map(const std::vector<const Lesson*>& lessons) {
    ConceptMap map;
    for (const Lesson* lesson : lessons) map.nodes.push_back({lesson->title, lesson->scene, 0});
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        for (const Concept& each : lessons[i]->prerequisites) join(map, node(map, each), i, each.why);
        for (const Concept& each : lessons[i]->leads_to) join(map, i, node(map, each), each.why);
    }
    find_depths(map);
    return map;
}

ConceptMap concept_map() {
    std::vector<const Lesson*> lessons;
    for (const Scene& scene : all_scenes())
        if (const Lesson* lesson = lesson_of(scene.words.id)) lessons.push_back(lesson);
    return concept_map(lessons);
}

}  // namespace eigenscape
