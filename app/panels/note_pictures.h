// The pictures of a note as textures: read when they come into view, made as small as they are shown, few at a time.
// One that is missing, too large or no picture has its reason instead.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace eigenscape {

struct NotePicture {
    unsigned int texture = 0;   // 0: not read, or it cannot be shown
    int width = 0, height = 0;  // pixels of the file; 0: it cannot be shown
    int shown_width = 0;        // of the texture
    bool holds_state = false;   // it may: it is a PNG
    std::string why;            // it cannot be shown
    std::uint64_t used = 0;
    std::int64_t changed = 0;  // of the file: replaced outside, it is read anew
};

struct Image;
// Smooth; its owner deletes it. `again`: a texture to fill anew instead, which may be part of a picture under way.
unsigned int texture_of(const Image& image, unsigned int again = 0);

class NotePictures {
  public:
    static constexpr std::uint64_t most_bytes = 64u << 20;
    static constexpr std::size_t most_textures = 24;

    NotePictures() = default;
    ~NotePictures();  // with the context of its textures, or after it is gone
    NotePictures(const NotePictures&) = delete;
    NotePictures& operator=(const NotePictures&) = delete;

    const NotePicture& of(const std::filesystem::path& path);                // its size alone
    const NotePicture& drawn(const std::filesystem::path& path, int width);  // with a texture about so wide
    void look_again() { ++round_; }                                          // files may have changed
    void forget();

  private:
    std::map<std::string, NotePicture> pictures_;
    std::map<std::string, std::uint64_t> looked_at_;  // in which round
    std::uint64_t round_ = 1, use_ = 0;
};

}  // namespace eigenscape
