// What all the flat shapes share: how a style is packed (viz/tessellate.h), the inks, and the way from the world to pixels.
// Pixels count from the lower left corner of the canvas; lengths in points are multiplied by `scale`.

uniform mat4 to_clip;     // local frame → clip space of the panel
uniform vec4 place;       // of the panel, in pixels: left, bottom, width, height
uniform vec2 canvas;      // its size in pixels
uniform float scale;      // pixels per point
uniform vec3 eye_side;    // where the viewer is, from the middle of the box; flat panels: zero
uniform vec3 inks[32];

int ink_of(uint style) { return int(style & 255u); }
int dash_of(uint style) { return int(style >> 8 & 3u); }
int depth_of(uint style) { return int(style >> 10 & 3u); }
int mark_of(uint style) { return int(style >> 12 & 15u); }
bool bit_of(uint style, int bit) { return (style >> bit & 1u) != 0u; }

// Is the viewer on the side that this part asks for? Two bits an axis: 1 positive, 2 negative, 0 either.
bool seen(uint style) {
    for (int axis = 0; axis < 3; ++axis) {
        uint side = style >> (20 + 2 * axis) & 3u;
        if (side == 1u && eye_side[axis] < 0.0) return false;
        if (side == 2u && eye_side[axis] >= 0.0) return false;
    }
    return true;
}

// x, y in pixels, z the clip depth in [-1, 1].
vec3 on_screen(vec4 clip) {
    vec3 p = clip.xyz / clip.w;
    return vec3(place.xy + (0.5 + 0.5 * p.xy) * place.zw, p.z);
}

// Pixels back to what gl_Position wants; depth is tested in the fragment shader alone.
vec4 position_of(vec2 pixel) { return vec4(2.0 * pixel / canvas - 1.0, 0.0, 1.0); }
