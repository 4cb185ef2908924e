// What an interface is made of; shared by the files that implement it and by nobody else.
// `perform` does a command, whichever key or button asked for it.
#pragma once

#include "app/panels/canvas_hands.h"
#include "app/panels/canvas_picture.h"
#include "app/panels/formula_play.h"
#include "app/panels/interface.h"
#include "app/panels/layout.h"
#include "app/panels/ui.h"

#include <deque>
#include <limits>

struct ImGuiContext;

namespace eigenscape {

inline constexpr int pictures_to_rest = 4;  // ImGui gives a field the keyboard three pictures after it was asked to

struct Interface::Inside {
    Explorer& explorer;
    Preferences preferences;
    Host host;
    ImGuiContext* context = nullptr;
    Ui ui;
    CanvasPicture picture;
    CanvasHands hands;
    PlayedTerm played_term;
    std::deque<Event> events;
    int width = 0, height = 0, most_side = 0;  // most_side: of the driver's pictures
    double content_scale = 1;
    double drawn_at = -1;  // seconds; below 0: never
    bool rested = true;    // nothing moved when the last picture was drawn
    int pictures_due = pictures_to_rest;
    bool panels_hidden = false, prefer_library = false;
    int panel_entered = -1;  // by the keyboard
    std::string pasted, scene, style_theme;
    double style_scale = 0;
    Layout layout;

    Inside(Explorer& explorer_, Preferences preferences_, Host host_);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    ImFontAtlas* atlas();
    void take_events();  // as many as one picture can show
    void take_key(const KeyChanged& change);
    void perform(Command command);
    bool perform_on_picture(Command command);
    bool perform_on_window(Command command);
    bool perform_on_data(Command command);
    void save_data();
    bool perform_on_learning(Command command);
    bool open_tool(Command command);
    bool answer_question(Command command);
    bool show_sheet(bool& sheet, bool on);
    void leave();
    void show_welcome(bool shown);
    void enter_next_panel();
    void zoom_interface(double factor);
    Bytes picture_png(double more_pixels);
    void take_picture(double more_pixels);
    void copy_picture();
    void go_to(const Answer& found);  // what was chosen in the finder
    void follow(const Link& link);    // of a lesson
    void tell_advice();               // of the symptom that led here
    void go_to_param(const Answer& found);
    void say_when_too_narrow(const char* panel, bool shown, Rect Layout::*place);
    Layout layout_now() const;
    Rect canvas_pixels() const;
    void take_note();
    void keep_note_now();
    void look_at_page();  // the picture sheet: its preview, and what its buttons asked for
    Bytes page_bytes(const PageWanted& wanted);
    void save_page(const PageWanted& wanted);
    void copy_page(const PageWanted& wanted);
    void preview_page(const PageWanted& wanted);
    void freeze();
    void save_state();
    void open_path(const std::string& path);
    void take_foreign_picture(const std::string& path);
    void dress();  // faces and colours, when scale or theme changed
    void lay_picture();
    void fill();  // one ImGui picture
    void paint();
    double rest() const;
};

}  // namespace eigenscape
