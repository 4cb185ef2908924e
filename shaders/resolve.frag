#version 330 core
// Lays a surface layer onto the canvas with soft edges: averages its samples where there are several, else looks along each
// edge of contrast for its ends, as the staircase there tells where the true edge ran.

uniform sampler2D layer;
uniform sampler2D layer_depth;
uniform sampler2D solid_depth;   // for a translucent layer: what hides it
uniform int behind_solid;
uniform int samples;             // per pixel and axis
uniform vec2 covered;            // how much of the layer is drawn, in its own pixels
uniform vec2 origin;             // of the layer on the canvas, in pixels
uniform vec2 corner_of_canvas;
uniform float opacity;
uniform vec3 paper;

layout(location = 0) out vec4 result;

vec4 sample_at(ivec2 p) {
    vec4 c = texelFetch(layer, p, 0);
    if (behind_solid != 0 && texelFetch(solid_depth, p, 0).r < texelFetch(layer_depth, p, 0).r) return vec4(0.0);
    return c;
}

float brightness(vec4 c) { return dot(c.rgb + paper * (1.0 - c.a), vec3(0.299, 0.587, 0.114)) + 0.25 * c.a; }

vec4 averaged(ivec2 p) {
    vec4 sum = vec4(0.0);
    for (int y = 0; y < samples; ++y)
        for (int x = 0; x < samples; ++x) sum += sample_at(p * samples + ivec2(x, y));
    return sum / float(samples * samples);
}

// From p along `way`: how many steps until the pair of pixels across the edge changes, and whether the end leans to `mean`.
void walk(ivec2 p, ivec2 aside, ivec2 way, float mean, float gradient, out float steps, out float end) {
    ivec2 last = ivec2(covered) - 1;
    steps = 1.0;
    end = 0.0;
    for (int i = 1; i <= 8; ++i) {
        ivec2 q = clamp(p + i * way, ivec2(0), last), r = clamp(q + aside, ivec2(0), last);
        end = 0.5 * (brightness(sample_at(q)) + brightness(sample_at(r))) - mean;
        steps = float(i);
        if (abs(end) >= 0.25 * gradient) return;
    }
}

vec4 smoothed(ivec2 p) {
    ivec2 last = ivec2(covered) - 1;
    vec4 here = sample_at(p);
    float m = brightness(here);
    float n = brightness(sample_at(min(p + ivec2(0, 1), last))), s = brightness(sample_at(max(p - ivec2(0, 1), ivec2(0))));
    float e = brightness(sample_at(min(p + ivec2(1, 0), last))), w = brightness(sample_at(max(p - ivec2(1, 0), ivec2(0))));
    float contrast = max(max(n, s), max(e, max(w, m))) - min(min(n, s), min(e, min(w, m)));
    if (contrast < 0.06) return here;
    bool level = abs(n + s - 2.0 * m) >= abs(e + w - 2.0 * m);  // does the edge run from left to right?
    float up = level ? n : e, down = level ? s : w;
    ivec2 aside = level ? ivec2(0, 1) : ivec2(1, 0), way = level ? ivec2(1, 0) : ivec2(0, 1);
    if (abs(down - m) > abs(up - m)) {
        aside = -aside;
        up = down;
    }
    float gradient = abs(up - m), mean = 0.5 * (up + m);
    if (gradient < 0.04) return here;
    float ahead, back, end_ahead, end_back;
    walk(p, aside, way, mean, gradient, ahead, end_ahead);
    walk(p, aside, -way, mean, gradient, back, end_back);
    float nearest = min(ahead, back), end = ahead <= back ? end_ahead : end_back;
    // Only on the side where the stair steps away from us does the other colour reach into this pixel.
    if ((end > 0.0) == (m > mean)) return here;
    float reach = max(0.0, 0.5 - nearest / (ahead + back));
    return mix(here, sample_at(clamp(p + aside, ivec2(0), last)), reach);
}

void main() {
    ivec2 p = ivec2(floor(gl_FragCoord.xy - corner_of_canvas - origin));
    vec4 c = samples > 1 ? averaged(p) : smoothed(p);
    if (c.a <= 0.0) discard;
    result = c * opacity;
}
