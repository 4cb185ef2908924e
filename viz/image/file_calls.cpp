// See file_calls.h.
#include "viz/image/file_calls.h"
#include "viz/image/file.h"

#include <cstring>

namespace eigenscape {

std::function<int(std::string_view)>& file_fault() {
    static std::function<int(std::string_view)> held;
    return held;
}

void inject_file_faults(std::function<int(std::string_view)> hook) { file_fault() = std::move(hook); }

std::string reason(int error) {
    switch (error) {
        case ENOSPC: return "the disk is full. Free some space or choose another place";
        case EDQUOT: return "your disk quota is used up. Free some space or choose another place";
        case EFBIG: return "the file would be larger than this system allows";
        case EROFS: return "the disk is read-only. Choose another place";
        case EACCES:
        case EPERM: return "you may not write there. Choose another place";
        case ENOENT: return "the folder does not exist. Create it or choose another place";
        case ENOTDIR: return "a part of the path is not a folder";
        case ELOOP: return "its symbolic links lead round in a circle";
        case ENAMETOOLONG: return "its name is too long";
        case EIO: return "the disk reports an error";
        default: return std::strerror(error);
    }
}

std::string shown(const std::filesystem::path& path) {
    constexpr std::size_t most = 240, end = 100;
    const std::string name = path.string();
    if (name.size() <= most) return name;
    const auto inside_character = [&](std::size_t i) { return (static_cast<unsigned char>(name[i]) & 0xC0) == 0x80; };
    std::size_t head = end, tail = name.size() - end;
    while (head > 0 && inside_character(head)) --head;
    while (tail < name.size() && inside_character(tail)) ++tail;
    return name.substr(0, head) + " … " + name.substr(tail);
}

}  // namespace eigenscape
