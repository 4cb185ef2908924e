// A bar gauge: an amount against its limit, such as a learning rate against the rate at which descent breaks.
// Lies in a box of panel coordinates; the bar changes ink and dash when it passes the limit.
#pragma once

#include "viz/frame.h"

#include <string>

namespace eigenscape {

struct Gauge {
    double lo = 0, hi = 1;  // at the bar's ends
    double value = 0;
    double limit = 1;
    bool log = false;                    // lo, hi > 0: equal factors are equal lengths
    std::string value_name, limit_name;  // words with $formulas$ in them
};

// Returns where the value's end lies, for a handle there.
Vec2 bar_gauge(Panel& panel, const Box2& box, const Gauge& gauge);

}  // namespace eigenscape
