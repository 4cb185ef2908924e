// A cloud of rows, its principal components, and where everything is at any moment of four steps: an axis turns to the
// first component (t to 1), the cloud turns onto its components (2), what is not kept is dropped (3), and all turns
// back (4). Ask `placed` where a row is; the numbers are core/learn/pca.h's.
#pragma once

#include "core/learn/pca.h"

#include <string>
#include <vector>

namespace eigenscape {

// What decides the picture; the parameters of the scene.
struct CloudSetting {
    MatX rows;                  // an observation each; two columns or three
    double unit = 1;            // the first column is multiplied by it
    bool standardised = false;  // every column divided by its deviation
    double angle = 0;           // degrees: the axis that is turned by hand, in the plane
    int kept = 1;
    int resamples = 0;
    double t = 0;
};

struct Cloud {
    explicit Cloud(const CloudSetting& setting);

    CloudSetting asked;
    MatX X;                   // the rows as they are drawn: in the unit chosen, or standardised
    VecX mean;                // of X; zero without rows
    Pca parts;                // of the rows; look at `problem` first
    std::string problem;      // empty, or why there are no components
    MatX basis;               // rows: the components, a rotation whose signs do not jump while a row is dragged
    std::vector<MatX> fan;    // the components of resampled rows
    double off_axis = 0;      // degrees from the hand's axis to the first component, the short way round
    double axis_degrees = 0;  // of the axis as it is now
    Split split;              // the variance along that axis, and across it

    bool plane() const { return asked.rows.cols() == 2; }
    int columns() const { return static_cast<int>(asked.rows.cols()); }
    int kept() const { return std::min(asked.kept, columns()); }
    bool ok() const { return problem.empty(); }
    bool all_equal() const { return ok() && !(parts.variances(0) > 0); }
    bool determined(int i) const { return ok() && parts.determined[static_cast<std::size_t>(i)]; }
    bool steady() const { return ok() && parts.steady[0]; }
    int rank() const;  // how many components have any variance
    double total() const { return parts.variances.sum(); }
    double kept_variance() const { return parts.variances.head(kept()).sum(); }
    double lost_variance() const { return parts.variances.tail(columns() - kept()).sum(); }
    double fan_spread() const;   // degrees: how far the first axes of the fan lie from the first component, rms
    double fan_opacity() const;  // of one line: many lie on each other, and the component must stand out from them

    double turning() const;  // from 0, as the rows are, to 1, onto the components; and back
    double dropping() const;
    MatX turn() const;                 // the rotation that has been made
    VecX turned(const VecX& x) const;  // a place of the data, where it is now
    VecX placed(const VecX& x) const;  // the same without the part that has been dropped
    VecX row(Eigen::Index i) const { return X.row(i).transpose(); }

  private:
    void find_basis();
    void find_axis();
};

/// Least squares of the second drawn column on the first; NaN where the first has no spread.
double regression_slope(const Cloud& cloud);

}  // namespace eigenscape
