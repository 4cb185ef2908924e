// The sheet puts an order together and shows what will be written; the pages themselves are app/film/shown.h, the same
// as on the command line. A file that is there is never replaced.
#include "app/panels/capture_inside.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/film.h"
#include "app/model/numbers.h"
#include "app/model/state.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double page_width = 1280, page_height = 720;
constexpr const char* nothing_frozen =
    "Nothing is frozen yet. Close this, press F where you are, change something, and come back.";

bool can_vary(const Param& param) {
    return param.kind == Kind::real || param.kind == Kind::integer || param.kind == Kind::boolean ||
           param.kind == Kind::choice;
}

// Three values over the range that suit a first look.
std::string first_values(const Param& param) {
    if (param.kind == Kind::boolean) return "true, false";
    if (param.kind == Kind::choice) {
        std::string all;
        for (std::size_t i = 0; i < std::min<std::size_t>(4, param.range.choices.size()); ++i)
            all += (i ? ", " : "") + param.range.choices[i];
        return all;
    }
    const double a = param.range.min, b = param.range.max;
    const bool whole = param.kind == Kind::integer, log = param.range.scale == Scale::log && a > 0;
    std::string all;
    for (const double t : {0.25, 0.5, 0.75}) {
        double value = log ? a * std::pow(b / a, t) : a + (b - a) * t;
        const double places = 1 - std::floor(std::log10(std::max(std::abs(value), 1e-12)));  // two digits
        const double many = std::pow(10.0, std::max(0.0, places)), few = std::pow(10.0, std::max(0.0, -places));
        value = whole ? std::round(value) : std::round(value * many / few) / many * few;
        all += (all.empty() ? "" : ", ") + number_text(value);
    }
    return all;
}

// Another scene: the first parameter that can be varied, and no values yet.
void follow_scene(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    const Scene& scene = ui.explorer.scene();
    if (sheet.scene == scene.words.id) return;
    sheet.scene = scene.words.id;
    const auto first =
        std::ranges::find_if(scene.params, [](const Param& param) { return can_vary(param) && !param.plays(); });
    sheet.param = first == scene.params.end() ? -1 : static_cast<int>(first - scene.params.begin());
    sheet.typed_values = sheet.param < 0 ? "" : first_values(*first);
}

std::variant<Page, BadValue> sheet_wanted(Ui& ui, const Scene& scene, const Setting& setting, const State& state) {
    const CaptureSheet& sheet = ui.capture;
    std::vector<Cell> cells;
    if (sheet.what == CaptureSheet::compare) {
        if (!frozen_here(ui)) return BadValue{nothing_frozen};
        cells = compared(scene, *frozen_here(ui), state);
    } else {
        if (sheet.param < 0) return BadValue{"This scene has no parameter to go through."};
        const auto sweep =
            parse_sweep(scene, scene.params[static_cast<std::size_t>(sheet.param)].name + "=" + sheet.typed_values);
        if (const auto* bad = std::get_if<BadValue>(&sweep)) return *bad;
        const auto& values = std::get<Sweep>(sweep).values;
        if (std::get<Sweep>(sweep).range)
            return BadValue{"Write single values, with commas between. A range makes a film."};
        if (values.size() > 36) return BadValue{"A sheet holds at most 36 pictures here."};
        cells = swept(scene, state, sheet.param, values);
    }
    Setting all = setting;
    const int count = static_cast<int>(cells.size());
    all.size = sheet_size(count, columns_for(count));
    return sheet_of(all, cells);
}

void pair(Ui& ui, const char* one, const char* explanation, bool& value, bool means) {
    if (text_button(ui, one, explanation, value == means)) value = means;
}

void what(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    const auto chosen =
        segments(ui, {"Picture", "Study card", "Values", "Compare"}, sheet.what,
                 "One picture; with words to learn from; one for each value of a parameter; beside the frozen state");
    if (chosen) sheet.what = *chosen;
    ImGui::Dummy({0, ui.at(2)});
}

void values(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    const auto& params = ui.explorer.scene().params;
    if (sheet.param < 0) return paragraph(ui, "This scene has no parameter to go through.", ui.palette.soft);
    std::vector<std::string> names;
    std::vector<int> places;
    int now = 0;
    for (std::size_t i = 0; i < params.size(); ++i) {
        if (!can_vary(params[i])) continue;
        if (static_cast<int>(i) == sheet.param) now = static_cast<int>(names.size());
        names.push_back(params[i].title);
        places.push_back(static_cast<int>(i));
    }
    heading(ui, "One picture for each value of");
    ImGui::SetNextItemWidth(-1);
    if (const auto chosen = select(ui, "Goes through", names, now, "")) {
        sheet.param = places[static_cast<std::size_t>(*chosen)];
        sheet.typed_values = first_values(params[static_cast<std::size_t>(sheet.param)]);
    }
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##values", "0.01, 0.1, 1", &sheet.typed_values);
    record(ui, "Values of it");
}

void own_words(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    heading(ui, "In your own words; left empty, there are rules to write on");
    text_area(ui, sheet.area, sheet.own_words, "Own words", ImGui::GetContentRegionAvail().x, ui.at(96), false);
}

void kind_of_file(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    heading(ui, "Kind of file");
    pair(ui, "PNG", "Opens again in Eigenscape, exactly as it is", sheet.svg, false);
    ImGui::SameLine(0, ui.at(4));
    pair(ui, "SVG", "For print and for drawing programs", sheet.svg, true);
    for (int n = 1; n <= 4 && !sheet.svg; ++n) {
        ImGui::SameLine(0, ui.at(n == 1 ? 20 : 4));
        if (text_button(ui, std::to_string(n) + "\u00d7", "Pixels for each point", sheet.pixels == n)) sheet.pixels = n;
    }
}

void theme_of_it(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    heading(ui, "Theme");
    const auto known = themes();
    for (int i = -1; i < static_cast<int>(known.size()); ++i) {
        if (i >= 0) ImGui::SameLine(0, ui.at(4));
        const std::string name = i < 0 ? "as seen" : std::string(known[static_cast<std::size_t>(i)].name);
        if (text_button(ui, name, "", sheet.theme == i)) sheet.theme = i;
    }
}

void size_of_it(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    if (sheet.what == CaptureSheet::values || sheet.what == CaptureSheet::compare) return;
    heading(ui, "Shape");
    pair(ui, "As on the canvas", "", sheet.page, false);
    ImGui::SameLine(0, ui.at(4));
    pair(ui, "16 : 9", "1280 by 720 points", sheet.page, true);
}

void switches(Ui& ui) {
    CaptureSheet& sheet = ui.capture;
    if (sheet.what != CaptureSheet::card && check_box(ui, "Caption with title and values", sheet.caption))
        sheet.caption = !sheet.caption;
    if (check_box(ui, "Without the paper (transparent)", sheet.transparent)) sheet.transparent = !sheet.transparent;
}

void deeds(Ui& ui, const std::string& folder) {
    CaptureSheet& sheet = ui.capture;
    if (text_button(ui, "Save picture", "Into " + folder + ", under a new name", true)) sheet.save = true;
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Copy it", "To the clipboard, as PNG")) sheet.copy = true;
    ui.more_pictures |= sheet.save || sheet.copy;
    if (!sheet.problem.empty()) paragraph(ui, sheet.problem, ui.palette.bad);
    if (!sheet.saved.empty()) small_words(ui, "Saved as " + sheet.saved + ".", ui.palette.text);
    small_words(
        ui,
        "The file carries the scene and its values, so that it opens again; no name and no folder of yours is in it.",
        ui.palette.soft);
}

void preview(Ui& ui, float width, float height) {
    const CaptureSheet& sheet = ui.capture;
    if (!sheet.texture || width < ui.at(120) || sheet.width <= 0) return;
    const float scale =
        std::min({width / static_cast<float>(sheet.width), height / static_cast<float>(sheet.height), 1.0f});
    const ImVec2 lo = ImGui::GetCursorScreenPos(), size{std::round(static_cast<float>(sheet.width) * scale),
                                                        std::round(static_cast<float>(sheet.height) * scale)};
    const ImVec2 hi{lo.x + size.x, lo.y + size.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(lo, hi, packed(ui.palette.track));
    list.AddImage(compat::texture(sheet.texture), lo, hi);
    compat::add_rect(list, lo, hi, packed(ui.palette.line), 0, 1);
    ImGui::Dummy(size);
    record(ui, "Preview");
}

// The sheet grows with its longest page; below that it scrolls.
void choices(Ui& ui, const std::string& folder) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(4)});
    what(ui);
    if (ui.capture.what == CaptureSheet::values) values(ui);
    if (ui.capture.what == CaptureSheet::card) own_words(ui);
    if (ui.capture.what == CaptureSheet::compare && !frozen_here(ui)) paragraph(ui, nothing_frozen, ui.palette.soft);
    kind_of_file(ui);
    theme_of_it(ui);
    size_of_it(ui);
    switches(ui);
    ImGui::Dummy({0, ui.at(2)});
    deeds(ui, folder);
    ImGui::PopStyleVar();
}

}  // namespace

std::variant<PageWanted, BadValue> page_wanted(Ui& ui) {
    const CaptureSheet& sheet = ui.capture;
    Explorer& explorer = ui.explorer;
    PageWanted wanted{Page({1, 1}),
                      explorer.document(),
                      find_theme(explorer.theme()),
                      static_cast<double>(sheet.pixels),
                      sheet.transparent,
                      sheet.svg};
    if (sheet.theme >= 0) wanted.theme = &themes()[static_cast<std::size_t>(sheet.theme)];
    if (!wanted.theme) wanted.theme = &default_theme();
    wanted.document.theme = std::string(wanted.theme->name);
    Setting setting;
    setting.scene = &explorer.scene();
    setting.views = explorer.views();
    setting.size = sheet.page ? Vec2(page_width, page_height) : explorer.canvas();
    setting.layout = sheet.what == CaptureSheet::card ? PageLayout::card
                     : sheet.caption                  ? PageLayout::caption
                                                      : PageLayout::picture;
    setting.moving = playing_param(explorer.scene());
    const State state = wanted.document.state;
    if (sheet.what == CaptureSheet::values || sheet.what == CaptureSheet::compare) {
        auto page = sheet_wanted(ui, explorer.scene(), setting, state);
        if (auto* bad = std::get_if<BadValue>(&page)) return std::move(*bad);
        wanted.page = std::get<Page>(std::move(page));
        return wanted;
    }
    setting.own_words = sheet.own_words.text();
    constexpr double readable = 960;  // points: on a narrower card titles do not fit beside the picture
    if (sheet.what == CaptureSheet::card) setting.size *= std::max(1.0, readable / setting.size.x());
    if (const State* before = frozen_here(ui)) setting.before = *before;
    wanted.document.canvas_points = setting.size;
    wanted.page = page_of(setting, state);
    return wanted;
}

void capture_sheet(Ui& ui, const std::string& folder) {
    CaptureSheet& sheet = ui.capture;
    if (!begin_sheet(ui, "Capture", sheet.shown, 880)) return;
    follow_scene(ui);
    sheet_title(ui, "A picture as you want it", sheet.shown);
    const float room = ImGui::GetContentRegionAvail().x, left = std::min(room, ui.at(376));
    const float height = std::min(ImGui::GetIO().DisplaySize.y - ui.at(128), ui.at(520));
    compat::begin_child("capture choices", {left, height});
    choices(ui, folder);
    ImGui::EndChild();
    ImGui::SameLine(0, ui.at(24));
    ImGui::BeginGroup();
    preview(ui, room - left - ui.at(24), height);
    ImGui::EndGroup();
    end_sheet();
}

}  // namespace eigenscape
