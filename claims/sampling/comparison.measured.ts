import type {singleSteps} from "../cases/queues.js";

/** ½hE(θ₁ − θ⋆)² after one step of rate 1/h, over all 2ᴺ sequences of tosses. */
export function everyToss({calls, curvature, noise, start}: (typeof singleSteps)[number]) {
  let sum = 0;
  for (let code = 0; code < 2 ** calls; code++) {
    let gradient = 0;
    for (let k = 0; k < calls; k++)
      gradient += (curvature * start + ((code >> k) & 1 ? noise : -noise)) / calls;
    const theta = start - gradient / curvature;
    sum += (curvature * theta * theta) / 2;
  }
  return sum / 2 ** calls;
}
