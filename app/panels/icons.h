// The signs on buttons, drawn as strokes on a 16 by 16 grid so that they are sharp at every scale.
// `draw_icon` centres one on a point; `color` is packed as ImGui's draw lists take it.
#pragma once

#include <cstdint>

struct ImDrawList;

namespace eigenscape {

enum class Icon : std::uint8_t {
    play,
    pause,
    step_back,
    step_forward,
    to_start,
    loop,
    undo,
    redo,
    reset,
    camera,
    theme,
    help,
    library,
    inspector,
    full_screen,
    folder,
    save,
    search,
    close,
    check,
    warning,
    info,
    fit,
    down,
    sliders,
    dot,
    brush,
    eraser,
    noise,
    outlier,
    table,
    pulse,
    cards,
    web,
    aim,
    page
};

void draw_icon(ImDrawList& list, Icon icon, double x, double y, double scale, std::uint32_t color);

}  // namespace eigenscape
