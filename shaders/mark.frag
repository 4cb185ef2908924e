#version 330 core
// Discs, rings and polygons by signed distance, with a thin rim of paper that lifts them off the lines they sit on.

flat in vec3 color;
flat in vec2 middle;
flat in vec2 extent;
flat in int mark;

uniform vec2 corner_of_canvas;
uniform vec2 corners[96];  // 16 for each mark, of diameter 1; how many are used: counts
uniform int counts[8];
uniform vec3 paper;
uniform float scale;
uniform float rim_points, rim_share;
uniform float ring_line;

layout(location = 0) out vec4 result;

float to_polygon(vec2 p, int first, int count) {
    float nearest = 1e9;
    bool inside = false;
    vec2 from = corners[first + count - 1];
    for (int i = 0; i < count; ++i) {
        vec2 to = corners[first + i], d = to - from, e = p - from;
        vec2 off = e - d * clamp(dot(e, d) / dot(d, d), 0.0, 1.0);
        nearest = min(nearest, dot(off, off));
        if ((from.y > p.y) != (to.y > p.y) && p.x < from.x + d.x * (p.y - from.y) / d.y) inside = !inside;
        from = to;
    }
    return inside ? -sqrt(nearest) : sqrt(nearest);
}

void main() {
    vec2 p = gl_FragCoord.xy - corner_of_canvas - middle;
    float d;
    if (mark == 0) d = length(p) - 0.5 * extent.x;
    else if (mark == 1) d = abs(length(p) - (0.5 - 0.5 * ring_line) * extent.x) - 0.5 * ring_line * extent.x;
    else d = extent.x * to_polygon(p / extent.x, 16 * (mark - 2), counts[mark]);
    float cover = clamp(0.5 - d, 0.0, 1.0);
    float wide = min(rim_points * scale, rim_share * extent.x);  // a small mark has a thin rim, or it would be all rim
    float rim = clamp(0.5 - (d - wide), 0.0, 1.0);
    if (rim <= 0.0) discard;
    vec4 over = vec4(color * cover, cover) + vec4(paper, 1.0) * (rim * (1.0 - cover));
    result = over * extent.y;
}
