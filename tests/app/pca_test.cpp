// Principal components as a scene: what adds up, what does not flip while a hand moves, what each step of the film
// does to distances and variances, and the words for rows that have no components.
#include "app/model/drag.h"
#include "app/model/state.h"
#include "app/scenes/linear_algebra/cloud_components.h"
#include "app/scenes/linear_algebra/cloud_window.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>
#include <Eigen/LU>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const Scene& pca_scene() { return *find_scene("pca"); }

std::string reason(const Frame& frame, const char* name) { return frame.find_fact(name)->reason; }

bool said(const Frame& frame, const std::string& words) {
    for (const Panel& panel : frame.panels())
        for (const Panel::Note& note : panel.notes)
            if (note.text.find(words) != std::string::npos) return true;
    return false;
}

MatX sample(int columns) {
    MatX X(14, columns);
    for (Eigen::Index i = 0; i < X.rows(); ++i)
        for (Eigen::Index j = 0; j < columns; ++j)
            X(i, j) = 2 * std::sin(1.7 * double(i) + 0.4 * double(j)) + 0.5 * std::cos(double((i + 2) * (j + 1)));
    X.col(0).array() += 3;  // far from centred
    return X;
}

Cloud cloud_at(const MatX& rows, double t, int kept = 1, double angle = -20) {
    CloudSetting setting;
    setting.rows = rows;
    setting.t = t;
    setting.kept = kept;
    setting.angle = angle;
    return Cloud(setting);
}

MatX all_placed(const Cloud& cloud) {
    MatX places(cloud.X.rows(), cloud.X.cols());
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i) places.row(i) = cloud.placed(cloud.row(i)).transpose();
    return places;
}

double squared_distances(const MatX& X) { return centred(X).squaredNorm(); }

}  // namespace

TEST_CASE("pca: along and residual add up to the same total for every axis, and the most is the first variance") {
    const Frame first = drawn_with("pca", {});
    const double total = number_or_nan(first, "total");
    double most = 0;
    for (int degrees = -360; degrees <= 360; degrees += 3) {
        const Frame frame = drawn_with("pca", {"angle=" + std::to_string(degrees)});
        CHECK(number_or_nan(frame, "along") + number_or_nan(frame, "residual") ==
              doctest::Approx(total).epsilon(1e-12));
        CHECK(number_or_nan(frame, "along") <= number_or_nan(frame, "variances[0]") * (1 + 1e-12));
        CHECK(number_or_nan(frame, "residual") >= number_or_nan(frame, "variances[1]") * (1 - 1e-12));
        most = std::max(most, number_or_nan(frame, "along"));
    }
    CHECK(most > 0.999 * number_or_nan(first, "variances[0]"));
    CHECK(number_or_nan(first, "covariance[0][0]") + number_or_nan(first, "covariance[1][1]") ==
          doctest::Approx(total));
}

TEST_CASE("pca: the shadows on the canvas have the variance that the meter shows, and their lines stand across") {
    const Frame frame = drawn_with("pca", {"angle=17"});
    const Panel& plane = *panel_named(frame, "plane");
    const Vec2 u(std::cos(17 * pi / 180), std::sin(17 * pi / 180)),
        mean(number_or_nan(frame, "mean[0]"), number_or_nan(frame, "mean[1]"));
    double along = 0;
    int feet = 0;
    for (const Dot& dot : plane.dots) {
        if (dot.ink != Ink::image || dot.size_points != 6) continue;
        const Vec2 off = dot.at.head<2>() - mean;
        CHECK(std::abs(off.x() * u.y() - off.y() * u.x()) < 1e-12);  // on the axis
        along += off.squaredNorm() / 17;
        ++feet;
    }
    CHECK(feet == 18);
    CHECK(along == doctest::Approx(number_or_nan(frame, "along")).epsilon(1e-12));
    int across = 0;
    for (const Stroke& stroke : plane.strokes) {
        if (stroke.pen.ink != Ink::negative) continue;
        const Vec3 way = plane.points[stroke.first + 1] - plane.points[stroke.first];
        CHECK(std::abs(way.head<2>().dot(u)) < 1e-12);
        ++across;
    }
    CHECK(across == 18);
}

TEST_CASE("pca: the axis turns to the first component the short way, and arrives") {
    for (const double angle : {-350.0, -20.0, 41.0, 100.0, 131.0, 133.0, 300.0}) {
        CAPTURE(angle);
        const MatX X = sample(2);
        const Cloud start = cloud_at(X, 0, 1, angle), end = cloud_at(X, 1, 1, angle);
        CHECK(std::abs(start.off_axis) <= 90);
        CHECK(start.axis_degrees == angle);
        CHECK(end.split.along == doctest::Approx(end.parts.variances(0)).epsilon(1e-12));
    }
}

TEST_CASE("pca: turning keeps all distances, whatever the columns, and the scores are uncorrelated") {
    for (const int columns : {2, 3}) {
        const MatX X = sample(columns);
        for (const double t : {1.0, 1.3, 1.5, 1.8, 2.0}) {
            CAPTURE(t);
            const Cloud cloud = cloud_at(X, t);
            CHECK((cloud.turn() * cloud.turn().transpose() - MatX::Identity(columns, columns)).norm() < 1e-12);
            CHECK(cloud.turn().determinant() == doctest::Approx(1));  // never through a mirror
            CHECK(squared_distances(all_placed(cloud)) == doctest::Approx(squared_distances(X)).epsilon(1e-12));
        }
        const Cloud turned = cloud_at(X, 2);
        const MatX scores = all_placed(turned);
        CHECK(scores.colwise().mean().norm() < 1e-12);  // centred on the origin
        CHECK((covariance_matrix(scores) - MatX(turned.parts.variances.asDiagonal())).norm() < 1e-12);
        CHECK((scores.cwiseAbs() - turned.parts.scores.cwiseAbs()).norm() < 1e-11);  // signs are free
    }
}

TEST_CASE("pca: what is dropped is the variance left out, and what is turned back is the reconstruction") {
    for (const int columns : {2, 3})
        for (int kept = 0; kept <= columns; ++kept) {
            CAPTURE(columns);
            CAPTURE(kept);
            const MatX X = sample(columns);
            const Cloud cloud = cloud_at(X, 4, kept);
            const MatX places = all_placed(cloud);
            CHECK((places - reconstruct(cloud.parts, kept)).norm() < 1e-12 * (1 + X.norm()));
            CHECK((places - X).squaredNorm() / 13 == doctest::Approx(cloud.lost_variance()).epsilon(1e-9));
            CHECK(cloud.kept_variance() + cloud.lost_variance() == doctest::Approx(cloud.total()));
        }
    CHECK(number_or_nan(drawn_with("pca", {"cloud=space", "kept=2"}), "lost") ==
          doctest::Approx(number_or_nan(drawn_with("pca", {"cloud=space"}), "variances[2]")));
    CHECK(number_or_nan(drawn_with("pca", {"kept=3"}), "lost") == 0);  // of two columns no more than two can be kept
}

TEST_CASE("pca: the film is smooth: no row jumps between two frames") {
    for (const int columns : {2, 3})
        for (int k = 1; k <= 400; ++k) {
            const MatX X = sample(columns);
            const MatX before = all_placed(cloud_at(X, 0.01 * (k - 1))), now = all_placed(cloud_at(X, 0.01 * k));
            CHECK((now - before).rowwise().norm().maxCoeff() < 0.25);
        }
}

TEST_CASE("pca: nothing flips while a row is dragged round the cloud, although components are only axes") {
    for (const double t : {1.0, 2.0})
        for (const int columns : {2, 3}) {
            std::optional<Cloud> before;
            int steps = 0;
            for (int k = 0; k <= 300; ++k) {
                MatX X = sample(columns);
                X(3, 0) += 0.9 * std::cos(2 * pi * k / 300);
                X(3, 1) += 0.9 * std::sin(2 * pi * k / 300);
                // the hand's axis near the component: it is the hand that says which end is which
                const Cloud now = cloud_at(X, t, 1, 40);
                if (before && now.determined(0)) {
                    CHECK((now.basis.row(0) - before->basis.row(0)).norm() < 0.1);
                    CHECK((all_placed(now) - all_placed(*before)).rowwise().norm().maxCoeff() < 0.5);
                    ++steps;
                }
                before = now;
            }
            CHECK(steps == 300);
        }
}

TEST_CASE("pca: a sign that the rule of the largest entry flips does not flip the picture") {
    // The first component passes 135 degrees, where its largest entry changes from one column to the other.
    const auto at = [](double degrees) {
        const Vec2 v(std::cos(degrees * pi / 180), std::sin(degrees * pi / 180)), w(-v.y(), v.x());
        MatX X(4, 2);
        X << 2 * v.transpose(), -2 * v.transpose(), w.transpose(), -w.transpose();
        return cloud_at(X, 2, 1, 120);
    };
    const Cloud a = at(134.9), b = at(135.1);
    CHECK(a.parts.components.row(0).dot(b.parts.components.row(0)) < -0.9);  // the rule
    CHECK((a.basis.row(0) - b.basis.row(0)).norm() < 0.01);
    CHECK((all_placed(a) - all_placed(b)).norm() < 0.1);
}

TEST_CASE("pca: a row and the axis can be dragged, and the axis can be dragged along its curve") {
    const Stage stage;
    const auto drag = [&](const State& state, const Grip& grip, const Vec2& by) {
        const Frame frame = drawn(pca_scene(), state, stage);
        Drag hand(pca_scene(), frame, grip);
        return hand.to(state, *handle_on_screen(frame, grip, stage) + by, stage);
    };
    const State start = state_with("pca", {});
    const Drag::Step axis = drag(start, {"plane", 0}, {-40, -120});
    CHECK(axis.state != start);
    CHECK(number_or_nan(drawn(pca_scene(), axis.state), "along") > number_or_nan(drawn(pca_scene(), start), "along"));
    const Drag::Step row = drag(start, {"plane", 2}, {30, 50});
    CHECK(row.miss_points < 0.5);
    CHECK(drag(state_with("pca", {"standardise=true", "t=1.6"}), {"plane", 4}, {8, 6}).miss_points < 0.5);
    CHECK(drag(state_with("pca", {"cloud=space", "t=2"}), {"space", 4}, {12, -9}).miss_points < 0.5);
    const Frame late = drawn(pca_scene(), state_with("pca", {"t=1"}));
    for (const Panel& panel : late.panels())
        for (const Handle& handle : panel.handles) CHECK(handle.parameter == "rows");  // the axis has arrived
}

TEST_CASE("pca: the unit turns the component, standardising makes it forget the unit") {
    CHECK(number_or_nan(drawn_with("pca", {"unit=10"}), "first_component[0]") > 0.99);
    const Frame one = drawn_with("pca", {"standardise=true"}),
                other = drawn_with("pca", {"standardise=true", "unit=10"});
    for (const char* name : {"variances[0]", "variances[1]", "first_component[0]", "first_component[1]"})
        CHECK(number_or_nan(one, name) == doctest::Approx(number_or_nan(other, name)).epsilon(1e-12));
    CHECK(number_or_nan(one, "first_component[0]") == doctest::Approx(std::sqrt(0.5)));
    CHECK(number_or_nan(one, "total") == doctest::Approx(2));
}

TEST_CASE("pca: equal and nearly equal variances are told, and the fan is wide where they are") {
    const std::string star = "rows=[[2,0],[0,2],[-2,0],[0,-2],[1,1],[-1,1],[-1,-1],[1,-1]]";
    const Frame equal = drawn_with("pca", {star});
    CHECK(said(equal, "not determined. Any axis would do."));
    CHECK(is_undefined(equal, "first_component"));
    CHECK(is_undefined(equal, "components"));
    CHECK(is_undefined(equal, "off_axis"));
    CHECK(number_or_nan(equal, "along") == doctest::Approx(number_or_nan(equal, "residual")));
    CHECK(number_or_nan(drawn_with("pca", {star, "t=1"}), "axis_angle") == -20);  // nowhere better to turn to
    const std::string round =
        "rows=[[-1.8,0.4],[0,0.8],[-2,1.7],[0.1,-1.8],[-2,-2],[-1.1,1.8],[1.3,-0.8],[-0.8,2.9],[1.4,-1.2],"
        "[-0.2,-0.6],[0.2,1.3],[-0.4,0.6],[0.9,1.2],[-0.9,-0.3],[3,-0.3],[0,0.7],[-0.9,-0.6],[2.5,1.9]]";
    CHECK(said(drawn_with("pca", {round}), "hardly determined"));
    CHECK(said(drawn_with("pca", {round, "resamples=40"}), "Rows drawn anew turn the axis"));
    CHECK(number_or_nan(drawn_with("pca", {round, "resamples=40"}), "fan_spread") >
          3 * number_or_nan(drawn_with("pca", {"resamples=40"}), "fan_spread"));
    CHECK(!said(drawn_with("pca", {}), "determined"));
    CHECK(number_or_nan(drawn_with("pca", {"resamples=40"}), "fan_spread") ==
          number_or_nan(drawn_with("pca", {"resamples=40"}), "fan_spread"));
}

TEST_CASE("pca: rows without components are answered in words") {
    struct Case {
        std::vector<std::string> settings;
        std::string words;
        const char* missing;
    };
    const std::vector<Case> cases = {
        {{"rows=[[1,2]]"}, "One row has a mean but no variance", "variances"},
        {{"rows=[[1,2],[1,2],[1,2]]"}, "All rows are equal", "explained"},
        {{"rows=[[1,2],[1,3],[1,5]]", "standardise=true"}, "column 1 is constant", "variances"},
        {{"cloud=space", "rows3=[[1,2,3]]"}, "One row has a mean", "variances"},
        {{"cloud=space", "rows3=[[1,2,3],[1,2,3]]"}, "All rows are equal", "explained"},
        {{"cloud=space", "rows3=[[1,2,3],[2,2,5],[4,2,1]]", "standardise=true"}, "column 2 is constant", "variances"}};
    for (const Case& each : cases)
        for (const char* t : {"t=0", "t=1.5", "t=4"}) {
            std::vector<std::string> settings = each.settings;
            settings.insert(settings.end(), {t, "resamples=5", "regression=true"});
            const Frame frame = drawn_with("pca", settings);
            CAPTURE(each.words);
            CHECK(said(frame, each.words));
            CHECK(is_undefined(frame, each.missing));
            CHECK(reason(frame, each.missing).size() > 10);
            CHECK(frame.alt_text().find("nan") == std::string::npos);
            CHECK(frame.alt_text().find(" inf") == std::string::npos);
        }
    for (const char* where : {"cloud=plane", "cloud=space"}) {  // as when all rows have been erased
        State none = state_with("pca", {where, "t=1.5"});
        none[static_cast<std::size_t>(pca_scene().find_param("rows"))] = Points{};
        none[static_cast<std::size_t>(pca_scene().find_param("rows3"))] = Points3{};
        CHECK(said(drawn(pca_scene(), none), "There are no rows"));
        CHECK(is_undefined(drawn(pca_scene(), none), "mean"));
    }
    CHECK(said(drawn_with("pca", {"rows=[[0,0],[1,2]]"}), "Two rows always lie on one line"));
    CHECK(said(drawn_with("pca", {"rows=[[0.1,0.3],[0.2,0.6],[0.3,0.9],[0.7,2.1]]"}), "All rows lie on one line"));
    CHECK(said(drawn_with("pca", {"cloud=space", "rows3=[[0,0,0],[3,0,1],[0,1,0],[3,1,1],[6,0,2],[9,0.5,3]]"}),
               "All rows lie in one plane"));
    CHECK(is_undefined(drawn_with("pca", {"rows=[[1,2],[1,3],[1,5]]"}), "regression_slope"));
    CHECK(number_or_nan(drawn_with("pca", {"rows=[[1,2],[1,3],[1,5]]"}), "rank") == 1);
}

TEST_CASE("pca: the regression line is flatter than the component, and its residuals stand upright") {
    const Frame frame = drawn_with("pca", {"regression=true", "t=1"});
    const double slope = number_or_nan(frame, "regression_slope"),
                 component = number_or_nan(frame, "first_component[1]") / number_or_nan(frame, "first_component[0]");
    CHECK(slope ==
          doctest::Approx(number_or_nan(frame, "covariance[0][1]") / number_or_nan(frame, "covariance[0][0]")));
    CHECK(slope < component);
    int upright = 0;
    const Panel& plane = *panel_named(frame, "plane");
    for (const Stroke& stroke : plane.strokes)
        if (stroke.pen.dash == Dash::dotted) {
            CHECK(plane.points[stroke.first].x() == doctest::Approx(plane.points[stroke.first + 1].x()));
            ++upright;
        }
    CHECK(upright == 18);
}

TEST_CASE("pca: the window follows a table, but not a single row that is dragged") {
    const State own = state_with("pca", {"rows=[[170,65],[182,80],[165,58],[177,75],[190,92]]", "reach=3"});
    const double reach = std::get<double>(own[static_cast<std::size_t>(pca_scene().find_param("reach"))]);
    CHECK(reach > 15);
    CHECK(reach < 100);
    const Frame frame = drawn(pca_scene(), own);
    const Panel& plane = *panel_named(frame, "plane");
    CHECK(plane.home.contains({177, 75}));
    CHECK(plane.home.contains({190, 92}));
    MatX X = sample(2);
    const VecX middle = window_middle(X, 3.2);
    X.row(2) << 90, -70;
    CHECK(window_middle(X, 3.2) == middle);
    CHECK(fitting_reach(X, 3.2) == 3.2);
    for (const double scale : {1e-3, 1e-2, 30.0}) {  // said once, it stays
        const double fits = fitting_reach(scale * sample(2), 3.2);
        CHECK(fits != 3.2);
        CHECK(fitting_reach(scale * sample(2), fits) == fits);
    }
}

TEST_CASE("pca: a long table is drawn without a handle and a line for each row") {
    std::string rows = "rows=[";
    for (int i = 0; i < 400; ++i)
        rows += (i ? ",[" : "[") + std::to_string(std::sin(i)) + "," + std::to_string(std::sin(i) + std::cos(3.0 * i)) +
                "]";
    const Frame frame = drawn_with("pca", {rows + "]"});
    const Panel& plane = *panel_named(frame, "plane");
    CHECK(plane.handles.size() == 2);  // the ends of the axis
    CHECK(plane.dots.size() < 420);
    CHECK(plane.strokes.size() < 200);
}
