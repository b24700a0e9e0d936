/** NumPy's random streams, so that a published seed can be replayed. */
export type {BitGenerator} from "./numpy/bitGenerator.js";
export {default_rng, Generator, type Size} from "./numpy/generator.js";
export {MT19937} from "./numpy/mt19937.js";
export {PCG64} from "./numpy/pcg64.js";
export {RandomState} from "./numpy/randomState.js";
export {SeedSequence} from "./numpy/seedSequence.js";
