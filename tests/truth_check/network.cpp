// A small network forwards, backwards and trained: each op of neural_net.json, computed twice where it can be:
// by the tables of network.h, whose every number is compared, and by the fast loops of training.h.
#include "core/learn/network.h"
#include "core/learn/training.h"
#include "tests/truth_check/ops.h"

#include <stdexcept>

namespace eigenscape::truth {
namespace {

Activation activation_of(const std::string& name) {
    for (const auto& row : activations())
        if (row.name == name) return row.activation;
    throw std::runtime_error("core has no activation " + name);
}

Loss loss_of(const std::string& name) {
    if (name == "half_se") return Loss::half_squared;
    if (name == "mse") return Loss::mean_squared;
    if (name == "bce") return Loss::log_loss;
    throw std::runtime_error("core has no loss " + name);
}

std::string key(const char* letter, int layer) { return letter + std::to_string(layer + 1); }

Network network_of(const Json& input) {
    const Json& params = input.at("params");
    NetworkShape shape{static_cast<int>(params.at("W1")[0].size()),
                       {},
                       1,
                       activation_of(input.value("hidden", "tanh")),
                       activation_of(input.value("output", "linear"))};
    int layers = 0;
    while (params.contains(key("W", layers))) ++layers;
    for (int k = 0; k + 1 < layers; ++k) shape.hidden.push_back(static_cast<int>(params[key("W", k)].size()));
    shape.outputs = static_cast<int>(params[key("W", layers - 1)].size());
    Network network{shape, std::vector<double>(static_cast<std::size_t>(shape.parameters()))};
    for (int k = 0; k < layers; ++k) {
        network.weights(k) = matrix_of(params[key("W", k)]);
        network.biases(k) = vector_of(params.at(key("b", k)));
    }
    return network;
}

MatX targets_of(const Json& t) { return t[0].is_array() ? matrix_of(t) : MatX(vector_of(t)); }

// The file lists a single output as plain numbers, not as rows of one.
Json as_listed(const MatX& table, const Json& want) {
    return want.is_array() && !want.empty() && !want[0].is_array() ? json_of(table.col(0)) : rows_of(table);
}

Json parameters_of(const Network& network) {
    Json named;
    for (int k = 0; k < network.shape.layers(); ++k) {
        named[key("W", k)] = rows_of(network.weights(k));
        named[key("b", k)] = json_of(network.biases(k));
    }
    return named;
}

void compare_loss(Ledger& ledger, const Network& network, const Json& input, Loss which, const Json& want) {
    const Examples examples(matrix_of(input.at("X")), targets_of(input.at("t")));
    ledger.close("loss by the fast loops", total_loss(network, examples, which), want);
}

Outcome forward_check(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const Network network = network_of(input);
    const ForwardPass pass = forward(network, matrix_of(input.at("X")));
    const Loss which = loss_of(input.at("loss").get<std::string>());
    for (const auto& [name, want] : check["expect"].items()) {
        const auto layer = static_cast<std::size_t>(name.back() - '1');
        if (name == "loss") {
            ledger.close(name, loss(network, pass, targets_of(input.at("t")), which), want);
            compare_loss(ledger, network, input, which, want);
        } else if (name == "y") {
            ledger.close(name, as_listed(pass.answer(), want), want);
            ledger.close("y by the fast loops", json_of(answers(network, matrix_of(input.at("X")))),
                         want[0].is_array() ? json_of(matrix_of(want).col(0)) : want);
        } else if (name[0] == 'z' && layer < pass.z.size()) {
            ledger.close(name, as_listed(pass.z[layer], want), want);
        } else if (name[0] == 'a' && layer < pass.z.size()) {
            ledger.close(name, as_listed(pass.a[layer + 1], want), want);
        } else {
            ledger.disagree(name, "not computed", words(want));
        }
    }
    return ledger.outcome();
}

Outcome backward_check(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const Network network = network_of(input);
    const auto back = backward(network, forward(network, matrix_of(input.at("X"))), targets_of(input.at("t")),
                               loss_of(input.at("loss").get<std::string>()));
    const Json slopes = parameters_of({network.shape, back.gradient});
    for (const auto& [name, want] : check["expect"].items()) {
        const std::string of = name.substr(1);
        if (name == "loss") ledger.close(name, back.loss, want);
        else if (name == "dx") ledger.close(name, as_listed(back.dx, want), want);
        else if (of[0] == 'z')
            ledger.close(name, as_listed(back.dz.at(static_cast<std::size_t>(of[1] - '1')), want), want);
        else if (slopes.contains(of)) ledger.close(name, slopes[of], want);
        else ledger.disagree(name, "not computed", words(want));
    }
    return ledger.outcome();
}

Training trained(const Json& input, int steps) {
    Training training = begin_training(network_of(input));
    TrainingRule rule;
    rule.method = Method::gradient_descent;
    rule.settings.rate = number(input.at("lr"));
    rule.loss = loss_of(input.at("loss").get<std::string>());
    const Examples examples(matrix_of(input.at("X")), targets_of(input.at("t")));
    if (const auto why = training_problem(training.network.shape, examples, rule); !why.empty())
        throw std::runtime_error(why);
    train(training, examples, rule, steps);
    return training;
}

Outcome step_check(const Json& check) {
    Ledger ledger(check);
    const Json got = parameters_of(trained(check["input"], 1).network);
    for (const auto& [name, want] : check["expect"].items()) ledger.close(name, got.value(name, Json("missing")), want);
    return ledger.outcome();
}

// Many steps: parameters at the end, and losses along the way under any name that says so.
Outcome training_check(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const int steps = input.at("steps").get<int>();
    const Examples examples(matrix_of(input.at("X")), targets_of(input.at("t")));
    const Loss which = loss_of(input.at("loss").get<std::string>());
    const auto loss_after = [&](int k) { return total_loss(trained(input, k).network, examples, which); };
    const Network last = trained(input, steps).network;
    const Json got = parameters_of(last);
    for (const auto& [name, want] : check["expect"].items()) {
        if (got.contains(name)) {
            ledger.close(name, got[name], want);
        } else if (name == "params") {
            ledger.close(name, got, want);
        } else if (name == "y") {
            ledger.close(name, json_of(answers(last, matrix_of(input.at("X")))), want);
        } else if (want.is_array()) {
            for (std::size_t k = 0; k < want.size(); ++k)
                ledger.close(name + "[" + std::to_string(k) + "]", loss_after(static_cast<int>(k)), want[k]);
        } else {
            const bool first = name.find("initial") != std::string::npos || name.find("first") != std::string::npos;
            ledger.close(name, loss_after(first ? 0 : steps), want);
        }
    }
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> network_ops() {
    return {{"nn_forward", forward_check},
            {"nn_backward", backward_check},
            {"nn_sgd_step", step_check},
            {"nn_train", training_check},
            {"nn_training", training_check}};
}

}  // namespace eigenscape::truth
