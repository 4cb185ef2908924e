// Every scene of the program, in menu order. A scene exists exactly when it is named here.
// Look one up by id with `find_scene`; `nearest_scene` serves messages about misspelt ids.
#include "app/scenes/list.h"

#include "core/calculus/nearest_name.h"

namespace eigenscape {

const std::vector<Scene>& all_scenes() {
    static const std::vector<Scene> scenes = {
        // clang-format off
        transform(),
        eigenvectors(),
        svd_scene(),
        svd_in_space(),
        low_rank(),
        pca_scene(),
        derivative(),
        backpropagation(),
        loss_surface(),
        gradient_descent(),
        bayes_rule(),
        central_limit(),
        multicollinearity(),
        network(),
        // clang-format on
    };
    return scenes;
}

const Scene* find_scene(std::string_view id) {
    for (const Scene& scene : all_scenes())
        if (scene.words.id == id) return &scene;
    return nullptr;
}

std::string nearest_scene(std::string_view id) {
    std::vector<std::string_view> ids;
    for (const Scene& scene : all_scenes()) ids.push_back(scene.words.id);
    return nearest_name(id, ids);
}

}  // namespace eigenscape
