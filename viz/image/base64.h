// Bytes as letters and back: base 64 of RFC 4648, section 4, with its padding.
// Reading refuses whatever `base64` would not have written.
#pragma once

#include "viz/image/png.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

std::string base64(std::span<const std::uint8_t> bytes);
std::optional<Bytes> from_base64(std::string_view text);  // nothing: not base 64

}  // namespace eigenscape
