// Columns brought to mean 0 and deviation 1, so that units do not matter; columns that cannot be are named.
// A constant column has no deviation to divide by: it is listed and left at zero, never divided.
#pragma once

#include "core/linalg/dynamic.h"

namespace eigenscape {

enum class Divisor { sample, population };  // n - 1 or n

struct Standardised {
    MatX Z;                             // (X - mean) / deviation, column by column
    VecX mean, deviation;               // deviation is 0 for a constant column
    std::vector<int> constant_columns;  // counted from 0
    std::string problem;                // empty, or a sentence that names the columns or says what is missing
};

/// X has a row for each observation. Needs one row (population) or two (sample), finite entries.
Standardised standardise(const MatX& X, Divisor divisor = Divisor::sample);

/// The mean of each column, accurate to the last digits (two passes), and X less its column means.
VecX column_means(const MatX& X);
MatX centred(const MatX& X);

/// (X - mean)^T (X - mean) / (n - 1). Undefined (NaN) entries for fewer than two rows.
MatX covariance_matrix(const MatX& X);

}  // namespace eigenscape
