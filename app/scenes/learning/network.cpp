// A small network as a chain of maps: each layer turns, stretches, turns, shifts and folds the plane, until one
// straight cut tells the classes apart. Play to train it, drag through its layers, take hold of any weight.
#include "app/scenes/learning/network_views.h"
#include "app/scenes/list.h"
#include "viz/number.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenscape {
namespace {

constexpr int most_training_steps = 1000;

enum class LayerView { space, weights, landscape };

struct SmallNetwork {
    ClassData data = ClassData::ring;
    int n = 100;
    double noise = 0.05;
    Points3 points{{-0.6, 0.5, 0}, {-0.4, 0.7, 0},  {-0.7, 0.2, 0}, {-0.3, 0.4, 0}, {0.5, -0.4, 0}, {0.7, -0.6, 0},
                   {0.3, -0.6, 0}, {0.6, -0.1, 0},  {0.1, 0.1, 1},  {-0.2, 0, 1},   {0.2, 0.5, 1},  {0, -0.3, 1},
                   {0.6, 0.6, 1},  {-0.6, -0.5, 1}, {0.4, 0.3, 1},  {-0.3, -0.4, 1}};
    double reach = 1;
    int layers = 1, units_1 = 3, units_2 = 4, units_3 = 4;
    Activation activation = Activation::relu;
    Method method = Method::adam;
    double rate = 0.05;
    int batch = 0;
    double l1 = 0, l2 = 0;
    int seed = 3;
    Numbers start;
    int step = 400;
    double depth = 1;
    LayerView view = LayerView::space;
    Slice slice = Slice::path;

    static Words words() {
        return {"network", "Neural networks", "Learning",
                "How does a network of a few units bend a boundary around the data?",
                "neural net deep learning MLP perceptron layers hidden units ReLU tanh activation decision boundary "
                "space warping folding training loss landscape accuracy dead neurons"};
    }

    static Params<SmallNetwork> params() {
        using S = SmallNetwork;
        return {
            {"data",
             "Data",
             &S::data,
             {{"blobs", "ring", "xor", "spiral", "own"}, "Two classes of points, or points of your own."}},
            {"n", "Points", &S::n, {10, 200, "How many points the made data have."}},
            {"noise", "Noise", &S::noise, {0, 0.4, "How far chance moves the made points."}},
            {"points",
             "Your points",
             &S::points,
             {-100, 100, "Your own data: $x$, $y$ and the class, 0 or 1, of each point."},
             TableColumns{{"x", "y", "class"}, 2, {"data=own"}}},
            {"reach", "Reach", &S::reach, {1, 100, "How far the plane of your own points reaches.", "", Scale::log}},
            {"layers", "Hidden layers", &S::layers, {1, 3, "How often the plane is bent before it is cut."}},
            {"units_1", "Units in layer 1", &S::units_1, {1, most_units, "Each is one line across the plane."}},
            {"units_2", "Units in layer 2", &S::units_2, {1, most_units, "Used with two or three hidden layers."}},
            {"units_3", "Units in layer 3", &S::units_3, {1, most_units, "Used with three hidden layers."}},
            {"activation",
             "Activation",
             &S::activation,
             {{"linear", "tanh", "relu", "leaky_relu", "sigmoid"},
              "How each hidden unit bends what it has summed up."}},
            {"method",
             "Optimiser",
             &S::method,
             {{"gradient_descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"},
              "How a step follows from the gradient."}},
            {"rate", "Learning rate", &S::rate, {1e-4, 10, "The size of the steps.", "", Scale::log}},
            {"batch", "Batch", &S::batch, {0, 200, "Points in each step; 0, or as many as there are: all of them."}},
            {"l1", "L1 penalty", &S::l1, {0, 0.1, "Pulls every weight towards zero by the same force."}},
            {"l2", "L2 penalty", &S::l2, {0, 0.1, "Pulls every weight towards zero in proportion to its size."}},
            {"seed",
             "Seed",
             &S::seed,
             {1, 9999, "Another seed, other weights to begin with. It stays when training starts anew."}},
            {"start",
             "Weights",
             &S::start,
             {-100, 100,
              "The weights to begin with. Empty: from the seed. Take hold of one in the picture to begin from those "
              "shown."}},
            {"step", "Step", &S::step, {0, most_training_steps, "Steps of training."}, plays(20)},
            {"depth", "Depth", &S::depth, {0, most_layers, "How far through the layers the plane is shown."}},
            {"view",
             "View",
             &S::view,
             {{"space", "weights", "landscape"},
              "The plane inside the network, its weights, or the landscape of its loss."}},
            {"slice",
             "Slice",
             &S::slice,
             {{"path", "random"}, "The landscape along the way of training, or in two random directions."}}};
    }

    static std::vector<Preset> presets() {
        return {
            {"Two folds for XOR",
             "Two creases fold the plane so that one straight cut will do.",
             {"data=xor", "units_1=2"}},
            {"A ring needs three", "With two units the ring stays open on one side; the third closes it.", {}},
            {"Two units fail",
             "However long it trains: two lines cannot enclose anything.",
             {"data=ring", "units_1=2", "step=1000"}},
            {"Lifted out of the plane",
             "Three tanh units make a bowl of the plane; a flat cut takes off its bottom.",
             {"activation=tanh", "depth=0.9"}},
            {"Midway through a layer",
             "Turned and half stretched: a layer is a chain of simple moves.",
             {"data=ring", "layers=2", "units_1=2", "units_2=2", "activation=tanh", "depth=0.3"}},
            {"No activation, no fold",
             "Three layers without a bend are one matrix: the boundary stays straight.",
             {"data=xor", "activation=linear", "layers=3", "units_1=4"}},
            {"Dead units",
             "A rate too large threw units out of the data: they answer zero for every point, and learn nothing more.",
             {"data=ring", "units_1=4", "seed=4", "method=gradient_descent", "rate=5"}},
            {"Spiral",
             "Two layers of eight: fold upon fold.",
             {"data=spiral", "noise=0.02", "layers=2", "units_1=8", "units_2=8", "activation=tanh", "rate=0.02",
              "step=1000", "depth=2"}},
            {"Every weight", "Each number is a bar: drag one, and training begins anew from there.", {"view=weights"}},
            {"By hand",
             "Two creases set by hand, not trained: drag their arrows.",
             {"data=xor", "units_1=2", "start=[3,-3,-3,3,0,0,3,3,-5.5]", "step=0"}},
            {"The way downhill", "A slice through the loss along the way that training took.", {"view=landscape"}},
            {"Two directions of thirteen",
             "The same place in two random directions: hardly a trace of the way.",
             {"view=landscape", "slice=random"}},
            {"Noise learnt by heart",
             "Eight and eight units on few noisy points: the boundary goes around single points.",
             {"data=xor", "n=40", "noise=0.3", "layers=2", "units_1=8", "units_2=8", "step=1000"}},
            {"Your own points",
             "Drag a point and watch what training makes of it.",
             {"data=own", "layers=2", "units_1=4", "units_2=4", "step=300"}}};
    }

    NetworkShape shape() const {
        NetworkShape result;
        const int units[] = {units_1, units_2, units_3};
        result.hidden.assign(units, units + layers);
        result.activation = activation;
        return result;
    }

    void settle() {
        if (start.size() != static_cast<std::size_t>(shape().parameters())) start.clear();
        depth = std::min(depth, layers + 1.0);
    }

    void draw(Frame& frame) const {
        const NetworkLab lab = worked_out(frame);
        const Rect second{0.5, 0, 0.5, 0.7};
        invitation(input_plane(frame, lab, {0, 0, 0.5, 0.7}), lab);
        if (view == LayerView::space) space_at_depth(frame, lab, second);
        if (view == LayerView::weights) weights_view(frame, lab, second);
        if (view == LayerView::landscape) loss_landscape(frame, lab, slice, second);
        strip_of_maps(frame, lab, {0, 0.7, 0.5, 0.3});
        training_curves(frame, lab, most_training_steps, {0.5, 0.7, 0.5, 0.3});
        state(frame, lab);
    }

    NetworkLab worked_out(Frame& frame) const {
        NetworkLab lab;
        lab.reach = data == ClassData::own ? reach : 1;
        lab.data = data == ClassData::own ? own_points(points, reach) : made_points(data, n, noise);
        lab.depth = depth;
        Network first = random_network(shape(), static_cast<std::uint64_t>(seed));
        if (!start.empty()) first.parameters = start;
        TrainingRule rule;
        rule.method = method;
        rule.settings = info(method).defaults;
        rule.settings.rate = rate;
        rule.l1 = l1;
        rule.l2 = l2;
        rule.batch = batch;
        rule.seed = static_cast<std::uint64_t>(seed);
        lab.order = {first, lab.data.examples(), rule};
        lab.problem = training_problem(first.shape, lab.order.examples, rule);
        lab.network = first;
        if (lab.problem.empty()) follow_training(frame, lab);
        lab.now = score(lab.network, lab.data.x, lab.data.t);
        lab.by_hand = !start.empty() && lab.step == 0;
        return lab;
    }

    // Whoever is patient waits for the step asked for; a live picture shows how far the worker has come.
    void follow_training(Frame& frame, NetworkLab& lab) const {
        lab.run = training_run(lab.order, lab.data.x, lab.data.t);
        lab.step = lab.wanted = step;
        if (!frame.stage().patient) {
            train_ahead(lab.run, step);
            lab.step = std::min(step, static_cast<int>(lab.run->ready()) - 1);
            if (lab.step < step) frame.more_to_come(static_cast<double>(lab.step) / step);
        }
        lab.moment = lab.run->at(static_cast<std::size_t>(lab.step));
        lab.network = lab.moment.training.network;
    }

    void invitation(Panel& plane, const NetworkLab& lab) const {
        plane.formula("\\text{accuracy } \\num{accuracy:.2f},\\ \\text{loss } \\num{loss:.3f}", 20);
        if (!lab.problem.empty()) plane.note(lab.problem, Ink::negative);
        else if (lab.moment.broke_at >= 0)
            plane.note(
                "Training broke down at step " + std::to_string(lab.moment.broke_at) + ": the steps were too large.",
                Ink::negative);
        else if (const int dead = dead_layer(lab))
            plane.note("Every unit of layer " + std::to_string(dead) +
                           " is dead: nothing gets through, and nothing is learnt any more. Try another seed.",
                       Ink::negative);
        else plane.note("Play to train, or drag the line or arrow of a unit.", Ink::faint);
        if (data != ClassData::own) return;
        plane.takes("points");
        constexpr std::size_t most_handles = 60;  // of more, the nearest is dragged
        if (points.size() > most_handles) return;
        for (std::size_t i = 0; i < points.size(); ++i) {
            Handle& handle = plane.handle(Vec2(points[i].head<2>()), "points", "Drag a point of your data",
                                          class_inks[points[i].z() > 0.5]);
            handle.moves = {static_cast<int>(3 * i), static_cast<int>(3 * i + 1)};
        }
    }

    void state(Frame& frame, const NetworkLab& lab) const {
        frame.fact("loss", lab.now.loss, "Loss");
        frame.fact("accuracy", lab.now.accuracy, "Accuracy");
        frame.fact(
            "confusion",
            std::vector<std::vector<double>>{std::vector<double>{double(lab.now.right_0), double(lab.now.wrong_0)},
                                             std::vector<double>{double(lab.now.wrong_1), double(lab.now.right_1)}},
            "Class 0 and 1: answered 0, 1");
        if (lab.step > 0 && std::isfinite(lab.moment.training.gradient))
            frame.fact("gradient", lab.moment.training.gradient, "Length of the last gradient");
        else frame.undefined_fact("gradient", "No step has been taken.", "Length of the last gradient");
        frame.fact("weights", lab.network.parameters, "Weights");
        frame.fact("parameters", std::int64_t{lab.network.shape.parameters()}, "How many weights");
        const std::vector<int> dead = dead_units(lab);
        frame.fact("dead_units", std::accumulate(dead.begin(), dead.end(), std::int64_t{0}), "Dead units");
        frame.fact("kept", "This training keeps " + megabytes(lab) + " MB of at most 64 MB", "Memory");
        const StagedNetwork staged(lab.network);
        frame.fact("stage", words_of_depth(lab, staged), "At this depth");
        frame.describe(alt_text(lab));
    }

    static std::string megabytes(const NetworkLab& lab) {
        const double amount = 1e-6 * static_cast<double>(bytes_of_moment(lab.network)) * (lab.step + 1);
        return amount < 0.1 ? "less than 0.1" : fixed(amount, 1);
    }

    // Of each layer the hidden units that answer the same for every point: a relu that none of them reaches.
    static std::vector<int> dead_units(const NetworkLab& lab) {
        std::vector<int> dead(static_cast<std::size_t>(lab.layers() - 1));
        if (lab.data.t.size() == 0 || lab.network.shape.activation != Activation::relu) return dead;
        const ForwardPass pass = forward(lab.network, lab.data.x);
        for (std::size_t layer = 0; layer < dead.size(); ++layer)
            for (Eigen::Index unit = 0; unit < pass.z[layer].cols(); ++unit)
                dead[layer] += pass.z[layer].col(unit).maxCoeff() <= 0;
        return dead;
    }

    // The first layer that lets nothing through; 0: every layer does.
    static int dead_layer(const NetworkLab& lab) {
        const std::vector<int> dead = dead_units(lab);
        for (std::size_t layer = 0; layer < dead.size(); ++layer)
            if (dead[layer] == lab.network.shape.hidden[layer]) return static_cast<int>(layer) + 1;
        return 0;
    }

    static std::string alt_text(const NetworkLab& lab) {
        std::string units;
        for (const int each : lab.network.shape.hidden) units += (units.empty() ? "" : ", ") + std::to_string(each);
        const std::string right =
            std::isfinite(lab.now.accuracy)
                ? fixed(100 * lab.now.accuracy, 0) + " % of the points lie on their side of its boundary"
                : "there are no points";
        return "A network with hidden layers of " + units + " units after " + std::to_string(lab.step) +
               " steps of training: " + right + ". Beside it what it makes of the plane, layer by layer.";
    }

    bool operator==(const SmallNetwork&) const = default;
};

}  // namespace

Scene network() { return scene_of<SmallNetwork>(); }

}  // namespace eigenscape
