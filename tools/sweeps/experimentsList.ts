import type {Sidecar} from "./store.js";

/** What is known of every experiment but its spec, as the pages on reproduction list it. */
export const experimentsList = (sidecars: readonly Sidecar[]): string =>
  JSON.stringify(sidecars.map(({spec: _, ...sidecar}) => sidecar));
