// What the capture sheet and the frozen state ask for, done between two pictures: the page drawn small for its preview,
// written to a file that is new, or handed to the clipboard.
#include "app/panels/interface_inside.h"

#include "app/film/picture_file.h"
#include "app/model/explorer.h"
#include "viz/gl/render_image.h"
#include "viz/image/file.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace eigenscape {
namespace {

constexpr double preview_points = 420;  // of its longer side

// Everything that the preview depends on.
std::string preview_key(Ui& ui, double scale) {
    const CaptureSheet& sheet = ui.capture;
    std::string key = std::to_string(ui.explorer.picture()) + " " + ui.explorer.theme() + " " + std::to_string(scale) +
                      " " + sheet.typed_values + " " + sheet.frozen.scene + std::to_string(sheet.own_words.version()) +
                      " " + std::to_string(ui.explorer.canvas().x()) + " " + std::to_string(ui.explorer.canvas().y());
    for (const int choice : {sheet.what, int{sheet.svg}, int{sheet.caption}, int{sheet.transparent}, int{sheet.page},
                             sheet.theme, sheet.param})
        key += " " + std::to_string(choice);
    for (const auto& [name, view] : ui.explorer.views()) key += name;
    return key;
}

}  // namespace

void Interface::Inside::freeze() {
    Frozen& frozen = ui.capture.frozen;
    if (frozen.scene == explorer.scene().words.id) {
        frozen = {};
        return ui.toasts.say(Icon::info, "The frozen state was let go.");
    }
    frozen = {explorer.scene().words.id, explorer.target(), 0, {}};
}

Bytes Interface::Inside::page_bytes(const PageWanted& wanted) {
    const PictureLook look{wanted.theme, wanted.pixels, wanted.transparent};
    if (const std::string why =
            wanted.svg ? too_large_svg(wanted.page.size) : too_large_png(wanted.page.size, wanted.pixels);
        !why.empty())
        throw std::runtime_error(why);
    return wanted.svg ? svg_file(wanted.page, wanted.document, look)
                      : png_file(picture.renderer(), wanted.page, wanted.document, look);
}

void Interface::Inside::save_page(const PageWanted& wanted) {
    namespace fs = std::filesystem;
    const Bytes bytes = page_bytes(wanted);
    const fs::path first =
        fs::path(screenshot_path(host.pictures_folder, explorer.scene().words.id)).replace_extension();
    for (int n = 1; n < 10'000; ++n) {
        const std::string path =
            first.string() + (n == 1 ? "" : "-" + std::to_string(n)) + (wanted.svg ? ".svg" : ".png");
        const Saved saved = write_file_atomic(path, bytes, Existing::keep);
        if (saved.state == Saved::exists) continue;
        if (!saved) throw std::runtime_error(saved.message);
        ui.capture.saved = path;
        ui.welcome.done[Welcome::picture] = true;
        return ui.toasts.say(Icon::camera, "Saved " + path + ".");
    }
}

void Interface::Inside::copy_page(const PageWanted& wanted) {
    PageWanted as_png = wanted;
    as_png.svg = false;
    const std::string trouble =
        host.copy_picture ? host.copy_picture(page_bytes(as_png)) : "this window has no clipboard for pictures.";
    if (!trouble.empty()) throw std::runtime_error(trouble);
    ui.toasts.say(Icon::check, "The picture is on the clipboard.");
}

void Interface::Inside::preview_page(const PageWanted& wanted) {
    CaptureSheet& sheet = ui.capture;
    gl::Canvas canvas;
    canvas.points = wanted.page.size;
    canvas.scale = preview_points * ui.scale / std::max(wanted.page.size.x(), wanted.page.size.y());
    canvas.transparent = wanted.transparent;
    const auto frame = std::make_shared<const Frame>(wanted.page.frame);
    const Image image = gl::render_image(picture.renderer(), frame, wanted.page.views, *wanted.theme, canvas);
    sheet.texture = texture_of(image, sheet.texture);
    sheet.width = image.width;
    sheet.height = image.height;
}

void Interface::Inside::look_at_page() {
    CaptureSheet& sheet = ui.capture;
    const bool save = std::exchange(sheet.save, false), copy = std::exchange(sheet.copy, false);
    if (!sheet.shown && !save && !copy) return;
    const std::string key = preview_key(ui, ui.scale);
    if (key == sheet.previewed && !save && !copy) return;
    pictures_due = pictures_to_rest;
    if (key != sheet.previewed) sheet.saved.clear();
    sheet.previewed = key;
    try {
        const auto wanted = page_wanted(ui);
        const auto* bad = std::get_if<BadValue>(&wanted);
        sheet.problem = bad ? bad->message : "";
        if (bad) return;
        preview_page(std::get<PageWanted>(wanted));
        if (save) save_page(std::get<PageWanted>(wanted));
        if (copy) copy_page(std::get<PageWanted>(wanted));
    } catch (const std::exception& error) {
        sheet.problem = std::string(save   ? "The picture was not saved: "
                                    : copy ? "The picture was not copied: "
                                           : "") +
                        error.what();
    }
}

}  // namespace eigenscape
