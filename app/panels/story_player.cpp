// The explorer is told a state for every picture, and asked first whether it still shows the one told before.
#include "app/panels/story_player.h"

#include "app/model/explorer.h"

#include <algorithm>

namespace eigenscape {

StoryPlayer::StoryPlayer(const Scene& scene, const std::vector<StoryStep>& steps)
    : scene_(scene.words.id), story_(story_of(scene, steps)) {}

// Where motion is unwelcome, a step is there at once.
State StoryPlayer::now(const Explorer& explorer) const {
    const double arrived = empty() ? 0 : story_.beats[beat()].arrives;
    return state_at(explorer.scene(), story_, explorer.reduced_motion() ? std::max(second_, arrived) : second_);
}

void StoryPlayer::tell(Explorer& explorer) {
    explorer.tell(now(explorer));
    told_ = explorer.target();
}

void StoryPlayer::go(Explorer& explorer, double second) {
    begun_ = true;
    second_ = std::clamp(second, 0.0, story_.seconds());
    explorer.go(now(explorer), "Story");
    told_ = explorer.target();
}

void StoryPlayer::play(Explorer& explorer) {
    if (empty()) return;
    go(explorer, second_ >= story_.seconds() ? 0 : second_);
    playing_ = true;
}

void StoryPlayer::close() {
    begun_ = playing_ = false;
    second_ = 0;
}

void StoryPlayer::next(Explorer& explorer) {
    if (empty()) return;
    if (!begun_) return go(explorer, story_.beats.front().arrives);
    const double starts = next_beat(story_, second_);
    go(explorer, starts < story_.seconds() ? story_.beats[beat_at(story_, starts)].arrives : starts);
}

void StoryPlayer::back(Explorer& explorer) {
    if (!empty()) go(explorer, previous_beat(story_, second_));
}

void StoryPlayer::scrub(Explorer& explorer, double second) {
    if (empty()) return;
    begun_ = true;
    playing_ = false;
    second_ = std::clamp(second, 0.0, story_.seconds());
    tell(explorer);
}

void StoryPlayer::tick(Explorer& explorer, double seconds) {
    if (!playing_) return;
    const bool ours = explorer.scene().words.id == scene_ && explorer.target() == told_ && !explorer.dragging();
    if (!ours) return pause();                          // another hand is on it
    if (explorer.state() != explorer.target()) return;  // on its way there
    second_ = std::min(second_ + seconds, story_.seconds());
    tell(explorer);
    playing_ = second_ < story_.seconds();
}

}  // namespace eigenscape
