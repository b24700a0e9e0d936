// What is stored today: a preview runs a sweep when a page asks for it, not for the list of tables.
import {tablesList} from "../tools/site/tablesList.js";
import {closureHash} from "../tools/sweeps/closureHash.js";
import {loadExperiment} from "../tools/sweeps/load.js";
import {loaders} from "../tools/sweeps/loaders.js";
import {buildScale} from "../tools/sweeps/publish.js";
import {storedArrow} from "../tools/sweeps/store.js";

const outputs = new Map<string, string>();
const titles = new Map<string, {title: string}>();
for (const loader of loaders(process.cwd())) {
  const loaded = await loadExperiment(loader);
  const {name, title} = loaded.experiment;
  const stored = storedArrow(name, closureHash(loaded, buildScale()));
  if (stored !== undefined) outputs.set(name, stored);
  titles.set(name, {title});
}
process.stdout.write(tablesList(outputs, titles, {built: false}));
