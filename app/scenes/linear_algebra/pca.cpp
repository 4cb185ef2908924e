// Principal components: the axes along which a cloud of rows spreads most. Turn an axis until its shadows spread most,
// drag a row, change a unit; then play, and the cloud turns onto its components and is rebuilt from a few.
#include "app/scenes/linear_algebra/cloud_in_plane.h"
#include "app/scenes/linear_algebra/cloud_in_space.h"
#include "app/scenes/linear_algebra/cloud_window.h"
#include "app/scenes/linear_algebra/component_meters.h"
#include "app/scenes/linear_algebra/component_words.h"
#include "app/scenes/list.h"

#include <algorithm>

namespace eigenscape {
namespace {

enum class Where { plane, space };

constexpr double least_reach = 0.1, most_reach = 1000;
constexpr double standard_reach = 3;  // deviations: of few rows none lies farther

template <class Rows>
MatX table_of(const Rows& rows, int columns) {
    MatX table(static_cast<Eigen::Index>(rows.size()), columns);
    for (std::size_t i = 0; i < rows.size(); ++i) table.row(static_cast<Eigen::Index>(i)) = rows[i].transpose();
    return table;
}

struct PrincipalComponents {
    Where where = Where::plane;
    Points rows{{-0.5, -1.6}, {-0.3, -0.7}, {-1.8, -1.6}, {-0.2, 0.3}, {2.5, 2.4}, {2.7, 1.5},
                {2.3, 2.4},   {0.4, 0.4},   {1.0, 1.5},   {0.4, -0.2}, {2.0, 1.2}, {-1.0, -0.6},
                {1.5, 0.5},   {1.2, 0.7},   {-1.6, -0.2}, {1.0, -1.2}, {0.9, 1.4}, {0.3, 1.1}};
    Points3 rows3{{0.8, 1.1, -0.8},  {-2, -1.3, 2.2},   {-0.2, -0.4, 0.3}, {0.5, -0.4, 0.2},  {-0.5, 1.2, -0.1},
                  {1, 0.1, -0.4},    {-0.8, 1.1, -0.1}, {-0.2, -0.1, 0.0}, {-2.6, -0.9, 1.7}, {1.4, 3.1, -1.0},
                  {-0.8, -0.3, 0.0}, {0.2, 0, -0.4},    {1.6, 0, -0.5},    {-2.1, -0.4, 1.1}, {0.6, 2.0, -0.6},
                  {-1, 0, 0},        {-1.7, -0.7, 1.6}, {-1.8, 0.2, 1.2},  {-2.6, -1.5, 1.4}, {1.3, 1.0, -0.9},
                  {0.7, 0.6, -0.7},  {1.5, 0.2, -0.6},  {-1.9, 3.0, 0.3},  {0.3, -1.2, 0.2},  {0.1, 0.1, 0.2},
                  {-2.4, 1.1, 1.1}};
    double angle = -20;
    double unit = 1;
    bool standardise = false;
    int kept = 1, resamples = 0;
    bool regression = false;
    double reach = 3.2;
    double t = 0;

    static Words words() {
        return {"pca", "Principal components", "Linear algebra", "Along which axes does a cloud of data spread?",
                "PCA principal component analysis variance covariance dimension reduction scree explained loadings "
                "scores standardise scale units reconstruction"};
    }
    static Params<PrincipalComponents> params() {
        using S = PrincipalComponents;
        return {{"cloud", "Cloud", &S::where, {{"plane", "space"}, "Two columns in the plane, or three in space."}},
                {"rows",
                 "Rows",
                 &S::rows,
                 {-1000, 1000, "The data in the plane: $x_1$ and $x_2$ of each row."},
                 TableColumns{{"x1", "x2"}, -1, {"cloud=plane"}}},
                {"rows3",
                 "Rows in space",
                 &S::rows3,
                 {-1000, 1000, "The data in space: $x_1$, $x_2$ and $x_3$ of each row."},
                 TableColumns{{"x1", "x2", "x3"}, -1, {"cloud=space"}}},
                {"angle", "Axis", &S::angle, {-360, 360, "The axis that you turn about the mean.", "°"}},
                {"unit",
                 "Unit of x₁",
                 &S::unit,
                 {0.1, 10, "The first column is multiplied by this, as from metres to feet.", "", Scale::log}},
                {"standardise", "Standardise", &S::standardise,
                 Range("Divide each column by its deviation: units no longer matter.")},
                {"kept", "Kept components", &S::kept, {0, 3, "How many components are kept when the rest is dropped."}},
                {"resamples",
                 "Resamples",
                 &S::resamples,
                 {0, 100, "Rows drawn anew from yours so many times; each gives a first component of its own."}},
                {"regression", "Regression", &S::regression,
                 Range("Compare with the line that predicts $x_2$ from $x_1$, in the plane.")},
                {"reach",
                 "Reach",
                 &S::reach,
                 {least_reach, most_reach,
                  "How far the picture reaches; it follows when most rows would be out of view.", "", Scale::log}},
                {"t",
                 "Time",
                 &S::t,
                 {0, 4,
                  "The axis turns to the first component (to 1), the cloud turns (2), the rest is dropped (3), all "
                  "turns back (4)."},
                 plays(10)}};
    }
    static std::vector<Preset> presets();

    void settle() {
        const double fitting =
            where == Where::plane ? fitting_reach(table_of(rows, 2), reach) : fitting_reach(table_of(rows3, 3), reach);
        reach = std::clamp(fitting, least_reach, most_reach);
    }

    MatX table() const { return where == Where::plane ? table_of(rows, 2) : table_of(rows3, 3); }

    void draw(Frame& frame) const {
        const Cloud cloud({table(), unit, standardise, angle, kept, resamples, t});
        if (where == Where::plane) draw_plane(frame, cloud);
        else draw_space(frame, cloud);
        shares_chart(frame, cloud, {0.64, 0.68, 0.36, 0.32});
        component_facts(frame, cloud);
    }

    // Half the width of the picture: a unit that lengthens the first column is followed.
    double half(const Cloud& cloud) const {
        return cloud.ok() && standardise ? standard_reach : reach * std::max(1.0, unit);
    }
    VecX middle(const Cloud& cloud) const {
        if (cloud.ok() && standardise) return VecX::Zero(cloud.columns());
        VecX at = window_middle(table(), reach);
        at(0) *= unit;
        return at;
    }

    // Rows are drawn where their numbers say: neither scaled nor turned.
    bool as_they_are(const Cloud& cloud) const { return unit == 1 && !standardise && cloud.turning() == 0; }

    void draw_plane(Frame& frame, const Cloud& cloud) const {
        const Vec2 at = middle(cloud);
        const double h = half(cloud), v = cloud.ok() && standardise ? h : reach;
        const Box2 home{at - Vec2(h, 0.95 * v), at + Vec2(h, 1.4 * v)};
        Panel& plane = cloud_in_plane(frame, cloud, home, {0, 0, 0.64, 1}, regression);
        if (as_they_are(cloud)) plane.takes("rows");
        formulas(plane, cloud);
        notes(plane, cloud, 0);
        axis_meter(frame, cloud, {0.64, 0, 0.36, 0.26});
        directions_chart(frame, cloud, {0.64, 0.26, 0.36, 0.42});
    }

    void draw_space(Frame& frame, const Cloud& cloud) const {
        const Vec3 at = middle(cloud), h = Vec3::Constant(1.25 * half(cloud));  // what is turned is longer
        int outside = 0;
        Panel& space = cloud_in_space(frame, cloud, {at - h, at + h}, {0, 0, 0.64, 1}, outside);
        if (as_they_are(cloud)) space.takes("rows3", at.z());
        formulas(space, cloud);
        notes(space, cloud, outside);
        kept_meter(frame, cloud, {0.64, 0, 0.36, 0.26});
        best_shadow(frame, cloud, {0.64, 0.26, 0.36, 0.42});
    }

    bool operator==(const PrincipalComponents&) const = default;
};

std::vector<Preset> PrincipalComponents::presets() {
    return {
        {"Turn the axis",
         "Along and residual always add up to the same: most of one is least of the other.",
         {"angle=-20"}},
        {"The first component", "No axis through the mean has wider shadows.", {"t=1"}},
        {"One outlier",
         "A single row turns the first component by 62°. Drag it back.",
         {"rows=[[-0.5,-1.6],[-0.3,-0.7],[-1.8,-1.6],[-0.2,0.3],[2.5,2.4],[2.7,1.5],[2.3,2.4],[0.4,0.4],[1,1.5],[0.4,-"
          "0.2],[2,1.2],"
          "[-1,-0.6],[1.5,0.5],[1.2,0.7],[-1.6,-0.2],[1,-1.2],[0.9,1.4],[5,-6]]",
          "t=1", "reach=6.6"}},
        {"Another unit",
         "The same rows with the first column in a unit a fifth as long: the component turns towards it.",
         {"unit=5", "t=1"}},
        {"No units",
         "Standardised, two columns always have their first component at 45° or −45°, whatever the data.",
         {"unit=5", "standardise=true", "t=1"}},
        {"Hardly determined",
         "Two variances close together: rows drawn anew give quite another axis.",
         {"rows=[[-1.8,0.4],[0,0.8],[-2,1.7],[0.1,-1.8],[-2,-2],[-1.1,1.8],[1.3,-0.8],[-0.8,2.9],[1.4,-1.2],[-0.2,-0.6]"
          ",[0.2,1.3],"
          "[-0.4,0.6],[0.9,1.2],[-0.9,-0.3],[3,-0.3],[0,0.7],[-0.9,-0.6],[2.5,1.9]]",
          "resamples=60", "t=1"}},
        {"Not determined",
         "Every axis through this star has the same variance along it.",
         {"rows=[[2,0],[0,2],[-2,0],[0,-2],[1,1],[-1,1],[-1,-1],[1,-1]]", "t=1"}},
        {"Not regression",
         "Its residuals stand upright, those of the component stand across it: two different lines.",
         {"regression=true", "t=1"}},
        {"A curve",
         "PCA sees straight axes only: the rows lie on a curve, and one component loses it.",
         {"rows=[[-2.4,2.3],[-2,1.2],[-1.6,0.3],[-1.2,-0.4],[-0.8,-0.9],[-0.4,-1.2],[0,-1.3],[0.4,-1.2],[0.8,-0.9],[1."
          "2,-0.4],"
          "[1.6,0.3],[2,1.2],[2.4,2.3]]",
          "t=4"}},
        {"Turned in space",
         "From the side it is a cloud; turned onto its components it is almost flat.",
         {"cloud=space", "kept=2", "t=2"}},
        {"Rebuilt from two", "Three columns from two numbers a row: little is lost.", {"cloud=space", "kept=2", "t=4"}},
        {"All on a line",
         "The second variance is 0, so one component holds everything.",
         {"rows=[[-2,-1.5],[-1,-0.8],[0,-0.1],[1,0.6],[2,1.3],[3,2]]", "t=1"}}};
}

}  // namespace

Scene pca_scene() { return scene_of<PrincipalComponents>(); }

}  // namespace eigenscape
