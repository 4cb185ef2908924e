// Short messages over the canvas: where a picture was saved, why a file was refused. They leave by themselves.
// `say` adds one; saying the same again only keeps it longer.
#pragma once

#include "app/panels/icons.h"

#include <string>
#include <vector>

namespace eigenscape {

struct Toast {
    Icon icon = Icon::info;
    std::string words;
    double until = 0;  // seconds of the interface's clock
};

class Toasts {
  public:
    void say(Icon icon, std::string words);
    void forget_old(double now);
    void dismiss(std::size_t index) { shown_.erase(shown_.begin() + static_cast<std::ptrdiff_t>(index)); }
    const std::vector<Toast>& shown() const { return shown_; }
    double next_end() const;  // when the next one leaves; infinity when there is none

  private:
    std::vector<Toast> shown_;
    double now_ = 0;
};

}  // namespace eigenscape
