/** One curvature: decaying steps over the plateau at their own temperature. */
export const samePlateau = () => 1;

/** The same at a small η₀µ; and the plateau at µ_F/2 over that at µ_F, F = H. */
export const plateauFar = () => [1, 2];

/** With ½ for the exponent's 1: what η₀µ = 1 gives. */
export const plateauTwice = () => 2;
