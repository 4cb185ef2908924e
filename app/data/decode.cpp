// Encodings of tables; see decode.h.
// "Latin-1" is read as Windows writes it: its bytes from 80 to 9F are quotation marks and dashes, not controls.
#include "app/data/decode.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr std::uint32_t lost = 0xFFFD, mark = 0xFEFF;

constexpr std::uint16_t of_windows[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                          0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

// How many bytes a letter of UTF-8 has, by its first; 0: none begins so.
std::size_t length_of(unsigned char first) {
    if (first < 0x80) return 1;
    return first >= 0xC2 && first < 0xE0   ? 2
           : first >= 0xE0 && first < 0xF0 ? 3
           : first >= 0xF0 && first < 0xF5 ? 4
                                           : 0;
}

// May `next` follow as the second byte? Overlong forms and halves of pairs may not.
bool may_follow(unsigned char first, unsigned char next) {
    const unsigned char least = first == 0xE0   ? 0xA0
                                : first == 0xF0 ? 0x90
                                                : 0x80,
                        most = first == 0xED   ? 0x9F
                               : first == 0xF4 ? 0x8F
                                               : 0xBF;
    return next >= least && next <= most;
}

}  // namespace

void Decoder::put(std::uint32_t code, std::string& out) {
    const bool first = !begun_;
    begun_ = true;
    if (first && code == mark) return;
    const auto byte = [&](std::uint32_t b) { out += static_cast<char>(b); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) {
        byte(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            byte(0xE0 | code >> 12);
        } else {
            byte(0xF0 | code >> 18);
            byte(0x80 | (code >> 12 & 0x3F));
        }
        byte(0x80 | (code >> 6 & 0x3F));
    }
    byte(0x80 | (code & 0x3F));
}

void Decoder::lose(std::string& out) {
    ++broken_;
    put(lost, out);
}

void Decoder::utf8(std::span<const std::uint8_t> bytes, std::string& out) {
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    for (std::size_t i = 0; i < bytes.size();) {
        if (waiting_.empty() && bytes[i] < 0x80) {  // a run of ASCII as a whole
            std::size_t end = i;
            while (end < bytes.size() && bytes[end] < 0x80) ++end;
            out.append(text + i, end - i);
            begun_ = true;
            i = end;
            continue;
        }
        const unsigned char next = bytes[i];
        if (waiting_.empty()) {
            if (length_of(next) == 0) lose(out);
            else waiting_ += static_cast<char>(next);
            ++i;
            continue;
        }
        const auto first = static_cast<unsigned char>(waiting_.front());
        if ((next & 0xC0) != 0x80 || (waiting_.size() == 1 && !may_follow(first, next))) {
            waiting_.clear();
            lose(out);
            continue;  // and look at this byte again
        }
        waiting_ += static_cast<char>(next);
        ++i;
        if (waiting_.size() < length_of(first)) continue;
        if (begun_ || waiting_ != "\xEF\xBB\xBF") out += waiting_;
        begun_ = true;
        waiting_.clear();
    }
}

void Decoder::unit(std::uint32_t code, std::string& out) {
    const bool high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
    if (high_ != 0 && low) {
        put(0x10000 + ((high_ - 0xD800) << 10) + (code - 0xDC00), out);
        high_ = 0;
        return;
    }
    if (high_ != 0) lose(out);
    high_ = high ? code : 0;
    if (low) lose(out);
    else if (!high) put(code, out);
}

void Decoder::utf16(std::span<const std::uint8_t> bytes, std::string& out) {
    for (const std::uint8_t byte : bytes) {
        if (odd_byte_ < 0) {
            odd_byte_ = byte;
            continue;
        }
        const auto first = static_cast<std::uint32_t>(odd_byte_), second = static_cast<std::uint32_t>(byte);
        odd_byte_ = -1;
        unit(encoding_ == Encoding::utf16_le ? second << 8 | first : first << 8 | second, out);
    }
}

void Decoder::feed(std::span<const std::uint8_t> bytes, std::string& out) {
    if (encoding_ == Encoding::utf8 || encoding_ == Encoding::utf8_marked) return utf8(bytes, out);
    if (encoding_ != Encoding::latin1) return utf16(bytes, out);
    for (const std::uint8_t byte : bytes) {
        const std::uint32_t code = byte >= 0x80 && byte < 0xA0 ? of_windows[byte - 0x80] : byte;
        if (code == lost) lose(out);
        else put(code, out);
    }
}

void Decoder::finish(std::string& out) {
    if (!waiting_.empty() || odd_byte_ >= 0 || high_ != 0) lose(out);
    waiting_.clear();
    odd_byte_ = -1;
    high_ = 0;
}

}  // namespace eigenscape
