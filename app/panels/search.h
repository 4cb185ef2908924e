// Finding a scene by what one remembers of it: words of its title, keywords, summary or topic, in any order.
// Forgiving: beginnings of words are enough, case does not matter, and one slip of the finger is allowed in longer words.
#pragma once

#include "app/model/scene.h"

#include <string_view>
#include <vector>

namespace eigenscape {

// How well a scene answers: 0 not at all, more is better. Nothing typed: every scene equally.
int match(const Words& scene, std::string_view typed);

// The scenes that answer, best first; in menu order where equally good.
std::vector<const Scene*> find_scenes(std::string_view typed, const std::vector<Scene>& scenes = all_scenes());

}  // namespace eigenscape
