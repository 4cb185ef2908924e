// What can be found and done by typing: scenes, the presets of all of them, the open one's parameters, every action.
// Plain data and no ImGui: finder_sheet.cpp shows the list, and the interface does what was chosen.
#pragma once

#include "app/model/scene.h"
#include "app/panels/commands.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct Answer {
    enum Kind { setting, scene, preset, parameter, action, symptom } kind = scene;
    std::string title;
    std::string words;                // what it is; of a setting that is refused: why
    std::string keys;                 // of an action
    std::string scene_id;             // of the scene that it belongs to; an action has none
    int index = -1;                   // of the preset, the parameter or the symptom
    Command command = Command::none;  // of an action
    std::string value;                // of a setting: what the parameter becomes
    bool refused = false, recent = false;

    std::string name() const;  // the same for the same thing, in every list: "preset eigenvectors 2"
};

// What answers to `typed`, best first and like beside like; nothing typed: everything, what was chosen lately first.
// A name and a value ("rate 0.1", "A=2,1,1,2") offer to set the open scene's parameter. `recent`: names, latest first.
std::vector<Answer> find_all(std::string_view typed, const std::vector<Scene>& scenes, const Scene& open,
                             std::span<const std::string> recent = {});

std::string_view heading_of(const Answer& found);  // "Recent", "Scenes" …

void remember_choice(std::vector<std::string>& recent, const Answer& found);

}  // namespace eigenscape
