// A visit: everything that was done is put aside, other pictures are looked at, and then all is as it was, with its
// steps of undo. What is kept for the next start is what was put aside, never the visit.
#include "app/model/explorer_inside.h"

namespace eigenscape {

void Explorer::begin_visit() {
    if (in_->put_aside) return;
    cancel();
    end_gesture();
    pause();
    in_->stop_ease();
    in_->look_at_end();
    in_->put_aside = PutAside{in_->sessions, in_->open};
}

// Where the same scene is shown, the picture goes back smoothly.
void Explorer::end_visit() {
    if (!in_->put_aside) return;
    cancel();
    end_gesture();
    pause();
    in_->stop_ease();
    in_->look_at_end();
    const PutAside before = std::move(*in_->put_aside);
    in_->put_aside.reset();
    const State shown = state();
    const Views seen = views();
    const std::size_t visited = in_->open;
    if (before.open != visited) open(scenes_[before.open].words.id);
    in_->sessions = before.sessions;
    if (before.open != visited) return;
    Session& here = in_->session();
    const State own = here.target;
    const Views home = here.views;
    here.state = here.target = shown;
    here.views = seen;
    in_->go_to(own);
    in_->look(home);
}

bool Explorer::visiting() const { return in_->put_aside.has_value(); }

const Scene& Explorer::own_scene() const { return in_->put_aside ? scenes_[in_->put_aside->open] : scene(); }

}  // namespace eigenscape
