import {smallTrainedNetwork} from "../../lib/problems/smallTrainedNetwork.js";
import {trainedNetwork} from "../../lib/problems/trainedNetwork.js";
import {safetensors} from "./safetensors.js";

/** The rows of a matrix of float64. */
const rowsOf = (data: Float64Array, columns: number): Float64Array[] =>
  Array.from({length: data.length / columns}, (_, i) =>
    data.subarray(i * columns, (i + 1) * columns)
  );

/** Gradients and Hessian of the small network at its minimum, as files in float32. */
export function networkFiles(): {gradients: Uint8Array; hessian: Uint8Array} {
  const {seed, settings} = smallTrainedNetwork;
  const {inputs, hidden} = settings;
  const {network, weights} = trainedNetwork(seed, settings);
  const d = network.dimension;
  return {
    gradients: safetensors(
      rowsOf(network.sampleGradients(weights), d),
      [
        {name: "hidden.weight", shape: [hidden, inputs]},
        {name: "hidden.bias", shape: [hidden]},
        {name: "output.weight", shape: [hidden]}
      ],
      "F32"
    ),
    hessian: safetensors(
      rowsOf(network.curvatures(weights).hessian, d),
      [{name: "hessian", shape: [d]}],
      "F32"
    )
  };
}
