// What pictures and films on the command line have in common: where they go, which theme, how they are laid out.
// Private to cli_render.cpp and cli_film.cpp. Everything throws Refusal with the words why not.
#pragma once

#include "app/cli.h"
#include "app/film/shown.h"
#include "app/model/document.h"
#include "app/model/film.h"
#include "viz/theme.h"

namespace eigenscape {

const Theme& theme_of(const Request& request, const Document& document);

// The layout that was asked for, with the ghost; its size is the document's canvas.
Setting setting_of(const Request& request, const Scene& scene, const Document& document);

// The document's state with other settings on top: what --ghost and --compare name.
State changed_state(const Scene& scene, const State& state, const std::vector<std::string>& settings);

Sweep sweep_of(const Request& request, const Scene& scene);  // --sweep must have been given

void render_film(const Request& request);  // -o names a film

}  // namespace eigenscape
