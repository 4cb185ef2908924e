// Sharing a loop among threads that stay ready between calls: waking one costs far less than starting one.
// `work` must give the same result for a range however the loop is cut; which thread runs it is not told.
#pragma once

#include <cstddef>
#include <functional>

namespace eigenscape {

// How many threads this machine runs at once; at least 1.
int all_threads();

// Calls work(first, last) for ranges of at most `grain` that cover [0, count), on up to `threads` threads, this one
// included. Ranges are handed out as threads become free. An exception of `work` reaches the caller.
void in_parallel(std::size_t count, std::size_t grain, int threads,
                 const std::function<void(std::size_t, std::size_t)>& work);

}  // namespace eigenscape
