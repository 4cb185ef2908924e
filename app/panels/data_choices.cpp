// What can be chosen about a table that was read, and what is to be seen of it. See data_inside.h.
#include "app/panels/data_inside.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"

#include <algorithm>
#include <array>

namespace eigenscape {
namespace {

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
    names.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) names.emplace_back(words(static_cast<T>(i)));
    const auto chosen = row.next(name, name, width, names, static_cast<int>(value), help);
    if (!chosen) return false;
    value = static_cast<T>(*chosen);
    return true;
}

const char* decimal_words(Decimal decimal) { return decimal == Decimal::point ? "point  1.5" : "comma  1,5"; }
const char* header_words(bool header) { return header ? "names" : "numbers"; }
const char* grouped_words(bool grouped) { return grouped ? "1 234 is one" : "plain"; }

}  // namespace

void table_form_choices(Ui& ui) {
    OwnData& own = ui.own_data;
    TableForm form = own.form.value_or(own.read->table.form);
    const TableForm before = form;
    ChoiceRow row{ui};
    choose<Delimiter>(row, "Cells parted by", 116, delimiters, form.delimiter, words_of,
                      "What parts the cells of a row");
    choose<Decimal>(row, "Decimal sign", 116, 2, form.decimal, decimal_words, "How decimals are written in it");
    choose<bool>(row, "First row", 96, 2, form.header, header_words, "Is the first row the columns' names?");
    choose<bool>(row, "Large numbers", 112, 2, form.grouped, grouped_words,
                 "May digits be written in groups, as in 1 234 or 1'234?");
    if (!own.source.path.empty())
        choose<Encoding>(row, "Encoding", 148, encodings, form.encoding, words_of,
                         "How letters are written in the file");
    if (form == before) return;
    own.form = form;
    own.wish = {};
    own.made = {};
    read_table_again(ui);
}

void table_preview(Ui& ui) {
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

void table_column_choices(Ui& ui) {
    OwnData& own = ui.own_data;
    const Param& param = data_param(ui);
    std::vector<std::string> names{"none"};
    for (const Column& column : own.read->table.columns) {
        std::string words = column.name;
        if (!column.numeric()) words += "  (words)";
        else if (column.missing + column.others > 0)
            words += "  (" + counted(column.missing + column.others, "gap)", "gaps)");
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

void table_fit_choices(Ui& ui) {
    struct Row {
        Fitting fit;
        const char *name, *words;
    };
    constexpr std::array<Row, 3> rows = {
        {{Fitting::as_it_is, "As it is", "The numbers stay what they are; rows outside the range are dropped"},
         {Fitting::one_scale, "Fit into the picture",
          "The means are subtracted, and all is divided by one number: the shape stays"},
         {Fitting::each_scale, "Standardise",
          "The means are subtracted, and each column is divided by its own deviation"}}};
    for (const Row& row : rows) {
        if (text_button(ui, row.name, row.words, ui.own_data.wish.fit == row.fit) && ui.own_data.wish.fit != row.fit) {
            ui.own_data.wish.fit = row.fit;
            make_points(ui);
        }
        ImGui::SameLine(0, ui.at(8));
    }
    ImGui::NewLine();
}

void table_bad_rows(Ui& ui) {
    const OwnData& own = ui.own_data;
    std::vector<BadRow> listed = own.read->table.uneven;
    listed.insert(listed.end(), own.made.bad.begin(), own.made.bad.end());
    if (listed.empty()) return;
    std::ranges::stable_sort(listed, {}, &BadRow::row);
    std::vector<std::string> lines;
    lines.reserve(listed.size() + 1);
    for (const BadRow& bad : listed) lines.push_back(words_of(bad));
    const std::size_t all = own.read->table.uneven_count + own.made.dropped;
    if (all > lines.size()) lines.push_back("… and " + counted(all - lines.size(), "more row.", "more rows."));
    const float line = ImGui::GetTextLineHeightWithSpacing();
    compat::begin_child("bad rows", {0, line * static_cast<float>(std::min<std::size_t>(lines.size(), 4)) + ui.at(4)});
    for (const std::string& words : lines) paragraph(ui, words, ui.palette.soft);
    ImGui::EndChild();
    record(ui, "Dropped rows");
}

}  // namespace eigenscape
