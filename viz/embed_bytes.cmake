# Writes the file FILE as a C++ byte array SYMBOL with its SYMBOL_size to OUT, for compilers without .incbin.
# Run as a script by viz/embed.cmake; a zero byte follows the content so that an empty file is still an array.
file(READ ${FILE} hex HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(................................................................................)" "\\1\n"
    bytes "${bytes}")
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
file(WRITE ${OUT} "// Generated from ${FILE}.
#include <cstdint>
extern \"C\" {
extern const unsigned char ${SYMBOL}[${size} + 1];
extern const std::uint64_t ${SYMBOL}_size;
const unsigned char ${SYMBOL}[${size} + 1] = {
${bytes}0};
const std::uint64_t ${SYMBOL}_size = ${size};
}
")
