import {readStudies} from "../tools/sweeps/studies.js";

process.stdout.write(JSON.stringify(await readStudies(process.cwd())));
