// Which concept stands on which: a graph over the scenes and the concepts that lessons name but no scene shows yet.
// Plain data for a map to browse; an arrow leads from a prerequisite to what is built on it.
#pragma once

#include "app/study/lesson.h"

#include <string>
#include <vector>

namespace eigenscape {

struct ConceptNode {
    std::string name;
    std::string scene;  // id; empty: not built yet
    int depth = 0;      // 0: stands on nothing here; else one more than the deepest of its prerequisites
};

struct ConceptEdge {
    std::size_t from = 0, to = 0;
    std::string why;
};

struct ConceptMap {
    std::vector<ConceptNode> nodes;                  // scenes in menu order, then the others as they are met
    std::vector<ConceptEdge> edges;                  // each pair once
    int find(std::string_view name_or_scene) const;  // -1 when there is none
    bool has_cycle = false;  // lessons that name each other as prerequisites; depths are then only a guide
};

ConceptMap concept_map();  // of all lessons
ConceptMap concept_map(const std::vector<const Lesson*>& lessons);

}  // namespace eigenscape
