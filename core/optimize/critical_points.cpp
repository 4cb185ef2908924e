// Puts the search together: survey a grid, polish each candidate, classify, trace what is not isolated, and check the
// count against the index of ∇f round the box. See critical_points.h for what is promised.
#include "core/optimize/critical_points.h"

#include "core/memo.h"
#include "core/optimize/critical_search.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

namespace {

constexpr std::size_t most_points = 3000;
constexpr int most_sets = 8, most_kink_searches = 40, most_traces = 40;

Box2 grown(const Box2& box, const Vec2& by) { return {box.lo - by, box.hi + by}; }

// +1 for minima and maxima, −1 for saddles; nothing is known of degenerate ones.
std::optional<int> total_index(const CriticalPoints& found) {
    if (!found.sets.empty()) return std::nullopt;
    int sum = 0;
    for (const auto& point : found.points) {
        if (point.kind == CriticalKind::degenerate) return std::nullopt;
        sum += point.kind == CriticalKind::saddle ? -1 : 1;
    }
    return sum;
}

struct Search {
    const ScalarField& f;
    CriticalPoints found;
    int kinks_tried = 0, traces_tried = 0;
    bool regions_count = true;

    // A degenerate point is known to few digits only, so whatever is found close to one is that one again.
    bool is_known(const Vec2& at, double reach) const {
        return std::ranges::any_of(found.points, [&](const auto& p) {
            return (p.at - at).norm() <= (p.kind == CriticalKind::degenerate ? 0.05 : 1e-5) * reach;
        });
    }
    bool is_near(const Vec2& at, double tolerance) const {
        return std::ranges::any_of(found.points, [&](const auto& p) { return (p.at - at).norm() <= tolerance; });
    }
    bool on_set(const Vec2& at, double tolerance) const {
        return std::ranges::any_of(found.sets, [&](const auto& s) { return search::distance(s, at) <= tolerance; });
    }

    void add_flat(const Vec2& at, double radius) {
        const bool known = std::ranges::any_of(found.sets, [](const auto& s) { return s.region; });
        if (regions_count && !known) found.sets.push_back(search::flat_region(f, at, radius));
    }

    void add(const Vec2& at, const Box2& box, double reach) {
        if (is_known(at, reach) || on_set(at, 0.1 * reach)) return;
        if (f.gradient(at).isZero(0) && search::is_flat(f, at, reach / 2)) return add_flat(at, reach / 2);
        CriticalPoint point = classify(f, at, reach);
        if (point.kind == CriticalKind::degenerate && is_near(at, 0.05 * reach)) return;
        const bool singular = point.kind == CriticalKind::degenerate || point.kind == CriticalKind::not_differentiable;
        if (singular && static_cast<int>(found.sets.size()) < most_sets && traces_tried++ < most_traces) {
            if (auto set = search::trace(f, at, box, reach)) return add(std::move(*set), 0.1 * reach);
        }
        found.points.push_back(std::move(point));
    }

    // A set traced in a larger box takes the place of its shorter self, and of points that lie on it.
    void add(CriticalSet set, double tolerance) {
        std::erase_if(found.sets, [&](const auto& s) { return search::distance(set, s.path.front()) < tolerance; });
        std::erase_if(found.points, [&](const auto& p) { return search::distance(set, p.at) < tolerance; });
        found.sets.push_back(std::move(set));
    }

    void try_candidate(const search::Candidate& candidate, const Box2& box, double reach) {
        if (on_set(candidate.at, reach)) return;
        if (const auto at = search::polish(f, candidate.at, reach)) {
            if (box.contains(*at)) add(*at, box, reach);
            return;
        }
        if (!candidate.sign_change || kinks_tried++ >= most_kink_searches) return;
        if (auto point = search::kink(f, candidate.at, candidate.turn, reach); point && box.contains(point->at))
            if (!is_near(point->at, 1e-5 * reach)) found.points.push_back(std::move(*point));
    }

    // Surveys the box and a margin of one cell round it; true when the index agrees or cannot be told.
    bool look(const Box2& box, int cells) {
        const Box2 wider = grown(box, box.size() / (cells - 2));
        const auto seen = search::survey(f, wider, cells + 1, cells + 1);
        const double reach = seen.cell.norm();
        for (const auto& candidate : seen.candidates)
            if (found.points.size() < most_points) try_candidate(candidate, wider, reach);
        if (!seen.flat.empty()) add_flat(seen.flat.front(), reach / 2);
        CriticalPoints inside = found;
        std::erase_if(inside.points, [&](const auto& p) { return !wider.contains(p.at); });
        const auto index = total_index(inside);
        if (seen.too_coarse || found.points.size() >= most_points) return false;
        return !index || !seen.index || *index == *seen.index;
    }
};

std::string plural(int count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string words_of(const CriticalPoints& found) {
    std::vector<std::string> parts;
    const auto add = [&](CriticalKind kind, const char* one, const char* many) {
        if (const int count = found.count(kind)) parts.push_back(plural(count, one, many));
    };
    add(CriticalKind::minimum, "minimum", "minima");
    add(CriticalKind::maximum, "maximum", "maxima");
    add(CriticalKind::saddle, "saddle", "saddles");
    add(CriticalKind::degenerate, "degenerate point", "degenerate points");
    add(CriticalKind::not_differentiable, "point without a gradient", "points without a gradient");
    for (const auto& set : found.sets)
        parts.push_back((set.region || set.closed || set.where == "a curve" ? "" : "the line ") + set.where);
    if (parts.empty()) return "No critical point here.";
    std::string words = (found.points.empty() ? "Level along " : "") + parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) words += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return words + ".";
}

CriticalPoints finished(CriticalPoints found) {
    std::ranges::sort(found.points, [](const auto& a, const auto& b) {
        return std::tie(a.value, a.at.x(), a.at.y()) < std::tie(b.value, b.at.x(), b.at.y());
    });
    found.words = words_of(found);
    return found;
}

CriticalPoints search_box(const ScalarField& f, const Box2& box) {
    Search search{f, {}};
    bool complete = false;
    for (int cells = 128; cells <= 512 && !complete; cells *= 2) complete = search.look(box, cells);
    const Box2 edge = grown(box, 1e-9 * box.size());
    std::erase_if(search.found.points, [&](const auto& p) { return !edge.contains(p.at); });
    std::erase_if(search.found.sets, [&](const auto& s) {
        return std::ranges::none_of(s.path, [&](const Vec2& p) { return edge.contains(p); });
    });
    search.found.complete = complete;
    return finished(std::move(search.found));
}

struct Key {
    std::string formula;
    Box2 box;
    bool operator==(const Key&) const = default;
};

}  // namespace

int CriticalPoints::count(CriticalKind kind) const {
    return static_cast<int>(std::ranges::count(points, kind, &CriticalPoint::kind));
}

std::shared_ptr<const CriticalPoints> critical_points(const ScalarField& f, const Box2& box) {
    static Memo<Key, CriticalPoints> memo(32);
    return memo({f.expression().text(), box}, [&] { return search_box(f, box); });
}

CriticalPoints all_critical_points(const ScalarField& f) {
    constexpr std::size_t too_many = 400;
    Search search{f, {}};
    for (double half = 0.5; half <= 65536 && search.found.points.size() < too_many; half *= 2) {
        // Off-centre by a little, so that symmetric functions do not put their roots on the nodes of every grid.
        const Vec2 center = half * Vec2(0.00123, -0.00217);
        search.kinks_tried = search.traces_tried = 0;
        search.regions_count = half <= 16;  // farther out exp(−x²) is zero in doubles, but not flat
        search.found.complete =
            search.look({center - Vec2(half, half), center + Vec2(half, half)}, half <= 64 ? 128 : 64);
    }
    if (search.found.points.size() >= too_many) search.found.complete = false;
    return finished(std::move(search.found));
}

}  // namespace eigenscape
