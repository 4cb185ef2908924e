// Pictures on their way from the thread that draws to those that encode: a few at a time, their memory used again.
// Either side may `stop` it; then everybody waiting goes on and gets nothing.
#pragma once

#include "viz/image/image.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace eigenscape {

class PictureQueue {
  public:
    struct Numbered {
        int frame = 0;
        Image image;
    };
    explicit PictureQueue(std::size_t most) : most_(most) {}

    Image blank() {  // one that was given back, or an empty one
        const std::lock_guard lock(mutex_);
        if (spare_.empty()) return {};
        Image image = std::move(spare_.back());
        spare_.pop_back();
        return image;
    }
    void give_back(Image image) {
        const std::lock_guard lock(mutex_);
        spare_.push_back(std::move(image));
    }
    bool push(int frame, Image image) {  // waits for room; false: it was stopped
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || waiting_.size() < most_; });
        if (stopped_) return false;
        waiting_.push_back({frame, std::move(image)});
        changed_.notify_all();
        return true;
    }
    void close() {  // no more will come
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }
    std::optional<Numbered> pop() {  // waits for one; nothing when there is none left or it was stopped
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || closed_ || !waiting_.empty(); });
        if (stopped_ || waiting_.empty()) return std::nullopt;
        Numbered one = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        return one;
    }

  private:
    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Numbered> waiting_;
    std::vector<Image> spare_;
    bool closed_ = false, stopped_ = false;
};

}  // namespace eigenscape
