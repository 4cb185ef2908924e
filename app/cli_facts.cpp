// `facts`, `list` and `info`: what can be told without drawing a pixel.
// Everything printed as JSON is complete and has full double precision.
#include "app/cli.h"

#include "app/cli_subject.h"
#include "app/model/facts.h"
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "viz/image/file.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace eigenscape {
namespace {

using nlohmann::ordered_json;

const char* kind_words(Kind kind) {
    switch (kind) {
        case Kind::boolean: return "switch";
        case Kind::integer: return "integer";
        case Kind::real: return "real";
        case Kind::choice: return "choice";
        case Kind::vec2: return "vec2";
        case Kind::vec3: return "vec3";
        case Kind::mat2: return "mat2";
        case Kind::mat3: return "mat3";
        case Kind::points: return "points";
        case Kind::points3: return "points3";
        case Kind::numbers: return "numbers";
        case Kind::picture: return "picture";
        case Kind::formula: return "formula";
    }
    return "";
}

bool has_range(Kind kind) {
    return kind != Kind::boolean && kind != Kind::choice && kind != Kind::picture && kind != Kind::formula;
}

ordered_json json_of(const Param& param, const Value& value) {
    ordered_json row = {
        {"name", param.name}, {"title", param.title}, {"kind", kind_words(param.kind)}, {"help", param.range.help}};
    if (has_range(param.kind)) row["min"] = param.range.min, row["max"] = param.range.max;
    if (!param.range.unit.empty()) row["unit"] = param.range.unit;
    if (param.range.scale == Scale::log) row["scale"] = "log";
    if (!param.range.choices.empty()) row["choices"] = param.range.choices;
    if (param.plays()) row["plays_seconds"] = param.seconds;
    row["default"] = ordered_json::parse(value_json(param, value));
    return row;
}

ordered_json json_of(const Scene& scene) {
    ordered_json params = ordered_json::array(), presets = ordered_json::array();
    for (std::size_t i = 0; i < scene.params.size(); ++i) params.push_back(json_of(scene.params[i], scene.defaults[i]));
    for (const Preset& preset : scene.presets)
        presets.push_back({{"name", preset.name}, {"words", preset.words}, {"settings", preset.settings}});
    return {{"id", scene.words.id},
            {"title", scene.words.title},
            {"topic", scene.words.topic},
            {"summary", scene.words.summary},
            {"keywords", scene.words.keywords},
            {"parameters", params},
            {"presets", presets}};
}

std::string range_of(const Param& param) {
    if (has_range(param.kind)) return number_text(param.range.min) + " to " + number_text(param.range.max);
    std::string words;
    for (const std::string& choice : param.range.choices) words += (words.empty() ? "" : " | ") + choice;
    return words.empty() ? kind_words(param.kind) : words;
}

std::string padded(std::string words, std::size_t width) {
    return words.size() < width ? words.append(width - words.size(), ' ') : words + " ";
}

}  // namespace

void list_scenes(const Request& request) {
    if (request.json) {
        ordered_json scenes = ordered_json::array();
        for (const Scene& scene : all_scenes()) scenes.push_back(json_of(scene));
        std::cout << scenes.dump(2) << "\n";
        return;
    }
    for (const Scene& scene : all_scenes()) {
        std::cout << scene.words.id << " \u2013 " << scene.words.summary << "\n";
        for (std::size_t i = 0; i < scene.params.size(); ++i) {
            const Param& param = scene.params[i];
            std::cout << "    " << padded(param.name + "=" + print(param, scene.defaults[i]), 28)
                      << padded(range_of(param), 20) << " " << param.range.help << "\n";
        }
    }
}

void print_facts(const Request& request) {
    const Document document = document_of(request);
    tell_remarks(request, document);
    const Scene& scene = scene_of_document(document);
    Frame frame(Stage{document.canvas_points, document.views});
    scene.draw(document.state, frame);
    std::cout << facts_json(scene, document.state, frame) << "\n";
}

void print_info(const Request& request) {
    const ReadFile file = read_file(request.subject);
    if (!file.why.empty()) throw Refusal(1, file.why);
    const DocumentOutcome outcome = document_from_png(file.bytes);
    if (const auto* unreadable = std::get_if<Unreadable>(&outcome))
        throw Refusal(1, "\"" + request.subject + "\": " + unreadable->message);
    const Document& document = std::get<Document>(outcome);
    if (request.json) {
        std::cout << to_text(document);
        return;
    }
    const Scene& scene = scene_of_document(document);
    std::cout << scene.words.title << " (" << scene.words.id << ")\n";
    for (std::size_t i = 0; i < scene.params.size(); ++i)
        std::cout << "    " << scene.params[i].name << "=" << print(scene.params[i], document.state[i]) << "\n";
    std::cout << "theme " << document.theme << ", canvas " << number_text(document.canvas_points.x()) << " by "
              << number_text(document.canvas_points.y()) << " points";
    if (!document.made_by.empty()) std::cout << ", made by Eigenscape " << document.made_by;
    std::cout << "\n";
    for (const std::string& remark : document.remarks) std::cout << remark << "\n";
}

}  // namespace eigenscape
