// What leaves the program as a file, and what comes in as one. Nothing is ever replaced: every picture and state gets a
// name of its own.
#include "app/panels/interface_inside.h"

#include "app/model/document.h"
#include "app/model/explorer.h"
#include "app/model/folders.h"
#include "app/model/local_time.h"
#include "app/model/picture_text.h"
#include "app/notebook/capture.h"
#include "app/panels/panels.h"
#include "viz/gl/render_image.h"
#include "viz/image/file.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace eigenscape {

Bytes Interface::Inside::picture_png(double more_pixels) {
    const Theme* theme = find_theme(explorer.theme());
    gl::Canvas canvas;
    canvas.points = explorer.canvas();
    canvas.scale = ui.scale * more_pixels;
    const auto frame = std::make_shared<const Frame>(explorer.frame());
    return to_png(
        gl::render_image(picture.renderer(), frame, explorer.views(), theme ? *theme : default_theme(), canvas),
        explorer.document());
}

void Interface::Inside::copy_picture() {
    std::string trouble = "this window has no clipboard for pictures.";
    try {
        if (host.copy_picture) trouble = host.copy_picture(picture_png(1));
    } catch (const std::exception& error) {
        trouble = error.what();
    }
    if (trouble.empty()) ui.toasts.say(Icon::check, "The picture is on the clipboard.");
    else ui.toasts.say(Icon::warning, "The picture was not copied: " + trouble);
}

void Interface::Inside::take_picture(double more_pixels) {
    try {
        const std::string path = screenshot_path(host.pictures_folder, explorer.scene().words.id);
        const Saved saved = write_file_atomic(path, picture_png(more_pixels), Existing::keep);
        if (saved) ui.welcome.done[Welcome::picture] = true;
        if (saved)
            ui.toasts.say(Icon::camera,
                          "Saved " + path + ". Drop it on the window to come back to exactly this picture.");
        else ui.toasts.say(Icon::warning, "The picture was not saved: " + saved.message);
    } catch (const std::exception& error) {
        ui.toasts.say(Icon::warning, std::string("The picture was not saved: ") + error.what());
    }
}

// What is being typed in that note is kept first, and the note is read anew with what was added.
void Interface::Inside::take_note() {
    Notebook& book = *ui.notes.book;
    const auto not_added = [&](const std::string& why) {
        ui.toasts.say(Icon::warning, "Nothing was added to your notes: " + why);
    };
    try {
        if (const std::string trouble = book.keep(); !trouble.empty()) return not_added(trouble);
        const Added added = add_to_notebook(book.folder().string(), date_now(), time_now(), explorer.scene(),
                                            explorer.state(), explorer.frame(), picture_png(2));
        if (!added.problem.empty()) return not_added(added.problem);
        ui.toasts.say(Icon::save, "Added to " + added.note + ". " + keys_of(Command::notes) +
                                      " opens it: say in your own words what you saw.");
        book.look_again();
        book.look_outside(true);
        if (!book.is_open()) ui.notes.problem = book.open(date_now() + ".md"), ui.notes.note_opened();
        if (OpenNote* note = book.note(); note && note->path == added.note) note->edit.place(note->edit.text().size());
        ui.notes.area.show_caret = true;
    } catch (const std::exception& error) {
        not_added(error.what());
    }
}

void Interface::Inside::keep_note_now() {
    const std::string trouble = ui.notes.book->keep();
    ui.toasts.say(trouble.empty() ? Icon::save : Icon::warning,
                  trouble.empty() ? "Saved " + ui.notes.book->note()->path.string() + "." : trouble);
}

void Interface::Inside::save_state() {
    namespace fs = std::filesystem;
    const fs::path first =
        fs::path(screenshot_path(host.pictures_folder, explorer.scene().words.id)).replace_extension();
    for (int n = 0; n < 1000; ++n) {
        const std::string path = first.string() + (n == 0 ? "" : "-" + std::to_string(n)) + ".json";
        const Saved saved = write_file_atomic(path, std::string_view(to_text(explorer.document())), Existing::keep);
        if (saved.state == Saved::exists) continue;
        return saved ? ui.toasts.say(Icon::save, "Saved " + path + ".")
                     : ui.toasts.say(Icon::warning, "The state was not saved: " + saved.message);
    }
}

// A picture without a scene in it: for the open scene's own picture, where it has one.
void Interface::Inside::take_foreign_picture(const std::string& path) {
    const auto& params = explorer.scene().params;
    const auto found = std::ranges::find(params, Kind::picture, &Param::kind);
    if (found == params.end()) {
        std::string others;
        for (const Scene& other : explorer.scenes())
            if (std::ranges::find(other.params, Kind::picture, &Param::kind) != other.params.end())
                others += (others.empty() ? "" : ", ") + other.words.title;
        return ui.toasts.say(Icon::warning, path + ": This picture holds no Eigenscape scene, and " +
                                                explorer.scene().words.title + " shows no picture of your own." +
                                                (others.empty() ? "" : " These do: " + others + "."));
    }
    const auto brought = bring_in_picture(path);
    if (const auto* why = std::get_if<std::string>(&brought)) return ui.toasts.say(Icon::warning, *why);
    take_picture_of_own(ui, static_cast<int>(found - params.begin()), std::get<BroughtIn>(brought));
}

void Interface::Inside::open_path(const std::string& typed) {
    const std::string path = with_home(typed);
    if (is_table_file(path)) return open_table(ui, {path, nullptr});
    const DocumentOutcome outcome = open_file(path, explorer.scenes());
    if (const auto* unreadable = std::get_if<Unreadable>(&outcome))
        return unreadable->is_picture ? take_foreign_picture(path) : ui.toasts.say(Icon::warning, unreadable->message);
    const Document& document = std::get<Document>(outcome);
    close_strips(ui);
    explorer.open(document);
    for (const std::string& remark : document.remarks) ui.toasts.say(Icon::info, remark);
}

}  // namespace eigenscape
