/** No ratio is below one. */
export const notBelow = () => [1, 1];

/** Neither ratio is below one. */
export const larger = () => [1, 1];

/** The first is no less than one; the second and its inverse are neither. */
export const enhanced = () => [1, 1, 1];
