// In every scene, for every preset and at several moments: names stand inside their panel, clear of each other and of
// its formula and notes; and while time plays a name that is remembered does not flicker.
#include "app/model/numbers.h"
#include "tests/app/every_scene.h"
#include "viz/label_places.h"
#include "viz/place_head.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

std::vector<PlacedLabel> placed(const Panel& panel, const Camera& camera, const PlacedBefore& before = {}) {
    return place_labels(panel, camera, typeset_size, {place_head(panel, camera).ground}, before);
}

std::vector<State> moments(const Scene& scene) {
    std::vector<State> all = shown_states(scene);
    const int time = playing_param(scene);
    const std::size_t count = all.size();
    for (std::size_t i = 0; time >= 0 && i < count; ++i)
        for (const double part : {0.25, 0.5, 0.8}) {
            const Range& range = scene.params[static_cast<std::size_t>(time)].range;
            const Value value =
                with_numbers(scene.defaults[static_cast<std::size_t>(time)], std::vector{from_part(range, part)});
            all.push_back(with(scene, all[i], time, value));
        }
    return all;
}

void check_names(const Panel& panel, const Camera& camera) {
    const Rect ground = place_head(panel, camera).ground;
    const auto labels = placed(panel, camera);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rect& box = labels[i].box;
        CAPTURE(labels[i].label->text);
        CHECK(shared_area(box, ground) == 0);
        if (labels[i].label->tick) continue;
        CHECK(box.x >= camera.place.x);
        CHECK(box.x + box.width <= camera.place.x + camera.place.width);
        CHECK(box.y >= camera.place.y);
        CHECK(box.y + box.height <= camera.place.y + camera.place.height);
        for (std::size_t j = 0; j < i; ++j) {
            CAPTURE(labels[j].label->text);
            CHECK(shared_area(box, labels[j].box) <
                  0.1 * std::min(box.width * box.height, labels[j].box.width * labels[j].box.height));
        }
    }
}

}  // namespace

TEST_CASE("every scene: names are in the frame, clear of each other and of the notes") {
    for (const Scene& scene : all_scenes())
        for (const State& state : moments(scene))
            for (const Vec2& canvas : {Vec2(1280, 720), Vec2(900, 620)}) {
                CAPTURE(scene.words.id);
                CAPTURE(text_of(scene, state));
                CAPTURE(canvas.x());
                Frame frame(Stage{canvas, {}});
                scene.draw(state, frame);
                for (const Panel& panel : frame.panels()) check_names(panel, camera_of(panel, {}, canvas));
            }
}

TEST_CASE("every scene: while time plays a name changes its place rarely, and never back and forth") {
    constexpr int frames = 120;
    for (const Scene& scene : all_scenes()) {
        const int time = playing_param(scene);
        if (time < 0) continue;
        CAPTURE(scene.words.id);
        const Range& range = scene.params[static_cast<std::size_t>(time)].range;
        std::map<std::string, PlacedBefore> last;
        std::map<std::pair<std::string, std::pair<Ink, int>>, int> changes;
        for (int k = 0; k <= frames; ++k) {
            const Value value = with_numbers(scene.defaults[static_cast<std::size_t>(time)],
                                             std::vector{from_part(range, double(k) / frames)});
            Frame frame(Stage{{1280, 720}, {}});
            scene.draw(with(scene, scene.defaults, time, value), frame);
            for (const Panel& panel : frame.panels()) {
                const PlacedBefore now = places_of(placed(panel, camera_of(panel, {}, {1280, 720}), last[panel.name]));
                for (const KeptPlace& one : now.names)
                    for (const KeptPlace& was : last[panel.name].names)
                        if (one.ink == was.ink && one.ordinal == was.ordinal && one.place != was.place)
                            ++changes[{panel.name, {one.ink, one.ordinal}}];
                last[panel.name] = now;
            }
        }
        for (const auto& [name, count] : changes) {
            CAPTURE(name.first);
            CHECK(count <= 15);  // the racers on a map leap from step to step
        }
    }
}
