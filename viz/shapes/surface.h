// Surfaces and maps from a sampled function: lit in space, flat and coloured in a plane, and translucent sheets.
// Where f is undefined, jumps or leaves the box the surface is cut out cleanly. Unchanged ones are remembered.
#pragma once

#include "viz/frame.h"
#include "viz/shapes/relief.h"

#include <functional>
#include <memory>

namespace eigenscape {

// z = f as a lit surface coloured by height. With the field itself its edges (of the domain, of jumps) are found
// exactly.
void surface(Panel& panel, const Grid& grid, const Relief& relief,
             const std::shared_ptr<const ScalarField>& field = nullptr, double opacity = 1);

// The same function seen from above in a plane: colours by height, nothing where it is undefined.
void filled_map(Panel& panel, const Grid& grid, const HeightScale& scale,
                const std::shared_ptr<const ScalarField>& field = nullptr);

// A translucent sheet z = g(x, y) over a patch, cut at the box: tangent planes and paraboloids. g is in values of f.
void sheet(Panel& panel, const Box2& patch, const std::function<double(const Vec2&)>& g, const Relief& relief,
           Ink ink = Ink::sheet, double opacity = 0.45);

// What the shapes above show, for tests and other shapes. `shown` is the panel's box and proportions.
struct ShownBox {
    Box3 box;
    Vec3 proportions{1, 1, 0.6};
    bool operator==(const ShownBox&) const = default;
};
MeshData surface_mesh(const Grid& grid, const ShownBox& shown, const Relief& relief, const ScalarField* field);

}  // namespace eigenscape
