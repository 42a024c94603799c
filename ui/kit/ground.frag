// A ground: a filled rectangle with a border and rounded corners. frame and bounds
// come from Fyne, in pixels; the rest from ground.go, lengths in Fyne's units.
#ifdef GL_ES
precision highp float;
#endif

uniform vec2 frame;
uniform vec4 bounds;
uniform float width, corner, border;
uniform float fillR, fillG, fillB, fillA, lineR, lineG, lineB, lineA;

void main() {
	float pixels = (bounds.z - bounds.x) / width;
	vec2 reach = (bounds.zw - bounds.xy) * 0.5;
	vec2 middle = vec2(bounds.x, frame.y - bounds.w) + reach;
	vec2 from = abs(gl_FragCoord.xy - middle) - reach + corner * pixels;
	// How far the pixel lies outside; the border is the outermost of the inside.
	float outside = length(max(from, 0.0)) + min(max(from.x, from.y), 0.0) - corner * pixels;
	float onLine = clamp(outside + floor(border * pixels + 0.5) + 0.5, 0.0, 1.0);
	vec4 color = mix(vec4(fillR, fillG, fillB, fillA), vec4(lineR, lineG, lineB, lineA), onLine);
	gl_FragColor = vec4(color.rgb, color.a * clamp(0.5 - outside, 0.0, 1.0));
}
