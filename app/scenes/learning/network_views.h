// The views of a small network: its input plane, the space at any depth, its weights, the landscape of its loss.
// One Lab is worked out for a picture; each view is a function that draws a panel of it.
#pragma once

#include "app/scenes/learning/network_data.h"
#include "app/scenes/learning/network_training.h"
#include "core/learn/layer_stages.h"
#include "viz/frame.h"

namespace eigenscape {

inline constexpr Ink class_inks[2] = {Ink::racer_2, Ink::racer_6};
inline constexpr Mark class_marks[2] = {Mark::disc, Mark::diamond};
inline constexpr const char* class_roles[2] = {"racer_2", "racer_6"};

// What one picture shows, worked out once.
struct NetworkLab {
    LabelledPoints data;
    double reach = 1;  // of the plane, in the user's units; the network reads coordinates divided by it
    TrainingOrder order;
    TrainingRun run;      // null when it cannot be trained
    std::string problem;  // why
    int step = 0;         // shown: less than asked for while the worker is behind
    int wanted = 0;       // asked for
    Network network;      // at that step
    TrainingMoment moment;
    Score now;
    double depth = 0;
    bool by_hand = false;  // the weights are those to start from: a handle need not set them first

    int layers() const { return network.shape.layers(); }
    bool folds() const {
        return network.shape.activation == Activation::relu || network.shape.activation == Activation::leaky_relu;
    }
};

/// A handle that changes some of the weights: it begins a training of its own from those that are shown.
void weight_handle(Panel& panel, const NetworkLab& lab, const Vec2& at, const std::string& words, Ink ink,
                   std::vector<int> places);

/// Units 1, 2 and 3 are the coordinates of the space behind their layer.
Ink unit_ink(int unit);

/// Points, chances, decision line, and each first unit's line with its arrow.
Panel& input_plane(Frame& frame, const NetworkLab& lab, const Rect& place);
/// What happens at a depth, in words: "Layer 1: turn by 34°."
std::string words_of_depth(const NetworkLab& lab, const StagedNetwork& staged);
/// The plane as the network has it at the lab's depth.
void space_at_depth(Frame& frame, const NetworkLab& lab, const Rect& place);
/// The stages as a strip, with the points at each space between layers; its marker moves `depth`.
void strip_of_maps(Frame& frame, const NetworkLab& lab, const Rect& place);
/// Nodes and edges, and every weight as a bar that can be dragged.
void weights_view(Frame& frame, const NetworkLab& lab, const Rect& place);
/// A slice of the loss around the present weights, with the training's path in it.
enum class Slice { path, random };
void loss_landscape(Frame& frame, const NetworkLab& lab, Slice slice, const Rect& place);
/// Loss and accuracy up to the step.
void training_curves(Frame& frame, const NetworkLab& lab, int most_steps, const Rect& place);

}  // namespace eigenscape
