// The faces of the interface: Inter in four sizes, digits of one width, mathematical signs from Latin Modern Math.
// Built for one scale; build again between two pictures when the scale changes.
#pragma once

#include <memory>

struct ImFont;
struct ImFontAtlas;

namespace eigenscape {

struct Faces {
    ImFont* body = nullptr;
    ImFont* strong = nullptr;  // names of things
    ImFont* small = nullptr;   // hints, keys, headings of groups
    ImFont* title = nullptr;   // the name of the scene
    double scale = 0;          // pixels per point they were built for
};

// Fills an atlas anew. Never fails: without the embedded faces ImGui's own stands in.
Faces build_faces(ImFontAtlas& atlas, double scale);

struct FaceAtlas {
    std::shared_ptr<ImFontAtlas> atlas;
    Faces faces;
};
// Draws all letters ahead. Needs no ImGui context, so a thread can do it before there is one.
FaceAtlas draw_faces(double scale);

}  // namespace eigenscape
