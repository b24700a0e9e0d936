import {findingGuides} from "../../lib/workbench/export/findingGuide.js";

/** What the command is called with; `program` is how it was started. */
export const usageOf = (program: string): string => `${program} FILE [options]
  how noisy the gradients in FILE are, how sure that is, and what follows for step and batch;
  FILE is npy, npz, safetensors, Arrow, Parquet, CSV or TSV, one gradient per row; large ones are read in pieces;
  - in its place is standard input, such as a pasted matrix

  --mean-of b          rows are means of b samples, not gradients of single ones
  --drawn HOW          how these were drawn: with or without replacement, or as the parts of one epoch:
                       with, without, epoch
  --whole              the rows are all there are, not a sample of more
  --dataset-size n     of how many samples they are a part
  --groups FILE        one number per row: rows of one group may depend on one another
  --level x            of the intervals; default 0.95
  --model KIND         FILE is a table of data: the gradients of a linear, logistic or probit regression at its fit
  --response NAME      the column that it explains; default the last
  --hessian FILE       the Hessian, d×d, or its diagonal, d numbers
  --rate x, --batch b  a run's learning rate and batch size: where it settles (wants --hessian or --model)
  --momentum x         its momentum; default 0
  --with, --without    its batches are drawn with replacement, or hold no sample twice; default with, and a note
  --directions a,b     the ellipse in which it settles along two of h1, h2, … (eigenvectors of H, stiffest first),
                       g1, … (of G, noisiest first) and p0, … (parameters): its covariance, and with --csv its points
  --calls n, --start x the best rate and batch for n gradients from an excess loss x (wants the same), or from the
                       d numbers θ₀ − θ⋆ in a file of this name
  --check              also simulate the run, and hold its floor to the law (wants --rate)
  --links              below each number, the addresses of what it rests on
  --json               the report as JSON, with the files' SHA-256
  --html FILE          the report as one HTML file that prints on two pages
  --csv FOLDER         the rows behind each picture
  --numpy FILE         a NumPy program that recomputes the numbers from the same files
  --bibtex FILE        what the report rests on

What is found in a file, and when:

${findingGuides.map(({code, threshold}) => `  ${code.padEnd(19)}${folded(threshold)}`).join("\n")}

Addresses such as /workbench#finding-few-rows are pages of the project's site.`;

/** Text in lines that stand below one another, past the codes. */
function folded(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) as string;
    if (last && last.length + word.length > 90) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join(`\n${" ".repeat(21)}`);
}
