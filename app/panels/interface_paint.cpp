// What is painted: the canvas's picture below everything else, then the panels; see interface.cpp.
// A panel may still ask for something while it is filled, so the picture is laid first and drawn last.
#include "app/panels/interface_inside.h"

#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <epoxy/gl.h>
#include <imgui_impl_opengl3.h>

#include <cmath>
#include <utility>

namespace eigenscape {

Rect Interface::Inside::canvas_pixels() const {
    const Rect& c = layout.canvas;
    const double s = ui.scale, x0 = std::round(c.x * s), y0 = std::round(c.y * s);
    return {x0, y0, std::round((c.x + c.width) * s) - x0, std::round((c.y + c.height) * s) - y0};
}

void Interface::Inside::lay_picture() {
    const Rect at = canvas_pixels();
    if (!(at.width >= 1 && at.height >= 1)) return;
    const unsigned texture = picture.texture(static_cast<int>(at.width), static_cast<int>(at.height));
    const auto x = static_cast<float>(at.x), y = static_cast<float>(at.y);
    ImGui::GetBackgroundDrawList()->AddImage(compat::texture(texture), {x, y},
                                             {x + static_cast<float>(at.width), y + static_cast<float>(at.height)},
                                             {0, 1}, {1, 0});
}

namespace {

// The explorer's theme, with the role lit whose term is under the pointer.
Theme lit_theme(const Ui& ui) {
    const Theme* known = find_theme(ui.explorer.theme());
    const Theme& theme = known ? *known : default_theme();
    const Lit& lit_role = ui.lit_by_term;
    return lit_role.role && lit_role.amount > 0 ? lit(theme, *lit_role.role, lit_role.amount) : theme;
}

}  // namespace

void Interface::Inside::paint() {
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    for (const Command command : std::exchange(ui.asked, {})) perform(command);
    if (const std::string path = std::exchange(ui.open_now, {}); !path.empty()) open_path(path);
    if (const auto link = std::exchange(ui.link_now, std::nullopt)) follow(*link);
    if (const auto chosen = std::exchange(ui.finding.chosen, std::nullopt)) go_to(*chosen);
    look_at_page();
    const Frozen& frozen = ui.capture.frozen;
    picture.show(explorer, lit_theme(ui), ui.scale,
                 frozen.scene == explorer.scene().words.id ? &frozen.state : nullptr);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
    glViewport(0, 0, width, height);
    glDisable(GL_FRAMEBUFFER_SRGB);
    ui.words.upload();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    ui.thumbnails.end_of_picture();
}

}  // namespace eigenscape
