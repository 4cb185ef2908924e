// Bytes of a text file, a chunk at a time, as UTF-8. What is broken becomes U+FFFD and is counted.
// A mark at the beginning (BOM) is dropped; a letter cut in two by a chunk waits for its rest.
#pragma once

#include "app/data/table_form.h"

namespace eigenscape {

class Decoder {
  public:
    explicit Decoder(Encoding encoding) : encoding_(encoding) {}
    void feed(std::span<const std::uint8_t> bytes, std::string& out);  // appends
    void finish(std::string& out);                                     // what still waits is broken
    std::size_t broken() const { return broken_; }

  private:
    void utf8(std::span<const std::uint8_t> bytes, std::string& out);
    void utf16(std::span<const std::uint8_t> bytes, std::string& out);
    void unit(std::uint32_t code, std::string& out);
    void put(std::uint32_t code, std::string& out);
    void lose(std::string& out);

    Encoding encoding_;
    bool begun_ = false;
    std::string waiting_;     // of UTF-8
    int odd_byte_ = -1;       // of UTF-16
    std::uint32_t high_ = 0;  // the first half of a pair
    std::size_t broken_ = 0;
};

}  // namespace eigenscape
