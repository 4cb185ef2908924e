// One turn of the interface: events in, time on, panels filled, commands done, canvas and panels painted.
// Commands are in interface_commands.cpp, keys and events in interface_events.cpp, painting in interface_paint.cpp.
#include "app/panels/interface_inside.h"

#include "app/panels/canvas_words.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/folders.h"

#include <epoxy/gl.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>
#include <utility>

namespace eigenscape {

Interface::Inside::Inside(Explorer& explorer_, Preferences preferences_, Host host_)
    : explorer(explorer_),
      preferences(kept(std::move(preferences_))),
      host(std::move(host_)),
      context(ImGui::CreateContext(atlas())),
      ui(explorer, preferences) {
    ImGui::SetCurrentContext(context);
    ui.faces = host.faces.faces;
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;  // an idle window draws nothing
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    compat::name_keys();
    compat::use_clipboard(
        [](void* user, const char* text) {
            if (const auto& copy = static_cast<Inside*>(user)->host.copy) copy(text);
        },
        [](void* user) -> const char* {
            auto& inside = *static_cast<Inside*>(user);
            inside.pasted = inside.host.paste ? inside.host.paste() : std::string();
            return inside.pasted.c_str();
        },
        this);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most_side);
    explorer.set_theme(preferences.theme);
    explorer.set_reduced_motion(preferences.reduced_motion);
    if (host.pictures_folder.empty()) host.pictures_folder = screenshot_folder();
    ui.studying.progress_file = host.progress_file;
    ui.studying.cards_file = host.cards_file;
    ui.studying.today = host.today;
    ui.studying.remember();
    ui.formulas = FormulaHistory(host.formulas_file);
    for (const std::string& trouble : {ui.studying.remembered.trouble, ui.studying.own.trouble, ui.formulas.trouble()})
        if (!trouble.empty()) ui.toasts.say(Icon::warning, trouble);
    if (host.notes_folder.empty())
        host.notes_folder = preferences.notes_folder.empty() ? notebook_folder() : preferences.notes_folder;
    ui.notes.book = std::make_unique<Notebook>(
        host.notes_folder, host.data_folder.empty() ? data_folder() : std::filesystem::path(host.data_folder));
    ui.welcome.shown = !preferences.welcomed;
    if (!host.trouble.empty()) ui.toasts.say(Icon::warning, host.trouble);
}

ImFontAtlas* Interface::Inside::atlas() {
    if (!host.faces.atlas) host.faces.atlas = std::make_shared<ImFontAtlas>();
    return host.faces.atlas.get();
}

Interface::Inside::~Inside() {
    if (const std::string trouble = ui.notes.book->keep(); !trouble.empty())
        std::fprintf(stderr, "eigenscape: a note was not saved: %s\n", trouble.c_str());
    ui.notes.pictures.forget();
    if (ui.capture.texture) glDeleteTextures(1, &ui.capture.texture);
    ImGui::SetCurrentContext(context);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context);
}

Interface::Interface(Explorer& explorer, Preferences preferences, Host host)
    : inside_(std::make_unique<Inside>(explorer, std::move(preferences), std::move(host))) {}

Interface::~Interface() = default;

void Interface::resize(int width, int height, double content_scale) {
    inside_->width = width;
    inside_->height = height;
    inside_->content_scale = std::isfinite(content_scale) && content_scale > 0 ? content_scale : 1;
    inside_->pictures_due = pictures_to_rest;
}

bool Interface::can_be_drawn() const {
    const Inside& in = *inside_;
    return in.width > 0 && in.height > 0 && in.width <= in.most_side && in.height <= in.most_side;
}

void Interface::push(Event event) { inside_->events.push_back(std::move(event)); }
bool Interface::has_events() const { return !inside_->events.empty() || inside_->pictures_due > 0; }
std::size_t Interface::waiting_events() const { return inside_->events.size(); }
void Interface::tend(double now) {
    Ui& ui = inside_->ui;
    const auto stands = [&] {
        const OpenNote* note = ui.notes.book->note();
        return note ? std::tuple(note->edit.version(), note->kept_version, note->problem)
                    : std::tuple(std::size_t{0}, std::size_t{0}, std::string());
    };
    const auto before = stands();
    ui.notes.book->tick(now);
    const std::vector<std::string> words = ui.notes.book->take_words();
    for (const std::string& each : words) ui.toasts.say(Icon::info, each);
    if (stands() != before || !words.empty()) inside_->pictures_due = pictures_to_rest;
}
void Interface::say(const std::string& words) {
    inside_->ui.toasts.say(Icon::info, words);
    inside_->pictures_due = pictures_to_rest;
}
const Preferences& Interface::preferences() const { return inside_->preferences; }
const std::map<std::string, Rect>& Interface::places() const { return inside_->ui.places; }
std::string Interface::title() const { return inside_->explorer.scene().words.title + " \u2013 Eigenscape"; }

std::vector<std::string> Interface::messages() const {
    std::vector<std::string> words;
    for (const Toast& toast : inside_->ui.toasts.shown()) words.push_back(toast.words);
    return words;
}

Rect Interface::canvas_pixels() const { return inside_->canvas_pixels(); }

Cursor Interface::cursor() const {
    ImGui::SetCurrentContext(inside_->context);
    if (!ImGui::GetIO().WantCaptureMouse || inside_->explorer.dragging()) switch (inside_->explorer.cursor()) {
            case CanvasCursor::hand: return Cursor::hand;
            case CanvasCursor::grabbing: return Cursor::grabbing;
            case CanvasCursor::blocked: return Cursor::blocked;
            case CanvasCursor::arrow: return Cursor::arrow;
        }
    switch (ImGui::GetMouseCursor()) {
        case ImGuiMouseCursor_TextInput: return Cursor::text;
        case ImGuiMouseCursor_ResizeEW: return Cursor::sideways;
        case ImGuiMouseCursor_Hand: return Cursor::hand;
        default: return Cursor::arrow;
    }
}

void Interface::Inside::dress() {
    ui.scale = content_scale * preferences.scale;
    if (ui.faces.scale != ui.scale) {
        ui.faces = build_faces(*host.faces.atlas, ui.scale);
        compat::upload_faces(ImGui_ImplOpenGL3_DestroyFontsTexture, ImGui_ImplOpenGL3_CreateFontsTexture);
    }
    preferences.theme = explorer.theme();
    if (style_theme == preferences.theme && style_scale == ui.scale) return;
    style_theme = preferences.theme;
    style_scale = ui.scale;
    const Theme* theme = find_theme(style_theme);
    ui.palette = palette_of(theme ? *theme : default_theme());
    ui.words_theme = *ui.palette.theme;
    for (std::size_t i = 0; i < ui.words_theme.inks.size(); ++i)
        if (const Ink ink = static_cast<Ink>(i); is_role(ink)) ui.words_theme.inks[i] = legible(ui.palette, ink);
    apply_style(ui.palette, ui.scale);
    ImGui::GetIO().FontDefault = ui.faces.body;
    ImGui::GetIO().MouseDragThreshold = ui.at(3);
    ImGui::GetIO().MouseDoubleClickMaxDist = ui.at(6);
}

void Interface::Inside::fill() {
    layout = layout_now();
    ui.learning.strip.place = layout.strip;
    explorer.set_canvas({layout.canvas.width, layout.canvas.height});
    lay_picture();
    if (scene != explorer.scene().words.id) {
        if (!ui.typing.place.empty()) explorer.end_gesture();
        scene = explorer.scene().words.id;
        ui.typing = {};
        ui.studying.open(explorer);
        ui.preset_states.clear();
        for (const Preset& preset : explorer.scene().presets) {
            const Outcome outcome = preset_state(explorer.scene(), preset);
            ui.preset_states.push_back(std::holds_alternative<State>(outcome) ? std::get<State>(outcome) : State());
        }
    }
    ui.places.clear();
    look_at_challenge(ui);
    canvas_words(ui, layout.canvas, played_term);
    if (!ui.learning.hides_picture()) hands.follow(ui, layout.canvas);
    bar_panel(ui, layout.bar);
    library_panel(ui, layout.library);
    inspector_panel(ui, layout.inspector);
    timeline_panel(ui, layout.timeline);
    if (!ui.learning.strip_shown()) frozen_strip(ui, layout.canvas);
    if (!panels_hidden) learning_strips(ui, layout.canvas);
    if (!panels_hidden && !ui.learning.strip_shown()) welcome_strip(ui, layout.canvas);
    canvas_panel(ui, layout.canvas);
    finder_sheet(ui);
    help_sheet(ui);
    open_sheet(ui);
    picture_sheet(ui);
    film_sheet(ui, host.pictures_folder);
    capture_sheet(ui, host.pictures_folder);
    data_sheet(ui);
    learning_sheets(ui);
    watch_gestures(ui);
    if (ui.welcome.all_done()) preferences.welcomed = true;
    ui.step = 0;
    ui.strokes.clear();
    if (std::exchange(ui.waiting_tip.seen, 0) == 0) ui.waiting_tip.of = 0;
    if (std::exchange(ui.more_pictures, false)) pictures_due = pictures_to_rest;
}

double Interface::Inside::rest() const {
    if (pictures_due > 0 || !events.empty() || !explorer.idle() || picture.gliding() || ui.studying.story.playing() ||
        ui.lit_by_term.moves || played_term.moves || ui.lit_by_thing.moves)
        return 0;
    const WaitingTip& tip = ui.waiting_tip;
    const double tip_due = tip.of != 0 && !tip.shown ? tip.due : std::numeric_limits<double>::infinity();
    constexpr double between_progress = 0.1;
    const double film_due = film_in_the_making(ui) || reading_table(ui) ? ui.now + between_progress
                                                                        : std::numeric_limits<double>::infinity();
    return std::max(0.0, std::min({ui.toasts.next_end(), tip_due, film_due, ui.notes.book->due()}) - ui.now);
}

double Interface::draw(double now) {
    Inside& in = *inside_;
    if (!can_be_drawn()) {  // minimised or far too large: nothing to draw on, nothing to wait for
        in.pictures_due = 0;
        return std::numeric_limits<double>::infinity();
    }
    ImGui::SetCurrentContext(in.context);
    const double passed = in.drawn_at < 0 || in.rested ? 0 : std::clamp(now - in.drawn_at, 0.0, 0.25);
    in.drawn_at = in.ui.now = now;
    in.dress();
    in.pictures_due = in.events.empty() ? std::max(0, in.pictures_due - 1) : pictures_to_rest;
    in.take_events();
    in.explorer.tick(passed);
    in.ui.studying.story.tick(in.explorer, passed);
    in.ui.toasts.forget_old(now);
    tend(now);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(in.width), static_cast<float>(in.height)};
    io.DeltaTime = static_cast<float>(std::max(1e-4, passed > 0 ? passed : 1.0 / 60));
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    in.fill();
    ImGui::Render();
    in.paint();
    const double rest = in.rest();
    in.rested = rest > 0;
    return rest;
}

}  // namespace eigenscape
