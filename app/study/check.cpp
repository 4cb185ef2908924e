// Every name against the scene's parameters and the facts of all its shown states; see check.h.
#include "app/study/check.h"

#include "app/model/state.h"
#include "app/study/code.h"
#include "app/study/story.h"
#include "core/calculus/nearest_name.h"
#include "viz/number.h"
#include "viz/theme.h"

#include <algorithm>
#include <set>

namespace eigenscape {
namespace {

class Check {
  public:
    Check(const Scene& scene, const Lesson& lesson) : scene_(scene), lesson_(lesson), problems_(lesson.problems) {}

    std::vector<Problem> run() {
        gather_names();
        check_layers();
        for (const auto* blocks :
             {&lesson_.see, &lesson_.plain, &lesson_.formal, &lesson_.why, &lesson_.misconceptions})
            check(*blocks);
        check_misconceptions();
        check_symptoms();
        check_concepts();
        check_story();
        for (const Challenge& challenge : lesson_.challenges) check(challenge);
        for (const Prediction& prediction : lesson_.predictions) check(prediction);
        for (const Card& card : lesson_.cards) check(card);
        check_code();
        return std::move(problems_);
    }

  private:
    void tell(int line, std::string message) {  // once, also where several states have the same problem
        Problem problem{line, std::move(message)};
        if (std::ranges::find(problems_, problem) == problems_.end()) problems_.push_back(std::move(problem));
    }

    State state_of(const std::vector<std::string>& settings, int line) {
        const Outcome outcome = set_all(scene_, scene_.defaults, settings);
        if (const auto* bad = std::get_if<BadValue>(&outcome)) {
            tell(line, bad->message);
            return scene_.defaults;
        }
        return std::get<State>(outcome);
    }

    void learn(const State& state) {
        const Moment moment = moment_of(scene_, state);
        for (const Fact& fact : moment.frame->facts()) names_.insert(fact.name);
    }

    void gather_names() {
        for (const Param& param : scene_.params) names_.insert(param.name);
        learn(scene_.defaults);
        for (const Preset& preset : scene_.presets)
            if (const Outcome outcome = preset_state(scene_, preset); std::holds_alternative<State>(outcome))
                learn(std::get<State>(outcome));
        const Story story = story_of(scene_, lesson_.story);
        for (const StoryBeat& beat : story.beats) learn(beat.to);
        for (const Challenge& challenge : lesson_.challenges) learn_from(challenge.start), learn_from(challenge.answer);
        for (const Prediction& prediction : lesson_.predictions)
            learn_from(prediction.start), learn_from(prediction.answer);
    }

    void learn_from(const std::vector<std::string>& settings) {
        if (const Outcome outcome = set_all(scene_, scene_.defaults, settings); std::holds_alternative<State>(outcome))
            learn(std::get<State>(outcome));
    }

    void check_name(std::string_view path, int line) {
        const std::string_view name = path.substr(0, path.find_first_of("[."));
        if (names_.contains(name)) return check_entry(path, line);
        const std::vector<std::string_view> known(names_.begin(), names_.end());
        const std::string near = nearest_name(name, known);
        tell(line,
             "\"" + std::string(name) + "\" is neither a parameter nor a fact of " + scene_.words.id + "." +
                 (near.empty() ? " See eigenscape facts " + scene_.words.id + "." : " Did you mean \"" + near + "\"?"));
    }

    // A parameter's entries are the same in every state; those of facts are not.
    void check_entry(std::string_view path, int line) {
        const Named found = named(Moment{&scene_, scene_.defaults, nullptr}, path);
        if (found.param >= 0 && std::holds_alternative<std::monostate>(found.value))
            tell(line, found.reason + " Rows and columns count from 0: A[0][1].");
    }

    void check_tex(std::string_view tex, int line) {
        for (std::size_t at = 0; (at = tex.find("\\num{", at)) != tex.npos; at += 5) {
            const std::string_view inside = tex.substr(at + 5, tex.find('}', at) - at - 5);
            check_name(inside.substr(0, inside.find(':')), line);
        }
        for (std::size_t at = 0; (at = tex.find("\\textcolor{", at)) != tex.npos; at += 11) {
            const std::string_view role = tex.substr(at + 11, tex.find('}', at) - at - 11);
            const auto ink = ink_named(role);
            if (!ink || !is_role(*ink))
                tell(line, "There is no role \"" + std::string(role) + "\" to colour a formula with.");
        }
    }

    void check(const Link& link, int line) {
        const Scene* scene = find_scene(link.scene);
        if (!scene) {
            const std::string near = nearest_scene(link.scene);
            return tell(line, "There is no scene \"" + link.scene + "\" to link to." +
                                  (near.empty() ? "" : " Did you mean \"" + near + "\"?"));
        }
        const Outcome outcome = set_all(*scene, scene->defaults, link.settings);
        if (const auto* bad = std::get_if<BadValue>(&outcome)) tell(line, bad->message);
    }

    void check(const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            if (span.kind == Span::live) check_name(span.text, span.line);
            if (span.kind == Span::formula) check_tex(span.text, span.line);
            if (span.link) check(*span.link, span.line);
        }
    }

    void check(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            check(block.spans);
            if (block.kind == Block::formula) check_tex(block.text, block.line);
        }
    }

    void check_layers() {
        if (lesson_.title.empty()) tell(1, "The lesson has no title. Begin with # and its name.");
        for (const Layer layer : {Layer::see, Layer::plain, Layer::formal})
            if (lesson_.layer(layer).empty())
                tell(1, "The lesson has no text under \"" + std::string(title_of(layer)) + "\".");
        if (lesson_.readings.empty())
            tell(1,
                 "\"In plain words\" has no formula read aloud: a displayed formula, $$…$$, followed by a quotation, > "
                 "\"…\".");
        if (lesson_.why.empty()) tell(1, "The lesson does not say why it matters in machine learning.");
        if (lesson_.symptoms.empty()) tell(1, "The lesson names no symptom that brings people here.");
        if (lesson_.prerequisites.empty()) tell(1, "The lesson has no list of prerequisites.");
        if (lesson_.leads_to.empty()) tell(1, "The lesson does not say what it leads to.");
        if (lesson_.story.empty()) tell(1, "The lesson has no story.");
        if (lesson_.challenges.size() < 2) tell(1, "The lesson has fewer than two challenges.");
        if (lesson_.cards.size() < 4) tell(1, "The lesson has fewer than four cards.");
    }

    void check_misconceptions() {
        int found = 0;
        for (const Block& block : lesson_.misconceptions) {
            if (block.kind != Block::item) continue;
            ++found;
            if (block.spans.empty() || !block.spans[0].strong)
                tell(block.line, "A misconception begins with itself in bold: - **\"…\"** What is true.");
        }
        if (!found) tell(1, "The lesson lists no misconceptions.");
    }

    void check_symptoms() {
        for (const Symptom& symptom : lesson_.symptoms) check(symptom.advice), check(symptom.at, symptom.line);
    }

    void check_concepts() {
        for (const auto* list : {&lesson_.prerequisites, &lesson_.leads_to})
            for (const Concept& each : *list)
                if (!each.scene.empty()) check(Link{each.scene, {}}, each.line);
    }

    void check_story() {
        for (const Problem& problem : story_of(scene_, lesson_.story).problems) problems_.push_back(problem);
        for (const StoryStep& step : lesson_.story) check(step.words);
    }

    void check(const Challenge& challenge) {
        check(challenge.more), check(challenge.found);
        for (const auto& hint : challenge.hints) check(hint);
        for (const std::string& name : names_in(challenge.condition)) check_name(name, challenge.line);
        if (holds(challenge.condition, moment_of(scene_, state_of(challenge.start, challenge.line))))
            tell(challenge.line, "This challenge is met before anything is done.");
        if (!challenge.answer.empty() &&
            !holds(challenge.condition, moment_of(scene_, state_of(challenge.answer, challenge.line))))
            tell(challenge.line, "This challenge's own answer does not meet its condition.");
    }

    void check(const Prediction& prediction) {
        check(prediction.explanation);
        check(prediction.asked);
        for (const auto& option : prediction.options) check(option.words);
        for (const std::string& name : names_in(prediction.condition)) check_name(name, prediction.line);
        const State start = state_of(prediction.start, prediction.line);
        if (prediction.guess)
            return check(*prediction.guess, start, state_of(prediction.answer, prediction.line), prediction.line);
        if (!prediction.answer.empty() &&
            !holds(prediction.condition, moment_of(scene_, state_of(prediction.answer, prediction.line))))
            tell(prediction.line, "The condition of this prediction does not hold where its answer is shown.");
    }

    // It can be made in the picture before the change, and told about in the one after it.
    void check(const Guess& guess, const State& start, const State& answer, int line) {
        const std::size_t before = problems_.size();
        for (const NamedFormula* formula : {&guess.x, &guess.y})
            for (const std::string& name : names_in(*formula)) check_name(name, line);
        if (!guess.problem.empty() || problems_.size() > before) return;
        if (start == answer) tell(line, "This prediction is seen before it is made: its start is its answer.");
        const Moment after = moment_of(scene_, answer);
        const auto value = truth(guess, after);
        if (!value)
            return tell(line, "What is guessed here is undefined where the answer is shown: " + guess.text + ".");
        if (!guess.is_point() && (value->x() < guess.from || value->x() > guess.to))
            tell(line, "The scale of this guess does not reach its answer, " + plain(value->x(), 4) + ".");
        if (!guess.is_point()) return;
        for (const Moment& moment : {moment_of(scene_, start), after}) check_panel(guess, *value, *moment.frame, line);
    }

    void check_panel(const Guess& guess, const Vec2& value, const Frame& frame, int line) {
        std::string flat;
        for (const Panel& panel : frame.panels()) {
            if (panel.kind == PanelKind::space) continue;
            if (panel.name != guess.panel) {
                flat += (flat.empty() ? "" : ", ") + panel.name;
                continue;
            }
            const bool inside =
                (value.array() >= panel.home.lo.array()).all() && (value.array() <= panel.home.hi.array()).all();
            if (!inside) tell(line, "The answer lies outside what the panel \"" + panel.name + "\" shows.");
            return;
        }
        tell(line, "There is no flat panel \"" + guess.panel + "\" to guess on. There are: " + flat + ".");
    }

    void check(const Card& card) {
        check(card.asked), check(card.answer);
        state_of(card.state, card.line);
    }

    void check_code() {
        std::string all;
        for (const Block& block : lesson_.code) {
            if (block.kind != Block::code) check(block.spans);
            else if (block.language != "python") tell(block.line, "Code begins with a line ```python.");
            else all += block.text;
            if (block.text.find("f\"") != std::string::npos || block.text.find("f'") != std::string::npos)
                tell(block.line,
                     "Python's f-strings do not go together with {placeholders}. Write print(\"det =\", det).");
        }
        if (all.empty()) return tell(1, "The lesson has no code.");
        if (filled_code(all, scene_, scene_.defaults) == all)
            tell(1, "The code uses none of the scene's parameters: write A = np.array({A}).");
    }

    const Scene& scene_;
    const Lesson& lesson_;
    std::vector<Problem> problems_;
    std::set<std::string, std::less<>> names_;
};

}  // namespace

std::vector<Problem> check_lesson(const Scene& scene, const Lesson& lesson) { return Check(scene, lesson).run(); }

}  // namespace eigenscape
