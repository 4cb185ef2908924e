// Documents as JSON text, read without trusting a byte; document_write.cpp writes them.
// Damage to the text as a whole refuses it; a value that is not understood becomes the default, with a remark.
#include "app/model/document.h"

#include "app/model/json_text.h"
#include "app/model/literal.h"
#include "app/model/state.h"
#include "core/calculus/nearest_name.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <new>
#include <set>

namespace eigenscape {
namespace {

using nlohmann::json;

constexpr std::size_t most_document_bytes = 4u << 20;
constexpr int most_document_depth = 32;
constexpr double most_canvas = 16384;

const Scene* scene_named(const std::vector<Scene>& scenes, std::string_view id) {
    const auto found =
        std::find_if(scenes.begin(), scenes.end(), [&](const Scene& scene) { return scene.words.id == id; });
    return found == scenes.end() ? nullptr : &*found;
}

// Brackets outside strings, counted before the parser sees them.
int nesting_of(std::string_view text) {
    int depth = 0, deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\') ++i;
        else if (c == '"') quoted = !quoted;
        else if (!quoted && (c == '{' || c == '[')) deepest = std::max(deepest, ++depth);
        else if (!quoted && (c == '}' || c == ']')) --depth;
    }
    return deepest;
}

std::string place_in(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte == 0 ? 0 : std::min(byte - 1, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t column =
        before.size() - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Parses and notes names that occur twice in one object.
json parsed(std::string_view text, std::vector<std::string>& remarks) {
    std::vector<std::set<std::string>> names;
    return json::parse(text, [&](int, json::parse_event_t event, json& held) {
        if (event == json::parse_event_t::object_start) names.emplace_back();
        if (event == json::parse_event_t::object_end) names.pop_back();
        if (event == json::parse_event_t::key && !names.back().insert(held.get<std::string>()).second &&
            remarks.size() < 20)
            remarks.push_back(as_given(held.get<std::string>()) + " is there twice; the last one counts.");
        return true;
    });
}

std::optional<std::vector<double>> finite_numbers(const json& list, std::size_t count) {
    if (!list.is_array() || list.size() != count) return std::nullopt;
    std::vector<double> numbers;
    for (const json& entry : list) {
        if (!entry.is_number() || !std::isfinite(entry.get<double>())) return std::nullopt;
        numbers.push_back(entry.get<double>());
    }
    return numbers;
}

std::optional<View> view_of(const json& held) {
    if (!held.is_object()) return std::nullopt;
    if (held.contains("box")) {
        const auto box = finite_numbers(held["box"], 4);
        if (!box || !((*box)[0] < (*box)[2]) || !((*box)[1] < (*box)[3])) return std::nullopt;
        return View2{{(*box)[0], (*box)[1]}, {(*box)[2], (*box)[3]}};
    }
    const auto orbit = finite_numbers(held.value("orbit", json()), 2),
               pan = finite_numbers(held.value("pan", json()), 2);
    const auto zoom = finite_numbers(json::array({held.value("zoom", json())}), 1);
    if (!orbit || !pan || !zoom || !((*zoom)[0] > 0) || std::abs((*orbit)[1]) > pi / 2) return std::nullopt;
    View3 view;
    view.azimuth = (*orbit)[0];
    view.elevation = (*orbit)[1];
    view.zoom = (*zoom)[0];
    view.pan = {(*pan)[0], (*pan)[1]};
    return view;
}

// Fills a Document from parsed JSON, member by member.
class DocumentReader {
  public:
    DocumentReader(const json& root, const Scene& scene, Document& document)
        : root_(root), scene_(scene), document_(document) {}

    void read() {
        document_.scene = scene_.words.id;
        document_.made_by = root_.value("program", json()).is_string() ? root_["program"].get<std::string>() : "";
        parameters();
        views();
        theme();
        canvas();
        for (const auto& [name, value] : root_.items())
            if (!known_member(name)) unknown_[name] = value;
        document_.unknown = unknown_.empty() ? "{}" : json_text(unknown_);
        if (!unknown_.empty()) remark("Parts that this version does not know were kept: " + names_of(unknown_) + ".");
    }

  private:
    static bool known_member(const std::string& name) {
        static const std::set<std::string> known{"format",     "version", "program", "scene",
                                                 "parameters", "views",   "theme",   "canvas"};
        return known.contains(name);
    }
    static std::string names_of(const json& object) {
        std::string out;
        for (const auto& [name, value] : object.items()) out += (out.empty() ? "" : ", ") + as_given(name);
        return out.size() > 200 ? std::to_string(object.size()) + " of them" : out;
    }
    void remark(std::string words) {
        if (document_.remarks.size() < 20) document_.remarks.push_back(std::move(words));
    }

    void parameters() {
        document_.state = scene_.defaults;
        if (!root_.contains("parameters")) return remark("There are no parameters; the defaults are used.");
        const json& held = root_["parameters"];
        if (!held.is_object())
            return remark("\"parameters\" is not a list of names with values; the defaults are used.");
        for (const auto& [name, value] : held.items()) {
            const auto index = param_named(scene_, name);
            if (const auto* problem = std::get_if<BadValue>(&index)) {
                remark(problem->message + " It was left out.");
                unknown_["parameters"][name] = value;
            } else {
                parameter(static_cast<std::size_t>(std::get<int>(index)), value);
            }
        }
        for (const Param& param : scene_.params)
            if (!held.contains(param.name)) remark(param.name + " is missing; its default is used.");
        document_.state = scene_.settle(std::move(document_.state));
    }
    void parameter(std::size_t index, const json& value) {
        const Param& param = scene_.params[index];
        const bool worded = param.kind == Kind::choice || param.kind == Kind::picture || param.kind == Kind::formula;
        auto read = value.is_string() != worded
                        ? std::variant<Value, BadValue>(
                              BadValue{param.name + ": " + as_given(json_text(value)) + " is of another kind.", 0})
                        : parse(param, json_text(value));
        if (const auto* problem = std::get_if<BadValue>(&read)) remark(problem->message + " Its default is used.");
        else document_.state[index] = std::get<Value>(std::move(read));
    }

    void views() {
        if (!root_.contains("views")) return;
        const json& held = root_["views"];
        if (!held.is_object() || held.size() > 64)
            return remark("\"views\" is not understood; every panel is seen from home.");
        for (const auto& [name, value] : held.items()) {
            if (const auto view = view_of(value)) document_.views[name] = *view;
            else remark("The view of the panel " + as_given(name) + " is not understood; it is seen from home.");
        }
    }
    void theme() {
        const json held = root_.value("theme", json("dark"));
        if (held.is_string() && find_theme(held.get<std::string>())) document_.theme = held.get<std::string>();
        else
            remark("There is no theme " + as_given(held.is_string() ? held.get<std::string>() : json_text(held)) +
                   "; dark is used.");
    }
    void canvas() {
        if (!root_.contains("canvas")) return;
        const auto size = finite_numbers(root_["canvas"], 2);
        const auto fits = [](double x) { return x >= 1 && x <= most_canvas; };
        if (size && fits((*size)[0]) && fits((*size)[1])) document_.canvas_points = {(*size)[0], (*size)[1]};
        else
            remark("The size of the canvas, " + as_given(json_text(root_["canvas"])) +
                   ", cannot be used; the usual one is.");
    }

    const json& root_;
    const Scene& scene_;
    Document& document_;
    json unknown_ = json::object();
};

Unreadable foreign() {
    return {"This is not an Eigenscape document. Open a picture or a state file that Eigenscape has saved."};
}

// What the first members say about the rest: whose file it is, of which version, of which scene.
std::variant<const Scene*, Unreadable> scene_of_root(const json& root, const std::vector<Scene>& scenes) {
    if (!root.is_object() || root.value("format", json()) != "eigenscape") return foreign();
    const json version = root.value("version", json()), program = root.value("program", json());
    if (!version.is_number_integer() || version.get<double>() < 1)
        return Unreadable{"The document does not say which version of the format it has, so it cannot be read safely."};
    if (version.get<double>() > document_version)
        return Unreadable{"This was saved by a newer Eigenscape" +
                          (program.is_string() ? " (" + as_given(program.get<std::string>()) + ")" : "") +
                          ": its format is version " + json_text(version) + ", this program reads version " +
                          std::to_string(document_version) +
                          ". Open it with the newer program; the file was left as it is."};
    const json id = root.value("scene", json());
    if (!id.is_string()) return Unreadable{"The document does not name a scene, so there is nothing to open."};
    if (const Scene* scene = scene_named(scenes, id.get<std::string>())) return scene;
    std::vector<std::string_view> known;
    known.reserve(scenes.size());
    for (const Scene& scene : scenes) known.push_back(scene.words.id);
    const std::string name = id.get<std::string>(), near = nearest_name(name, known);
    return Unreadable{"This program has no scene " + as_given(name) + "." +
                      (near.empty() ? "" : " The nearest it has is " + near + ".")};
}

}  // namespace

DocumentOutcome document_from_text(std::string_view text, const std::vector<Scene>& scenes) {
    if (trimmed(text).empty()) return Unreadable{"The document is empty."};
    if (text.size() > most_document_bytes)
        return Unreadable{"The document is larger than 4 MiB; no document of Eigenscape is."};
    if (nesting_of(text) > most_document_depth)
        return Unreadable{"The document is nested more than 32 levels deep; no document of Eigenscape is."};
    Document document;
    try {
        const json root = parsed(text, document.remarks);
        const auto scene = scene_of_root(root, scenes);
        if (const auto* problem = std::get_if<Unreadable>(&scene)) return *problem;
        DocumentReader(root, *std::get<const Scene*>(scene), document).read();
    } catch (const json::parse_error& error) {
        return Unreadable{"The document is damaged at " + place_in(text, error.byte) + ". Nothing was opened."};
    } catch (const json::out_of_range&) {
        return Unreadable{"The document holds a number beyond those that a computer holds. Nothing was opened."};
    } catch (const std::bad_alloc&) {
        return Unreadable{"There is not enough memory to open this document. Nothing was opened."};
    } catch (const std::exception&) {
        return Unreadable{"The document could not be understood. Nothing was opened."};
    }
    return document;
}

}  // namespace eigenscape
