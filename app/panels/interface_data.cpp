// Commands on points of one's own: the tools, noise and outliers, tables that come in by the clipboard and go out as
// CSV. The sheet itself is data_sheet.cpp's.
#include "app/panels/interface_inside.h"

#include "app/data/disturb.h"
#include "app/data/table_csv.h"
#include "app/model/document.h"
#include "app/model/explorer.h"
#include "viz/image/file.h"

#include <algorithm>
#include <filesystem>

namespace eigenscape {
namespace {

// Points of one's own are shown before they are worked on.
State showing_own(const Scene& scene, const State& state, const Param& param) {
    const Outcome outcome = set_all(scene, state, param.columns.along);
    return std::holds_alternative<State>(outcome) ? std::get<State>(outcome) : state;
}

void change_points(Ui& ui, int param, Command command) {
    const Scene& scene = ui.explorer.scene();
    const Param& row = scene.params[static_cast<std::size_t>(param)];
    const Value& now = ui.explorer.target()[static_cast<std::size_t>(param)];
    const std::uint64_t seed = ++ui.own_data.seed;
    const std::optional<Value> next = command == Command::noise
                                          ? std::optional(with_noise(row, now, ui.own_data.noise, seed))
                                          : with_outlier(row, now, seed);
    if (!next)
        return ui.toasts.say(Icon::info, row.title + " holds 10,000 points already: there is no room for one more.");
    const State shown = showing_own(scene, ui.explorer.target(), row);
    ui.explorer.go(with(scene, shown, param, *next),
                   (command == Command::noise ? "Add noise to " : "Add an outlier to ") + row.title);
}

void take_tool(Ui& ui, int param, Tool tool) {
    Explorer& explorer = ui.explorer;
    if (explorer.tool() == tool) return explorer.set_tool(Tool::hand);
    const Param& row = explorer.scene().params[static_cast<std::size_t>(param)];
    const State shown = showing_own(explorer.scene(), explorer.target(), row);
    if (!(shown == explorer.target())) explorer.go(shown, "Show " + row.title);
    explorer.set_tool(tool, explorer.painted_class());
    ui.toasts.say(Icon::info, tool == Tool::brush
                                  ? "Press or drag on the picture to paint points. Esc brings the hand back."
                                  : "Drag over points to erase them. Esc brings the hand back.");
}

}  // namespace

bool Interface::Inside::perform_on_data(Command command) {
    if (row_of(command).group != "Data") return false;
    const auto param = param_for_table(ui);
    if (command == Command::paste) {
        const std::string text = host.paste ? host.paste() : std::string();
        if (text.empty()) ui.toasts.say(Icon::info, "The clipboard holds no text.");
        else if (std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; }))
            ui.toasts.say(Icon::info, "The clipboard holds no numbers.");
        else open_table(ui, {{}, std::make_shared<const std::string>(text)});
    } else if (command == Command::own_data && ui.own_data.shown) {
        ui.close_sheets();
    } else if (command == Command::own_data || !param) {
        open_table(ui, {});
    } else if (command == Command::save_data) {
        save_data();
    } else if (command == Command::brush || command == Command::eraser) {
        take_tool(ui, *param, command == Command::brush ? Tool::brush : Tool::eraser);
    } else {
        change_points(ui, *param, command);
    }
    return true;
}

void Interface::Inside::save_data() {
    namespace fs = std::filesystem;
    const auto param = static_cast<std::size_t>(*param_for_table(ui));
    const std::string csv = csv_of(explorer.scene().params[param], explorer.target()[param]);
    const fs::path first =
        fs::path(screenshot_path(host.pictures_folder, explorer.scene().words.id)).replace_extension();
    for (int n = 0; n < 1000; ++n) {
        const std::string path = first.string() + (n == 0 ? "" : "-" + std::to_string(n)) + ".csv";
        const Saved saved = write_file_atomic(path, std::string_view(csv), Existing::keep);
        if (saved.state == Saved::exists) continue;
        return saved ? ui.toasts.say(Icon::save, "Saved " + path + ".")
                     : ui.toasts.say(Icon::warning, "The points were not saved: " + saved.message);
    }
}

}  // namespace eigenscape
