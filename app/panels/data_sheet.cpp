// The sheet of one's own data: where the table comes from, how it is read, which columns are taken, what is dropped.
// The table is read on a thread (TableJob); whatever is changed here reads it anew and leaves the last one in view.
#include "app/model/folders.h"
#include "app/panels/data_inside.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <imgui_stdlib.h>

#include <algorithm>

namespace eigenscape {

const Param& data_param(const Ui& ui) {
    return ui.explorer.scene().params[static_cast<std::size_t>(ui.own_data.param)];
}
const Value& data_usual(const Ui& ui) {
    return ui.explorer.scene().defaults[static_cast<std::size_t>(ui.own_data.param)];
}

void read_table_again(Ui& ui) {
    OwnData& own = ui.own_data;
    own.job.reset();
    own.job = std::make_unique<TableJob>(own.source, own.form);
}

void make_points(Ui& ui) {
    OwnData& own = ui.own_data;
    own.made = own_points(data_param(ui), own.read->table, own.wish, data_usual(ui));
    ui.more_pictures = true;
}

namespace {

constexpr double patience = 0.03;  // seconds: a small table is there in the same picture

// The thread has ended: its table, or the words why there is none beside the last good one.
void take_table(Ui& ui) {
    OwnData& own = ui.own_data;
    if (!own.job || !own.job->wait(patience)) return;
    ReadTable result = own.job->result();
    own.job.reset();
    ui.more_pictures = true;
    own.problem = result.problem;
    if (!result.problem.empty()) return;
    const bool other_columns = !own.read || own.read->table.columns.size() != result.table.columns.size();
    own.read = std::move(result);
    if (other_columns || own.made.taken == 0) own.wish = usual_wish(data_param(ui), own.read->table, data_usual(ui));
    make_points(ui);
}

void from_where(Ui& ui) {
    OwnData& own = ui.own_data;
    if (!own.read)
        paragraph(ui, "Paste a table (Ctrl+V), drop a .csv, .tsv or .txt file on the window, or type its path.",
                  ui.palette.soft);
    ImGui::SetNextItemWidth(-ui.at(160));
    const bool entered = ImGui::InputTextWithHint("##table path", "/home/…/measured.csv", &own.path,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, "Table path");
    tip(ui, "~/ stands for the home folder");
    ImGui::SameLine(0, ui.at(8));
    const bool open = text_button(ui, "Read", "Read this file  (Enter)");
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Paste", "Read the table that you have copied  (" + keys_of(Command::paste) + ")"))
        ui.asked.push_back(Command::paste);
    if (!(open || entered) || own.path.empty()) return;
    const std::string path = with_home(own.path);
    open_table(ui, {path, nullptr});
}

void accept(Ui& ui) {
    OwnData& own = ui.own_data;
    const Scene& scene = ui.explorer.scene();
    const Param& param = data_param(ui);
    const Outcome outcome = set_all(scene, ui.explorer.target(), param.columns.along);
    const State shown = std::holds_alternative<State>(outcome) ? std::get<State>(outcome) : ui.explorer.target();
    ui.explorer.go(with(scene, shown, own.param, own.made.value), "Own data for " + param.title);
    ui.toasts.say(Icon::check, own.made.words.front());
    own.shown = false;
}

void in_reading(Ui& ui) {
    paragraph(ui,
              "Reading " + ui.own_data.source.name() + ": " +
                  std::to_string(static_cast<int>(100 * ui.own_data.job->progress())) + " %",
              ui.palette.text);
    if (text_button(ui, "Cancel reading", "Stop; nothing is changed")) ui.own_data.job->cancel();
}

void contents(Ui& ui) {
    OwnData& own = ui.own_data;
    from_where(ui);
    if (own.job) in_reading(ui);
    if (!own.problem.empty()) paragraph(ui, own.problem, ui.palette.bad);
    if (!own.read) return;
    table_form_choices(ui);
    table_preview(ui);
    for (const std::string& remark : own.read->table.remarks) paragraph(ui, remark, ui.palette.bad);
    if (own.wish.columns.size() != data_param(ui).columns.names.size()) return;  // it is read anew
    table_column_choices(ui);
    table_fit_choices(ui);
    if (!own.made.problem.empty()) paragraph(ui, own.made.problem, ui.palette.bad);
    else
        for (const std::string& words : own.made.words) paragraph(ui, words, ui.palette.text);
    table_bad_rows(ui);
    const bool ready = own.made.problem.empty() && own.made.taken > 0 && !own.job;
    ImGui::BeginDisabled(!ready);
    const bool use = text_button(ui, "Use these points",
                                 "They become " + data_param(ui).title + ", one step of undo  (Enter)", true);
    ImGui::EndDisabled();
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Cancel", "Nothing is changed  (Esc)")) own.shown = false;
    if (ready && (use || own.accept)) accept(ui);
}

}  // namespace

std::optional<int> param_for_table(const Ui& ui) {
    const auto& params = ui.explorer.scene().params;
    if (const auto painted = ui.explorer.painted_param();
        painted && takes_table(params[static_cast<std::size_t>(*painted)]))
        return painted;
    const State& state = ui.explorer.target();
    const auto shown = [&](const Param& param) {
        const Outcome outcome = set_all(ui.explorer.scene(), state, param.columns.along);
        return takes_table(param) && std::holds_alternative<State>(outcome) && std::get<State>(outcome) == state;
    };
    auto found = std::ranges::find_if(params, shown);
    if (found == params.end()) found = std::ranges::find_if(params, takes_table);
    return found == params.end() ? std::nullopt : std::optional(static_cast<int>(found - params.begin()));
}

bool is_table_file(const std::string& path) {
    std::string lower = path;
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower.ends_with(".csv") || lower.ends_with(".tsv") || lower.ends_with(".txt");
}

bool reading_table(const Ui& ui) { return ui.own_data.job != nullptr; }

void open_table(Ui& ui, TableSource source) {
    const auto param = param_for_table(ui);
    if (!param) {
        std::string others;
        for (const Scene& scene : ui.explorer.scenes())
            if (std::ranges::any_of(scene.params, takes_table))
                others += (others.empty() ? "" : ", ") + scene.words.title;
        return ui.toasts.say(Icon::info,
                             ui.explorer.scene().words.title + " shows no data of your own. These do: " + others + ".");
    }
    OwnData& own = ui.own_data;
    ui.close_sheets();
    own.shown = true;
    own.scene = ui.explorer.scene().words.id;
    own.param = *param;
    own.job.reset();
    own.read.reset();
    own.form.reset();
    own.wish = {};
    own.made = {};
    own.problem.clear();
    own.source = std::move(source);
    own.path = own.source.path.string();
    ui.more_pictures = true;
    if (!own.source.path.empty() || own.source.text) read_table_again(ui);
}

void data_sheet(Ui& ui) {
    OwnData& own = ui.own_data;
    if (own.shown && own.scene != ui.explorer.scene().words.id) own.shown = false;
    if (own.shown) take_table(ui);
    else own.job.reset();
    if (begin_sheet(ui, "Own data", own.shown, 680)) {
        sheet_title(ui, "Own data", own.shown);
        contents(ui);
        end_sheet();
    }
    own.accept = false;
}

}  // namespace eigenscape
