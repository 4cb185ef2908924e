#version 330 core
// Lays a surface onto the canvas, pixel by pixel. A translucent one (SHEET) ends where it dips under the solid ones; there the
// difference of depths, measured in its change from pixel to pixel, is the distance to the line where they meet.

uniform sampler2D layer;
uniform vec2 origin;             // of the layer on the canvas, in pixels
uniform vec2 corner_of_canvas;
uniform float opacity;
#ifdef SHEET
uniform sampler2D layer_depth;
uniform sampler2D solid_depth;
uniform int over_solid;
#endif

layout(location = 0) out vec4 result;

void main() {
    ivec2 p = ivec2(gl_FragCoord.xy - corner_of_canvas - origin);
    result = texelFetch(layer, p, 0) * opacity;
#ifdef SHEET
    float ahead = texelFetch(solid_depth, p, 0).r - texelFetch(layer_depth, p, 0).r;
    if (over_solid != 0) result *= clamp(0.5 + ahead / max(fwidth(ahead), 1e-7), 0.0, 1.0);
#endif
}
