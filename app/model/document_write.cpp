// Documents as JSON text. It is put together by hand, so that the same document gives the same bytes and reads well;
// what a newer program added is the library's to print.
#include "app/model/document.h"

#include "app/model/json_text.h"
#include "app/model/literal.h"
#include "app/model/numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

using nlohmann::json;

std::string numbers_text(std::initializer_list<double> numbers) {
    std::string out = "[";
    for (const double x : numbers) out += (out.size() > 1 ? "," : "") + number_text(std::isfinite(x) ? x : 0);
    return out + "]";
}

std::string view_text(const View& view) {
    if (const auto* box = std::get_if<View2>(&view))
        return "{\"box\": " + numbers_text({box->lo.x(), box->lo.y(), box->hi.x(), box->hi.y()}) + "}";
    const View3& orbit = std::get<View3>(view);
    return "{\"orbit\": " + numbers_text({orbit.azimuth, orbit.elevation}) + ", \"zoom\": " + number_text(orbit.zoom) +
           ", \"pan\": " + numbers_text({orbit.pan.x(), orbit.pan.y()}) + "}";
}

// Lines of "name": value within an object that is a member of the document.
std::string object_text(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string out = "{";
    for (const auto& [name, value] : members)
        out += (out.size() > 1 ? ",\n    " : "\n    ") + json_string(name) + ": " + value;
    return out + (members.empty() ? "}" : "\n  }");
}

}  // namespace

std::string to_text(const Document& document, const std::vector<Scene>& scenes) {
    json unknown = json::parse(document.unknown, nullptr, false);
    if (!unknown.is_object()) unknown = json::object();
    std::vector<std::pair<std::string, std::string>> parameters, views;
    const auto scene = std::ranges::find_if(scenes, [&](const Scene& each) { return each.words.id == document.scene; });
    if (scene != scenes.end())
        for (std::size_t i = 0; i < scene->params.size() && i < document.state.size(); ++i)
            parameters.emplace_back(scene->params[i].name, print(scene->params[i], document.state[i]));
    if (unknown.contains("parameters") && unknown["parameters"].is_object())
        for (const auto& [name, value] : unknown["parameters"].items()) parameters.emplace_back(name, json_text(value));
    for (const auto& [name, view] : document.views) views.emplace_back(name, view_text(view));
    std::string out = "{\n  \"format\": \"eigenscape\",\n  \"version\": " + std::to_string(document_version) +
                      ",\n  \"program\": \"" EIGENSCAPE_VERSION "\",\n  \"scene\": " + json_string(document.scene) +
                      ",\n  \"parameters\": " + object_text(parameters) + ",\n  \"views\": " + object_text(views) +
                      ",\n  \"theme\": " + json_string(document.theme) +
                      ",\n  \"canvas\": " + numbers_text({document.canvas_points.x(), document.canvas_points.y()});
    for (const auto& [name, value] : unknown.items())
        if (name != "parameters") out += ",\n  " + json_string(name) + ": " + json_text(value);
    return out + "\n}\n";
}

}  // namespace eigenscape
