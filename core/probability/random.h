// Random numbers that are the same on every machine and can be asked for in any order: draw i of a seeded stream.
// Nothing is stored between draws, so a scene may show draws 0..n for any n and a loop may be shared among threads.
#pragma once

#include "core/types.h"

#include <span>
#include <vector>

namespace eigenscape {

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; the finaliser is
/// Stafford's Mix13) read as a function of the position. Period 2^64; passes BigCrush.
class Stream {
  public:
    explicit constexpr Stream(std::uint64_t seed) : start_(mixed(seed)) {}

    /// 64 random bits at position i.
    constexpr std::uint64_t bits(std::uint64_t i) const { return mixed(start_ + (i + 1) * golden); }
    /// In (0, 1), never an end: an odd multiple of 2^-53.
    constexpr double uniform(std::uint64_t i) const { return (static_cast<double>(bits(i) >> 12) + 0.5) * 0x1p-52; }
    /// 0, 1, ... count - 1, each as likely as the other up to count/2^64; count > 0.
    std::uint64_t below(std::uint64_t i, std::uint64_t count) const;
    /// Standard normal, by the quantile of uniform(i).
    double normal(std::uint64_t i) const;
    /// A stream of its own for each i, independent of this one: for draws that need several numbers.
    constexpr Stream split(std::uint64_t i) const { return Stream(bits(i) ^ other); }

  private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15, other = 0xd1b54a32d192ed03;
    static constexpr std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t start_;
};

/// out[k] = stream.normal(first + k), several times quicker than one by one.
void fill_normal(const Stream& stream, std::uint64_t first, std::span<double> out);

/// 0 .. count - 1 in random order (Fisher and Yates); uses positions 0 .. count - 1 of the stream.
std::vector<int> shuffled(const Stream& stream, int count);

/// count indices drawn with replacement from 0 .. count - 1: one bootstrap resample.
std::vector<int> resampled(const Stream& stream, int count);

}  // namespace eigenscape
