// A bounded memory of costly pure functions: the same arguments give the result that was computed before.
// Keep one as a static local beside the function it serves; whoever calls that function does not know of it.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>

namespace eigenscape {

// Holds the `capacity` results used last. Keys need only ==; they are few, so a linear search beats hashing doubles.
// A key that is not equal to itself (a NaN inside) is computed each time and soon pushed out.
template <class Key, class Value>
class Memo {
  public:
    using Result = std::shared_ptr<const Value>;

    explicit Memo(std::size_t capacity) : capacity_(capacity) {}

    // compute() runs outside the lock, once per key even when several threads ask for it at the same moment: the
    // others wait. An exception reaches everyone who waited for it, and is not remembered.
    Result operator()(const Key& key, const std::function<Value()>& compute) {
        std::packaged_task<Result()> task([&] { return std::make_shared<const Value>(compute()); });
        const auto [result, mine] = find_or_add(key, task);
        if (!mine) return result.get();
        task();
        try {
            return result.get();
        } catch (...) {
            forget(mine);
            throw;
        }
    }

    std::size_t size() const {
        std::lock_guard lock(mutex_);
        return entries_.size();
    }

  private:
    struct Entry {
        Key key;
        std::shared_future<Result> result;
        std::size_t ticket;  // tells one attempt at a key from the next
    };
    struct Found {
        std::shared_future<Result> result;
        std::size_t ticket;  // zero when somebody else computes it or has computed it
    };

    Found find_or_add(const Key& key, std::packaged_task<Result()>& task) {
        std::lock_guard lock(mutex_);
        for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
            if (!(entry->key == key)) continue;
            entries_.splice(entries_.begin(), entries_, entry);
            return {entry->result, 0};
        }
        entries_.push_front({key, task.get_future().share(), ++tickets_});
        const Found added{entries_.front().result, tickets_};
        if (entries_.size() > capacity_) entries_.pop_back();
        return added;
    }

    void forget(std::size_t ticket) {
        std::lock_guard lock(mutex_);
        entries_.remove_if([&](const Entry& entry) { return entry.ticket == ticket; });
    }

    std::size_t capacity_, tickets_ = 0;
    std::list<Entry> entries_;  // most recently used first
    mutable std::mutex mutex_;
};

}  // namespace eigenscape
