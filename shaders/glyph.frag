#version 330 core
// Coverage from the atlas, one texel to a pixel; a rule, which lies left of the atlas, is covered all over. `weight` below 1 thickens light letters on dark paper, which else look thin.

in vec2 spot;
flat in vec4 color;

uniform sampler2D atlas;
uniform float weight;

layout(location = 0) out vec4 result;

void main() {
    float cover = spot.x < 0.0 ? 1.0 : texelFetch(atlas, ivec2(floor(spot)), 0).r;
    if (cover <= 0.0) discard;
    float a = pow(cover, weight) * color.a;
    result = vec4(color.rgb * a, a);
}
