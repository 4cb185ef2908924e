// The worker: one slot for what is asked for last, one stop signal for what is under way.
// The thread is made with the first wish, so a program that never waits for anything has none.
#include "core/background.h"

#include <utility>

namespace eigenscape {

Worker::~Worker() {
    {
        std::lock_guard lock(mutex_);
        next_ = {};
        now_.request_stop();
    }
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void Worker::ask(Work work) {
    std::lock_guard lock(mutex_);
    next_ = std::move(work);
    now_.request_stop();
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
    wake_.notify_one();
}

bool Worker::idle() const {
    std::lock_guard lock(mutex_);
    return !busy_ && !next_;
}

void Worker::run(const std::stop_token& end) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, end, [this] { return static_cast<bool>(next_); })) {
        Work work = std::exchange(next_, {});
        now_ = {};
        const std::stop_token stop = now_.get_token();
        busy_ = true;
        lock.unlock();
        try {
            work(stop);
        } catch (...) {  // no memory: it goes no further, and whoever draws asks again
        }
        work = {};
        lock.lock();
        busy_ = false;
    }
}

std::string in_words(const Kept& kept) {
    const auto megabytes = [](std::size_t bytes) {
        const std::size_t tenths = (bytes + 50'000) / 100'000;
        std::string text = std::to_string(tenths / 10);
        if (tenths % 10) text += "." + std::to_string(tenths % 10);
        return text + " MB";
    };
    return std::to_string(kept.runs) + (kept.runs == 1 ? " run is" : " runs are") + " kept: " + megabytes(kept.bytes) +
           " of at most " + megabytes(kept.most_bytes);
}

}  // namespace eigenscape
