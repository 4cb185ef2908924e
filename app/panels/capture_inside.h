// What the sheet of pictures and the strip of the frozen state share. For them alone.
#pragma once

#include "app/panels/ui.h"

namespace eigenscape {

const State* frozen_here(const Ui& ui);  // of the open scene; null: nothing is frozen

}  // namespace eigenscape
