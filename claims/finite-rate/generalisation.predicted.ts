export const firstOrder = () => 2;
export const secondOrder = () => 4;
