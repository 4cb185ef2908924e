// A formula in plain words and signs, for those who hear a picture: "(a + b)/2 = √x".
#pragma once

#include "viz/tex/node.h"

#include <string>

namespace eigenscape {

std::string spoken(const Node& formula);

}  // namespace eigenscape
