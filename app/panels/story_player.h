// A story on its way: which second of it is shown, and whether it goes on. It lets go as soon as anybody else's hand is
// on the picture, and finds its way back from there when it is told to go on.
#pragma once

#include "app/study/story.h"

#include <string>

namespace eigenscape {

class Explorer;

class StoryPlayer {
  public:
    StoryPlayer() = default;
    StoryPlayer(const Scene& scene, const std::vector<StoryStep>& steps);

    bool empty() const { return story_.beats.empty(); }
    bool begun() const { return begun_; }
    bool playing() const { return playing_; }
    double second() const { return second_; }
    const Story& story() const { return story_; }
    std::size_t beat() const { return beat_at(story_, second_); }

    void play(Explorer& explorer);  // on from here; from the beginning when it was at the end
    void pause() { playing_ = false; }
    void close();                   // back to the beginning; the picture stays
    void next(Explorer& explorer);  // smoothly to the next step's state, and on from there when it plays
    void back(Explorer& explorer);
    void scrub(Explorer& explorer, double second);
    void tick(Explorer& explorer, double seconds);

  private:
    State now(const Explorer& explorer) const;
    void go(Explorer& explorer, double second);  // eased
    void tell(Explorer& explorer);               // at once

    std::string scene_;
    Story story_;
    State told_;  // the last state that it made
    double second_ = 0;
    bool begun_ = false, playing_ = false;
};

}  // namespace eigenscape
