// The store keeps whole blocks by their size: grids come in few sizes and in quick succession.
// It is never destroyed, so that arrays with static lifetime may return their blocks at any time.
#include "core/calculus/samples.h"

#include <mutex>
#include <new>

namespace eigenscape {
namespace {

constexpr std::size_t smallest_kept = 64 * 1024, most_kept = 64 * 1024 * 1024;  // bytes

struct Store {
    std::mutex mutex;
    std::vector<std::pair<std::size_t, void*>> blocks;
    std::size_t bytes = 0;
};

Store& store() {
    static Store* const only = new Store;
    return *only;
}

void* kept_block(std::size_t bytes) {
    Store& s = store();
    const std::lock_guard lock(s.mutex);
    for (auto block = s.blocks.rbegin(); block != s.blocks.rend(); ++block) {
        if (block->first != bytes) continue;
        void* const found = block->second;
        s.blocks.erase(std::next(block).base());
        s.bytes -= bytes;
        return found;
    }
    return nullptr;
}

}  // namespace

void* borrow_block(std::size_t bytes) {
    void* const kept = bytes >= smallest_kept ? kept_block(bytes) : nullptr;
    return kept ? kept : ::operator new (bytes, std::align_val_t{64});
}

void return_block(void* block, std::size_t bytes) noexcept {
    const auto free = [](void* p) { ::operator delete (p, std::align_val_t{64}); };
    if (bytes < smallest_kept || bytes > most_kept) return free(block);
    Store& s = store();
    try {
        const std::lock_guard lock(s.mutex);
        s.blocks.emplace_back(bytes, block);
        s.bytes += bytes;
        while (s.bytes > most_kept) {  // the oldest first
            s.bytes -= s.blocks.front().first;
            free(s.blocks.front().second);
            s.blocks.erase(s.blocks.begin());
        }
    } catch (const std::bad_alloc&) {
        free(block);
    }
}

}  // namespace eigenscape
