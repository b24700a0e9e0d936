import {experimentsList} from "../tools/sweeps/experimentsList.js";
import {loaders} from "../tools/sweeps/loaders.js";
import {publish} from "../tools/sweeps/publish.js";
import type {Sidecar} from "../tools/sweeps/store.js";

const sidecars: Sidecar[] = [];
for (const loader of loaders(process.cwd())) sidecars.push((await publish(loader)).sidecar);
process.stdout.write(experimentsList(sidecars));
