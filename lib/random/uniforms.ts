import {type StreamAddress, streamState} from "./stream.js";
import {xoshiro128pp} from "./xoshiro.js";

/**
 * Uniforms on the grid k·2⁻³², k = 0 … 2³² − 1, from the xoshiro128++ stream of an address.
 *
 * @example uniforms({seed: 1, experiment: "alignment", cell: "b=4", replicate: 0}).next()
 */
export function uniforms(address: StreamAddress): {next(): number} {
  const word = xoshiro128pp(streamState(address));
  return {next: () => word() * 2 ** -32};
}
