import {grid, named} from "./named.js";

/** Costs c of a unit of service rate, arrivals having the rate 1. */
export const costs = grid({cost: [0.25, 1, 4]});

/** Runs of so many customers from an empty queue. */
export const finiteRuns = grid({rate: [1.25, 1.5, 2.5], customers: [2, 5, 12]});

/** Queues at rest, by their load ρ. */
export const loads = grid({load: [0.2, 0.4, 0.6]});

/** A step of all N calls on a quadratic of curvature h, with tosses ±s as noise, from a start. */
export const singleSteps = named([
  {calls: 4, curvature: 1, noise: 1, start: 3},
  {calls: 8, curvature: 0.5, noise: 2, start: -10},
  {calls: 12, curvature: 4, noise: 0.5, start: 0.1}
]);
