// How much of a stroke or mark is hidden by the surfaces already drawn, asked at its centre line: what lies on a surface is
// shown in its full width or not at all, never half buried.

uniform sampler2D solid_depth;   // of the opaque surfaces
uniform sampler2D sheet_depth;   // of the front-most translucent one
uniform vec3 solid_layer;        // lower left corner in pixels; samples per pixel, 0: no such surface
uniform vec3 sheet_layer;
uniform vec2 solid_size;          // of the layer in pixels; beyond it nothing hides
uniform vec2 sheet_size;
uniform float sheet_opacity;
uniform float depth_tolerance;

float depth_at(sampler2D depths, vec3 layer, vec2 size, vec2 pixel) {
    vec2 at = pixel - layer.xy;
    if (any(lessThan(at, vec2(0.0))) || any(greaterThanEqual(at, size))) return 1.0;
    return texelFetch(depths, ivec2(at * layer.z), 0).r;
}

// The farthest depth of the pixel and its neighbours: on a face seen edge-on, one step aside is far away in depth.
float farthest(sampler2D depths, vec3 layer, vec2 size, vec2 pixel) {
    float far = depth_at(depths, layer, size, pixel);
    far = max(far, depth_at(depths, layer, size, pixel + vec2(1.0, 0.0)));
    far = max(far, depth_at(depths, layer, size, pixel - vec2(1.0, 0.0)));
    far = max(far, depth_at(depths, layer, size, pixel + vec2(0.0, 1.0)));
    return max(far, depth_at(depths, layer, size, pixel - vec2(0.0, 1.0)));
}

// 0 in front, 1 behind, a short ramp between, so that nothing flickers where a path dips under.
float behind(sampler2D depths, vec3 layer, vec2 size, vec2 pixel, float clip_depth, float distance) {
    float beyond = (clip_depth - (2.0 * farthest(depths, layer, size, pixel) - 1.0)) * distance;
    return smoothstep(depth_tolerance, 2.0 * depth_tolerance, beyond);
}

float hidden_by_solid(vec2 pixel, float clip_depth, float distance) {
    return solid_layer.z > 0.0 ? behind(solid_depth, solid_layer, solid_size, pixel, clip_depth, distance) : 0.0;
}

// A translucent surface in front lets only a part through.
float left_by_sheet(vec2 pixel, float clip_depth, float distance) {
    if (sheet_layer.z == 0.0) return 1.0;
    return 1.0 - sheet_opacity * behind(sheet_depth, sheet_layer, sheet_size, pixel, clip_depth, distance);
}
