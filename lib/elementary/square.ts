/** x², one product: `x ** 2` is left to the implementation by the language. */
export const square = (x: number): number => x * x;
