// What the files of the sheet of one's own data share. For data_*.cpp alone.
#pragma once

#include "app/panels/data_sheet.h"
#include "app/panels/ui.h"

namespace eigenscape {

const Param& data_param(const Ui& ui);  // that the table is for
const Value& data_usual(const Ui& ui);  // its default
void read_table_again(Ui& ui);          // its form was changed
void make_points(Ui& ui);               // of the table as it was read

void table_form_choices(Ui& ui);
void table_preview(Ui& ui);  // the first rows as they were written; what is no number stands back
void table_column_choices(Ui& ui);
void table_fit_choices(Ui& ui);
void table_bad_rows(Ui& ui);  // which rows are left out, each with its reason

}  // namespace eigenscape
