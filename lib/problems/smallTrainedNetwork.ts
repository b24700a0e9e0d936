import type {TeacherSettings} from "./trainedNetwork.js";

/** The network of the workbench: 300 weights, 2000 samples. */
export const smallTrainedNetwork = {
  seed: 1,
  settings: {
    samples: 2000,
    inputs: 10,
    hidden: 25,
    teacher: 12,
    noise: 0.3,
    decay: 0.005
  } satisfies TeacherSettings
};
