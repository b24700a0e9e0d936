import type {BenchFiles, NamedBytes} from "../../lib/workbench/bench.js";

/** A problem that comes with the page. */
export interface SampleProblem {
  /** What the page's address calls it. */
  readonly key: string;
  readonly label: string;
  readonly load: () => Promise<BenchFiles>;
}

/** The part of Framework's file attachment that is needed here. */
interface Attachment {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Gradients and their Hessian from files of the site. */
export async function filesOf(gradients: Attachment, hessian: Attachment): Promise<BenchFiles> {
  const read = async (file: Attachment): Promise<NamedBytes> => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer())
  });
  return {gradients: await read(gradients), hessian: await read(hessian)};
}

/** The problems that come with the page; the network's files are fetched when they are asked for. */
export const samples = (
  penguins: BenchFiles,
  network: () => Promise<BenchFiles>
): readonly SampleProblem[] => [
  {key: "penguins", label: "penguins, a logistic regression", load: async () => penguins},
  {key: "network", label: "a small network at its minimum", load: network}
];
