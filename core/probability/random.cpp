// Bounded draws by the high half of a 128-bit product (Lemire 2019, without rejection: the bias is below count/2^64).
// Normal draws are quantiles of uniform ones, one each, so that position i is always draw i.
#include "core/probability/random.h"

#include "core/probability/normal.h"

#include <numeric>
#include <utility>

namespace eigenscape {

std::uint64_t Stream::below(std::uint64_t i, std::uint64_t count) const {
    const std::uint64_t x = bits(i), low = (x & 0xffffffff) * (count & 0xffffffff);
    const std::uint64_t a = (x >> 32) * (count & 0xffffffff), b = (x & 0xffffffff) * (count >> 32);
    const std::uint64_t middle = (low >> 32) + (a & 0xffffffff) + (b & 0xffffffff);
    return (x >> 32) * (count >> 32) + (a >> 32) + (b >> 32) + (middle >> 32);
}

double Stream::normal(std::uint64_t i) const { return normal_quantile(uniform(i)); }

void fill_normal(const Stream& stream, std::uint64_t first, std::span<double> out) {
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = stream.uniform(first + k);
    normal_quantiles(out.data(), out.data(), out.size());
}

std::vector<int> shuffled(const Stream& stream, int count) {
    std::vector<int> order(static_cast<std::size_t>(std::max(count, 0)));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[stream.below(k - 1, k)]);
    return order;
}

std::vector<int> resampled(const Stream& stream, int count) {
    std::vector<int> chosen(static_cast<std::size_t>(std::max(count, 0)));
    for (std::size_t k = 0; k < chosen.size(); ++k) chosen[k] = static_cast<int>(stream.below(k, chosen.size()));
    return chosen;
}

}  // namespace eigenscape
