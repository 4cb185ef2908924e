// One function per scene; all.cpp puts them in menu order.
// To add a scene: write its file, declare it here, name it there.
#pragma once

#include "app/model/scene.h"

namespace eigenscape {

Scene transform();
Scene eigenvectors();
Scene svd_scene();
Scene svd_in_space();
Scene low_rank();
Scene pca_scene();
Scene derivative();
Scene backpropagation();
Scene loss_surface();
Scene gradient_descent();
Scene bayes_rule();
Scene central_limit();
Scene multicollinearity();
Scene network();

}  // namespace eigenscape
