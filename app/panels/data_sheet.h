// One's own data on their way in: the sheet that shows how a table is read and what will be taken of it, and the tools
// beside a parameter that takes points.
#pragma once

#include "app/data/own_points.h"
#include "app/data/table_job.h"

#include <memory>
#include <optional>
#include <string>

namespace eigenscape {

struct Ui;

struct OwnData {
    bool shown = false;
    std::string scene;  // whose parameter it is for: another scene closes the sheet
    int param = -1;
    TableSource source;
    std::string path;               // being typed
    std::unique_ptr<TableJob> job;  // while it is read
    std::optional<ReadTable> read;  // the last that could be
    std::optional<TableForm> form;  // as a person has chosen it; nothing: as guessed
    Wish wish;
    OwnPoints made;
    std::string problem;
    bool accept = false;     // Enter was pressed: take the points after this picture
    std::uint64_t seed = 0;  // of the next noise or outlier
    double noise = 0.1;      // share of each column's deviation
};

// The scene's set of points that takes tables: the one that is shown, else the first. Nothing: it has none.
std::optional<int> param_for_table(const Ui& ui);

bool is_table_file(const std::string& path);  // by its ending
void open_table(Ui& ui, TableSource source);  // shows the sheet, or says in a toast why not
bool reading_table(const Ui& ui);             // draw again soon

}  // namespace eigenscape
