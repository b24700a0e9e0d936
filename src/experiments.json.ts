import {loaders} from "../tools/sweeps/loaders.js";
import {publish} from "../tools/sweeps/publish.js";

const sidecars = [];
for (const loader of loaders(process.cwd())) {
  const {spec: _, ...sidecar} = (await publish(loader)).sidecar;
  sidecars.push(sidecar);
}
process.stdout.write(JSON.stringify(sidecars));
