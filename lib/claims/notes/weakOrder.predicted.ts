import type {Numbers} from "../claim.js";

export const weakOrders = (): Numbers => ({
  "B fixed, skewed": [1],
  "η/B fixed, Gaussian": [1],
  "η/B fixed, skewed": [0.5]
});
export const strongOrders = (): Numbers => ({
  "B fixed, skewed": [0.5],
  "η/B fixed, Gaussian": [0.5],
  "η/B fixed, skewed": [0.5]
});

export const secondOrders = (): Numbers => ({
  "modified equation": [2],
  "mean and variance": [2],
  "η/B fixed, constant noise": [2]
});
