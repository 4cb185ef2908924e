// One crew for the whole program. It takes one loop at a time; a second loop that comes meanwhile runs on its own
// thread, so a loop inside a loop cannot wait for itself.
#include "core/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace eigenscape {
namespace {

struct Loop {
    std::size_t count, grain;
    const std::function<void(std::size_t, std::size_t)>& work;
    std::atomic<std::size_t> next{0};
    std::mutex mutex{};
    std::exception_ptr failure{};

    void help() {
        for (std::size_t first; (first = next.fetch_add(grain)) < count;) {
            try {
                work(first, std::min(first + grain, count));
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failure) failure = std::current_exception();
                next = count;
            }
        }
    }
};

// Waking a thread takes as long as a short loop runs: who has just worked looks out for more first.
template <class Condition>
void look_out(const Condition& reached) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(100);
    while (!reached() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
}

class Crew {
  public:
    ~Crew() {
        {
            const std::lock_guard lock(mutex_);
            closing_ = true;
        }
        wake_.notify_all();
    }

    // False when the crew is busy with another loop.
    bool run(Loop& loop, std::size_t helpers) {
        const std::unique_lock busy(one_loop_, std::try_to_lock);
        if (!busy) return false;
        {
            const std::lock_guard lock(mutex_);
            recruit(helpers);
            loop_ = &loop;
            places_ = std::min(helpers, members_.size());
        }
        wake_.notify_all();
        loop.help();
        std::unique_lock lock(mutex_);
        places_ = 0;  // who has not come yet need not come
        lock.unlock();
        look_out([this] { return working_ == 0; });
        lock.lock();
        done_.wait(lock, [this] { return working_ == 0; });
        loop_ = nullptr;
        return true;
    }

  private:
    // As many as the system grants: where it has no memory for another thread, the loop runs on fewer.
    void recruit(std::size_t helpers) {
        try {
            while (members_.size() < helpers) members_.emplace_back([this] { serve(); });
        } catch (const std::system_error&) {
        } catch (const std::bad_alloc&) {
        }
    }

    void serve() {
        std::unique_lock lock(mutex_);
        while (true) {
            wake_.wait(lock, [this] { return closing_ || places_ > 0; });
            if (closing_) return;
            --places_;
            ++working_;
            Loop& loop = *loop_;
            lock.unlock();
            loop.help();
            lock.lock();
            if (--working_ == 0) done_.notify_all();
            lock.unlock();
            look_out([this] { return places_ > 0 || closing_; });
            lock.lock();
        }
    }

    std::mutex one_loop_, mutex_;
    std::condition_variable wake_, done_;
    Loop* loop_ = nullptr;
    // Changed with mutex_ locked; looked at without.
    std::atomic<std::size_t> places_{0}, working_{0};
    std::atomic<bool> closing_{false};
    std::vector<std::jthread> members_;  // last, so that they are joined before the rest goes
};

}  // namespace

int all_threads() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

void in_parallel(std::size_t count, std::size_t grain, int threads,
                 const std::function<void(std::size_t, std::size_t)>& work) {
    static Crew crew;
    grain = std::max<std::size_t>(grain, 1);
    const std::size_t pieces = (count + grain - 1) / grain;
    const std::size_t wanted = std::min<std::size_t>({static_cast<std::size_t>(std::max(threads, 1)), pieces, 64});
    Loop loop{count, grain, work};
    if (wanted < 2 || !crew.run(loop, wanted - 1)) loop.help();
    if (loop.failure) std::rethrow_exception(loop.failure);
}

}  // namespace eigenscape
