// The order is put together here, judged by `objection` and carried out by a FilmJob; nothing is drawn on this thread.
// A film that has ended says so in a toast, also when its sheet was closed meanwhile.
#include "app/panels/film_sheet.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "app/study/story.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace eigenscape {
namespace {

struct Ending {
    const char *title, *ending, *words;
};
constexpr std::array<Ending, 4> endings = {
    {{"MP4", ".mp4", "Plays nearly everywhere; made by ffmpeg"},
     {"WebM", ".webm", "For web pages; made by ffmpeg"},
     {"GIF", ".gif", "For chats and notes; needs nothing else"},
     {"PNG frames", "-%04d.png", "One picture each, and every one opens again"}}};
constexpr std::array<std::pair<const char*, double>, 3> sizes = {{{"720p", 720}, {"1080p", 1080}, {"4K", 2160}}};
constexpr std::array<double, 3> speeds = {25, 30, 60};
constexpr int story_moves = -2;        // the lesson's story, not one parameter
constexpr double canvas_height = 720;  // in points, so that words are as large in a film as on the screen

bool can_sweep(const Param& param) {
    return !param.plays() && (param.kind == Kind::real || param.kind == Kind::integer);
}

// The film's name beside the pictures: the first that is free.
std::string free_path(const std::string& folder, const std::string& scene, const char* ending) {
    namespace fs = std::filesystem;
    std::error_code none;
    fs::create_directories(folder, none);
    for (int n = 1; n < 100'000; ++n) {
        const std::string start = folder + "/" + scene + "-film-" + std::to_string(n);
        const std::string probe = start + (ending[0] == '-' ? "-0000.png" : ending);
        if (fs::symlink_status(probe, none).type() == fs::file_type::not_found) return start + ending;
    }
    return folder + "/" + scene + ending;
}

FilmOutcome film_of(Ui& ui, const Scene& scene, const State& state) {
    const FilmMaking& making = ui.film;
    const Tempo tempo{std::min(speeds[static_cast<std::size_t>(making.fps)], making.format == 2 ? 25.0 : 60.0),
                      making.seconds, false};
    if (making.moves == story_moves) return story_film(scene, ui.studying.story.story(), tempo);
    if (making.moves < 0) return timeline_film(scene, state, tempo);
    const auto at = static_cast<std::size_t>(making.moves);
    const Range& range = scene.params[at].range;
    Sweep sweep{making.moves, {}, true};
    for (const double end : {range.min, range.max}) sweep.values.push_back(with_numbers(state[at], std::array{end}));
    return sweep_film(scene, state, sweep, tempo);
}

void begin(Ui& ui, const std::string& folder) {
    FilmMaking& making = ui.film;
    const Scene& scene = ui.explorer.scene();
    FilmOrder order;
    order.document = ui.explorer.document();
    const FilmOutcome film = film_of(ui, scene, order.document.state);
    if (const auto* bad = std::get_if<BadValue>(&film)) {
        making.problem = bad->message;
        return;
    }
    order.film = std::get<Film>(film);
    order.range = {0, order.film.frames};
    const double height = sizes[static_cast<std::size_t>(making.size)].second;
    order.document.canvas_points = {std::round(canvas_height * 16 / 9), canvas_height};
    order.scale = height / canvas_height;
    order.setting = {.scene = &scene,
                     .views = order.document.views,
                     .size = order.document.canvas_points,
                     .layout = PageLayout::picture,
                     .own_words = {},
                     .told = {},
                     .before = {}};
    order.setting.moving = std::max(-1, making.moves);
    if (making.moves == story_moves) {
        order.setting.layout = PageLayout::caption;
        order.setting.band = band_for_words(order.setting, order.film);
    }
    if (const Theme* theme = find_theme(order.document.theme)) order.theme = theme;
    order.output = making.output =
        free_path(folder, scene.words.id, endings[static_cast<std::size_t>(making.format)].ending);
    order.existing = Existing::keep;
    const auto problem = objection(order);
    making.problem = problem ? problem->message : "";
    if (!problem) making.job = std::make_unique<FilmJob>(std::move(order));
}

template <class Each>
void choices(Ui& ui, const char* title, std::size_t count, int& chosen, const Each& each) {
    heading(ui, title);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) ImGui::SameLine(0, ui.at(8));
        const auto [words, explanation] = each(i);
        if (text_button(ui, words, explanation, chosen == static_cast<int>(i))) chosen = static_cast<int>(i);
    }
}

void what_moves(Ui& ui) {
    FilmMaking& making = ui.film;
    const auto& params = ui.explorer.scene().params;
    const auto plays = std::ranges::find_if(params, [](const Param& param) { return param.plays(); });
    if (making.scene !=
        ui.explorer.scene().words.id) {  // another scene: its timeline, else the first that can be swept
        making.scene = ui.explorer.scene().words.id;
        making.moves = -1;
        if (plays == params.end())
            making.moves = static_cast<int>(std::ranges::find_if(params, can_sweep) - params.begin());
    }
    heading(ui, "What moves");
    const auto title = [&](int i) {
        return i == story_moves ? std::string("The lesson's story, its words below")
               : i < 0          ? std::string("Time, as on the timeline")
                                : params[static_cast<std::size_t>(i)].title + ", over its whole range";
    };
    ImGui::SetNextItemWidth(-1);
    const bool open = ImGui::BeginCombo("##moves", title(making.moves).c_str());
    record(ui, "What moves");
    if (!open) return;
    if (plays != params.end() && ImGui::Selectable(title(-1).c_str(), making.moves == -1)) making.moves = -1;
    if (!ui.studying.story.empty()) {
        if (ImGui::Selectable(title(story_moves).c_str(), making.moves == story_moves)) making.moves = story_moves;
        record(ui, "Moves story");
    }
    for (int i = 0; i < static_cast<int>(params.size()); ++i) {
        if (!can_sweep(params[static_cast<std::size_t>(i)])) continue;
        if (ImGui::Selectable(title(i).c_str(), making.moves == i)) making.moves = i;
        record(ui, "Moves " + params[static_cast<std::size_t>(i)].name);
    }
    ImGui::EndCombo();
}

void how_long(Ui& ui) {
    heading(ui, "How long");
    constexpr std::array<double, 5> lengths = {0, 2, 4, 8, 16};
    for (const double length : lengths) {
        if (length > 0) ImGui::SameLine(0, ui.at(8));
        const std::string words = length == 0 ? "As it plays" : std::to_string(static_cast<int>(length)) + " s";
        if (text_button(ui, words,
                        length == 0 ? "The timeline's own time, or four seconds" : "Seconds from first to last",
                        ui.film.seconds == length))
            ui.film.seconds = length;
    }
}

std::string left_words(const FilmJob& job) {
    const auto left = job.seconds_left();
    std::string words = std::to_string(static_cast<int>(100 * job.progress())) + " %";
    if (left) words += ", about " + std::to_string(static_cast<int>(std::ceil(*left))) + " s left";
    return words;
}

void progress_bar(Ui& ui, double part) {
    const ImVec2 lo = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.at(8);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(lo, {lo.x + width, lo.y + height}, packed(ui.palette.track), height / 2);
    list.AddRectFilled(lo, {lo.x + width * static_cast<float>(std::clamp(part, 0.0, 1.0)), lo.y + height},
                       packed(ui.palette.fill), height / 2);
    ImGui::Dummy({width, height});
}

void in_the_making(Ui& ui) {
    FilmMaking& making = ui.film;
    paragraph(ui, making.output, ui.palette.soft);
    progress_bar(ui, making.job->progress());
    paragraph(ui, left_words(*making.job), ui.palette.text);
    if (text_button(ui, "Cancel film", "Stop; nothing is left of it")) making.job->cancel();
}

// The job has ended: said once, wherever one is by then.
void say_ending(Ui& ui) {
    FilmMaking& making = ui.film;
    if (!making.job || !making.job->ended()) return;
    const FilmResult result = making.job->wait();
    making.job.reset();
    const bool done = result.ending == FilmResult::done;
    ui.toasts.say(done                                     ? Icon::save
                  : result.ending == FilmResult::cancelled ? Icon::info
                                                           : Icon::warning,
                  result.message);
    if (done) making.shown = false;
    else making.problem = result.ending == FilmResult::failed ? result.message : "";
}

}  // namespace

bool film_in_the_making(const Ui& ui) { return ui.film.job != nullptr; }

void film_sheet(Ui& ui, const std::string& folder) {
    say_ending(ui);
    FilmMaking& making = ui.film;
    if (!begin_sheet(ui, "Film", making.shown, 560)) return;
    sheet_title(ui, "Make a film", making.shown);
    if (making.job) {
        in_the_making(ui);
        return end_sheet();
    }
    what_moves(ui);
    choices(ui, "Kind of file", endings.size(), making.format,
            [](std::size_t i) { return std::pair<std::string, std::string>(endings[i].title, endings[i].words); });
    choices(ui, "Size", sizes.size(), making.size, [](std::size_t i) {
        return std::pair<std::string, std::string>(sizes[i].first,
                                                   std::to_string(static_cast<int>(sizes[i].second)) + " pixels high");
    });
    choices(ui, "Frames a second", speeds.size(), making.fps, [](std::size_t i) {
        return std::pair<std::string, std::string>(std::to_string(static_cast<int>(speeds[i])), "A GIF has at most 25");
    });
    how_long(ui);
    if (!making.problem.empty()) paragraph(ui, making.problem, ui.palette.bad);
    ImGui::Dummy({0, ui.at(4)});
    if (text_button(ui, "Make it", "It goes to " + folder, true)) begin(ui, folder);
    end_sheet();
}

}  // namespace eigenscape
