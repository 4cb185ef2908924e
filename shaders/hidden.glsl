// How much of a stroke or mark is hidden by the surfaces already drawn, asked at its centre line: what lies on a surface is
// shown in its full width or not at all, never half buried. Compiled for what there is: opaque surfaces (SOLIDS), a
// translucent one (SHEET), or both; software renderers run every branch.

uniform sampler2D solid_depth;   // of the opaque surfaces
uniform sampler2D sheet_depth;   // of the front-most translucent one
uniform vec4 layer_box;          // what both show of the canvas, in pixels: left, bottom, width, height
uniform float sheet_opacity;
uniform float depth_tolerance;   // in clip depth times distance
uniform float depth_per_pixel;   // the same for one pixel's length at the middle of the box

// The layers have an empty border: where they end, nothing hides.
float depth_at(sampler2D depths, vec2 at) {
    return texelFetch(depths, ivec2(clamp(at, vec2(0.0), layer_box.zw - 1.0)), 0).r;
}

// What hides goes from 0 in front to 1 behind, with a short ramp between, so that nothing flickers where a path dips under.

// A point of a middle line, against the farthest depth of its pixel and the neighbours: on a face seen edge-on, one step aside
// is far away in depth.
float solids_hide(vec2 middle, float clip_depth, float distance) {
#ifdef SOLIDS
    vec2 at = middle - layer_box.xy;
    float beside = max(depth_at(solid_depth, at + vec2(1.0, 0.0)), depth_at(solid_depth, at - vec2(1.0, 0.0)));
    float along = max(depth_at(solid_depth, at + vec2(0.0, 1.0)), depth_at(solid_depth, at - vec2(0.0, 1.0)));
    float far = max(depth_at(solid_depth, at), max(beside, along));
    return smoothstep(1.0, 2.0, (clip_depth + 1.0 - 2.0 * far) * distance / depth_tolerance);
#else
    return 0.0;
#endif
}

// What a sheet in front leaves: it takes only part of the light, so asking one pixel is exact enough.
float sheet_leaves(vec2 middle, float clip_depth, float distance) {
#ifdef SHEET
    float behind = clip_depth + 1.0 - 2.0 * depth_at(sheet_depth, middle - layer_box.xy);
    return 1.0 - sheet_opacity * smoothstep(1.0, 2.0, behind * distance / depth_tolerance);
#else
    return 1.0;
#endif
}

// x: how much the solid surfaces hide; y: how much a sheet in front leaves.
vec2 hidden_at(vec2 middle, float clip_depth, float distance) {
    return vec2(solids_hide(middle, clip_depth, distance), sheet_leaves(middle, clip_depth, distance));
}

// A pixel beside the line, which only what is well in front hides: there another fold of the surface begins. A stroke that lies
// on a slope of up to three to one is not cut by it.
float pixel_hidden(vec2 pixel, float radius, float clip_depth, float distance) {
#ifdef SOLIDS
    float here = depth_at(solid_depth, pixel - layer_box.xy), well = depth_tolerance + depth_per_pixel * radius;
    return smoothstep(3.0, 5.0, (clip_depth + 1.0 - 2.0 * here) * distance / well);
#else
    return 0.0;
#endif
}
