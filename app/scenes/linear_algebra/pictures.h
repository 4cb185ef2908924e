// Pictures made by code, for scenes that show one before the user has brought in any.
// Each is computed once and shared.
#pragma once

#include "viz/image/image.h"

#include <memory>

namespace eigenscape {

// A house under the sun, its tree on the right: whatever turns it over is seen at once.
std::shared_ptr<const Image> drawing_of_a_house();

// Grey, 96 by 96: broad gradients, bars, letters and a fine grain, so that every rank adds something else.
std::shared_ptr<const Image> grey_test_card();

}  // namespace eigenscape
