// Memory for large arrays that are computed anew again and again: not cleared first, and kept for the next one.
// A std::vector<double> spends longer on clearing a grid and on fetching its pages than the formula takes to fill it.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace eigenscape {

// From a store of returned blocks, bounded at 64 MiB; small blocks and what the store lacks come from the heap.
void* borrow_block(std::size_t bytes);
void return_block(void* block, std::size_t bytes) noexcept;

template <class T>
struct Recycled {
    using value_type = T;
    Recycled() = default;
    template <class U>
    Recycled(const Recycled<U>&) {}
    T* allocate(std::size_t n) { return static_cast<T*>(borrow_block(n * sizeof(T))); }
    void deallocate(T* p, std::size_t n) noexcept { return_block(p, n * sizeof(T)); }
    template <class U>
    void construct(U* p) {
        ::new (static_cast<void*>(p)) U;
    }  // no value: whoever asks for n numbers writes them all
    template <class U, class... Args>
    void construct(U* p, Args&&... args) {
        ::new (static_cast<void*>(p)) U(std::forward<Args>(args)...);
    }
    bool operator==(const Recycled&) const { return true; }
};

// A vector of doubles in such memory. Samples(n) holds n numbers of no particular value.
class Samples : public std::vector<double, Recycled<double>> {
  public:
    using vector::vector;
    Samples(const std::vector<double>& values) : vector(values.begin(), values.end()) {}
    operator std::vector<double>() const { return {begin(), end()}; }
};

}  // namespace eigenscape
