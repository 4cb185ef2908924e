// The sheet of one's own data: where the table comes from, how it is read, which columns are taken, what is dropped.
// The table is read on a thread (TableJob); whatever is changed here reads it anew and leaves the last one in view.
#include "app/panels/data_sheet.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace eigenscape {
namespace {

constexpr double patience = 0.03;  // seconds: a small table is there in the same picture

const Param& param_of(const Ui& ui) { return ui.explorer.scene().params[static_cast<std::size_t>(ui.own_data.param)]; }
const Value& usual_of(const Ui& ui) { return ui.explorer.scene().defaults[static_cast<std::size_t>(ui.own_data.param)]; }

void read_again(Ui& ui) {
    OwnData& own = ui.own_data;
    own.job.reset();
    own.job = std::make_unique<TableJob>(own.source, own.form);
}

void make_points(Ui& ui) {
    OwnData& own = ui.own_data;
    own.made = own_points(param_of(ui), own.read->table, own.wish, usual_of(ui));
    ui.more_pictures = true;
}

// The thread has ended: its table, or the words why there is none beside the last good one.
void take_result(Ui& ui) {
    OwnData& own = ui.own_data;
    if (!own.job || !own.job->wait(patience)) return;
    ReadTable result = own.job->result();
    own.job.reset();
    ui.more_pictures = true;
    own.problem = result.problem;
    if (!result.problem.empty()) return;
    const bool other_columns = !own.read || own.read->table.columns.size() != result.table.columns.size();
    own.read = std::move(result);
    if (other_columns || own.made.taken == 0) own.wish = usual_wish(param_of(ui), own.read->table, usual_of(ui));
    make_points(ui);
}

void from_where(Ui& ui) {
    OwnData& own = ui.own_data;
    if (!own.read) paragraph(ui, "Paste a table (Ctrl+V), drop a .csv, .tsv or .txt file on the window, or type its path.", ui.palette.soft);
    ImGui::SetNextItemWidth(-ui.at(160));
    const bool entered =
        ImGui::InputTextWithHint("##table path", "/home/…/measured.csv", &own.path, ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, "Table path");
    tip(ui, "~/ stands for the home folder");
    ImGui::SameLine(0, ui.at(8));
    const bool open = text_button(ui, "Read", "Read this file  (Enter)");
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Paste", "Read the table that you have copied  (" + keys_of(Command::paste) + ")")) ui.asked.push_back(Command::paste);
    if (!(open || entered) || own.path.empty()) return;
    std::string path = own.path;
    if (const char* home = std::getenv("HOME"); home && path.starts_with("~/")) path.replace(0, 1, home);
    open_table(ui, {path, nullptr});
}

// Choices side by side, each under its name.
struct ChoiceRow {
    Ui& ui;
    ImVec2 at = ImGui::GetCursorPos();

    std::optional<int> next(const std::string& title, const std::string& place, double width,
                            const std::vector<std::string>& names, int now, const std::string& help) {
        ImGui::SetCursorPos(at);
        ImGui::BeginGroup();
        small_words(ui, title, ui.palette.soft);
        ImGui::SetNextItemWidth(ui.at(width));
        const auto chosen = select(ui, place, names, now, help);
        ImGui::EndGroup();
        at.x += ui.at(width + 8);
        return chosen;
    }
};

template <class T>
bool choose(ChoiceRow& row, const char* name, double width, int count, T& value, const char* (*words)(T),
            const std::string& help) {
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.emplace_back(words(static_cast<T>(i)));
    const auto chosen = row.next(name, name, width, names, static_cast<int>(value), help);
    if (!chosen) return false;
    value = static_cast<T>(*chosen);
    return true;
}

const char* decimal_words(Decimal decimal) { return decimal == Decimal::point ? "point  1.5" : "comma  1,5"; }
const char* header_words(bool header) { return header ? "names" : "numbers"; }
const char* grouped_words(bool grouped) { return grouped ? "1 234 is one" : "plain"; }

void form_choices(Ui& ui) {
    OwnData& own = ui.own_data;
    TableForm form = own.form.value_or(own.read->table.form);
    const TableForm before = form;
    ChoiceRow row{ui};
    choose<Delimiter>(row, "Cells parted by", 116, delimiters, form.delimiter, words_of, "What parts the cells of a row");
    choose<Decimal>(row, "Decimal sign", 100, 2, form.decimal, decimal_words, "How decimals are written in it");
    choose<bool>(row, "First row", 96, 2, form.header, header_words, "Is the first row the columns' names?");
    choose<bool>(row, "Large numbers", 112, 2, form.grouped, grouped_words, "May digits be written in groups, as in 1 234 or 1'234?");
    if (!own.source.path.empty())
        choose<Encoding>(row, "Encoding", 148, encodings, form.encoding, words_of, "How letters are written in the file");
    if (form == before) return;
    own.form = form;
    own.wish = {};
    own.made = {};
    read_again(ui);
}

// The first rows as they were written; what is no number stands back.
void preview(Ui& ui) {
    constexpr int most_shown = 24;
    const Table& table = ui.own_data.read->table;
    const int columns = std::min(static_cast<int>(table.columns.size()), most_shown);
    constexpr int flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerV |
                          ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings;
    const std::size_t rows = std::min<std::size_t>(table.first.size(), 4);
    const float height = (ImGui::GetTextLineHeight() + ui.at(8)) * static_cast<float>(rows + 1) + ui.at(12);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.at(8), ui.at(4)});
    if (ImGui::BeginTable("preview", columns, flags, {0, height})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        ImGui::TableNextRow();
        for (int c = 0; c < columns; ++c) {
            ImGui::TableNextColumn();
            compat::push_font(ui.faces.strong);
            ImGui::TextUnformatted(table.columns[static_cast<std::size_t>(c)].name.c_str());
            ImGui::PopFont();
        }
        for (std::size_t r = 0; r < rows; ++r) {
            ImGui::TableNextRow();
            for (int c = 0; c < columns; ++c) {
                ImGui::TableNextColumn();
                const std::string& cell = table.first[r][static_cast<std::size_t>(c)];
                const bool number = read_cell(cell, table.form).kind == TableCell::number;
                ImGui::PushStyleColor(ImGuiCol_Text, packed(number ? ui.palette.text : ui.palette.soft));
                ImGui::TextUnformatted(elided(cell, ui.at(160)).c_str());
                ImGui::PopStyleColor();
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
    record(ui, "Table preview");
}

void column_choices(Ui& ui) {
    OwnData& own = ui.own_data;
    const Param& param = param_of(ui);
    std::vector<std::string> names{"none"};
    for (const Column& column : own.read->table.columns) {
        std::string words = column.name;
        if (!column.numeric()) words += "  (words)";
        else if (column.missing + column.others > 0) words += "  (" + counted(column.missing + column.others, "gap)", "gaps)");
        names.push_back(words);
    }
    ChoiceRow row{ui};
    for (std::size_t j = 0; j < param.columns.names.size(); ++j) {
        const std::string& name = param.columns.names[j];
        const auto chosen = row.next(name + " is", "Column for " + name, 184, names, own.wish.columns[j] + 1,
                                     "Which column of the table becomes " + name);
        if (!chosen) continue;
        own.wish.columns[j] = *chosen - 1;
        make_points(ui);
    }
}

void fit_choices(Ui& ui) {
    struct Row {
        Fitting fit;
        const char *name, *words;
    };
    constexpr std::array<Row, 3> rows = {
        {{Fitting::as_it_is, "As it is", "The numbers stay what they are; rows outside the range are dropped"},
         {Fitting::one_scale, "Fit into the picture", "The means are subtracted, and all is divided by one number: the shape stays"},
         {Fitting::each_scale, "Standardise", "The means are subtracted, and each column is divided by its own deviation"}}};
    for (const Row& row : rows) {
        if (text_button(ui, row.name, row.words, ui.own_data.wish.fit == row.fit) && ui.own_data.wish.fit != row.fit) {
            ui.own_data.wish.fit = row.fit;
            make_points(ui);
        }
        ImGui::SameLine(0, ui.at(8));
    }
    ImGui::NewLine();
}

// Which rows are left out, each with its reason.
void bad_rows(Ui& ui) {
    const OwnData& own = ui.own_data;
    std::vector<BadRow> listed = own.read->table.uneven;
    listed.insert(listed.end(), own.made.bad.begin(), own.made.bad.end());
    if (listed.empty()) return;
    std::ranges::stable_sort(listed, {}, &BadRow::row);
    std::vector<std::string> lines;
    for (const BadRow& bad : listed) lines.push_back(words_of(bad));
    const std::size_t all = own.read->table.uneven_count + own.made.dropped;
    if (all > lines.size()) lines.push_back("… and " + counted(all - lines.size(), "more row.", "more rows."));
    const float line = ImGui::GetTextLineHeightWithSpacing();
    compat::begin_child("bad rows", {0, line * static_cast<float>(std::min<std::size_t>(lines.size(), 4)) + ui.at(4)});
    for (const std::string& words : lines) paragraph(ui, words, ui.palette.soft);
    ImGui::EndChild();
    record(ui, "Dropped rows");
}

void accept(Ui& ui) {
    OwnData& own = ui.own_data;
    const Scene& scene = ui.explorer.scene();
    const Param& param = param_of(ui);
    const Outcome outcome = set_all(scene, ui.explorer.target(), param.columns.along);
    const State shown = std::holds_alternative<State>(outcome) ? std::get<State>(outcome) : ui.explorer.target();
    ui.explorer.go(with(scene, shown, own.param, own.made.value), "Own data for " + param.title);
    ui.toasts.say(Icon::check, own.made.words.front());
    own.shown = false;
}

void in_reading(Ui& ui) {
    paragraph(ui, "Reading " + ui.own_data.source.name() + ": " + std::to_string(static_cast<int>(100 * ui.own_data.job->progress())) + " %",
              ui.palette.text);
    if (text_button(ui, "Cancel reading", "Stop; nothing is changed")) ui.own_data.job->cancel();
}

void contents(Ui& ui) {
    OwnData& own = ui.own_data;
    from_where(ui);
    if (own.job) in_reading(ui);
    if (!own.problem.empty()) paragraph(ui, own.problem, ui.palette.bad);
    if (!own.read) return;
    form_choices(ui);
    preview(ui);
    for (const std::string& remark : own.read->table.remarks) paragraph(ui, remark, ui.palette.bad);
    if (own.wish.columns.size() != param_of(ui).columns.names.size()) return;  // it is read anew
    column_choices(ui);
    fit_choices(ui);
    if (!own.made.problem.empty()) paragraph(ui, own.made.problem, ui.palette.bad);
    else
        for (const std::string& words : own.made.words) paragraph(ui, words, ui.palette.text);
    bad_rows(ui);
    const bool ready = own.made.problem.empty() && own.made.taken > 0 && !own.job;
    ImGui::BeginDisabled(!ready);
    const bool use = text_button(ui, "Use these points", "They become " + param_of(ui).title + ", one step of undo  (Enter)", true);
    ImGui::EndDisabled();
    ImGui::SameLine(0, ui.at(8));
    if (text_button(ui, "Cancel", "Nothing is changed  (Esc)")) own.shown = false;
    if (ready && (use || own.accept)) accept(ui);
}

}  // namespace

std::optional<int> param_for_table(const Ui& ui) {
    const auto& params = ui.explorer.scene().params;
    if (const auto painted = ui.explorer.painted_param(); painted && takes_table(params[static_cast<std::size_t>(*painted)]))
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
            if (std::ranges::any_of(scene.params, takes_table)) others += (others.empty() ? "" : ", ") + scene.words.title;
        return ui.toasts.say(Icon::info, ui.explorer.scene().words.title + " shows no data of your own. These do: " + others + ".");
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
    if (!own.source.path.empty() || own.source.text) read_again(ui);
}

void data_sheet(Ui& ui) {
    OwnData& own = ui.own_data;
    if (own.shown && own.scene != ui.explorer.scene().words.id) own.shown = false;
    if (own.shown) take_result(ui);
    else own.job.reset();
    if (begin_sheet(ui, "Own data", own.shown, 680)) {
        sheet_title(ui, "Own data", own.shown);
        contents(ui);
        end_sheet();
    }
    own.accept = false;
}

}  // namespace eigenscape
