// What surrounds a part of an expression while it is printed; for print_text.cpp and print_tex.cpp.
#pragma once

namespace eigenscape {

// From loosest to tightest: a part needs brackets where it binds more loosely than what it stands in.
enum PrintLevel { in_sum, in_product, in_sign, in_power, in_atom };

}  // namespace eigenscape
