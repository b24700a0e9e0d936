import type {BinaryFit} from "./fitBinaryRegression.js";
import {fitLogisticRegression} from "./fitLogisticRegression.js";
import {logisticRegression} from "./logisticRegression.js";
import {standardise} from "./standardise.js";

const measurements = [
  "culmen_length_mm",
  "culmen_depth_mm",
  "flipper_length_mm",
  "body_mass_g"
] as const;

/** Names of the five parameters of the penguin model, in order. */
export const penguinParameters = [
  "intercept",
  "culmen length",
  "culmen depth",
  "flipper length",
  "body mass"
] as const;

/** The penguins with every measurement and a known sex. */
export interface Penguins {
  /** n×5: a one, then the four measurements, standardised over the complete rows. */
  readonly features: number[][];
  /** 1 for male. */
  readonly labels: number[];
  readonly species: string[];
  /** Rows of the file, complete or not. */
  readonly rowsInFile: number;
}

/**
 * The Palmer penguins (Gorman, Williams & Fraser 2014; Horst, Hill & Gorman 2020) from the CSV of
 * `@observablehq/sample-datasets`. A row without all four measurements and a sex of MALE or FEMALE
 * is dropped: 333 of 344 stay. Each measurement is centred and divided by its standard deviation
 * (1/(n−1)) over the rows that stay.
 *
 * @throws RangeError if a column is missing.
 * @example parsePenguins(csv).features.length // 333
 */
function parsePenguins(csv: string): Penguins {
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  const names = header.split(",");
  const column = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new RangeError(`penguins must have a column ${name}; got ${header}`);
    return at;
  };
  const numeric = measurements.map(column);
  const sex = column("sex");
  const species = column("species");
  const complete = lines
    .map(line => line.split(","))
    .filter(
      cells =>
        (cells[sex] === "MALE" || cells[sex] === "FEMALE") &&
        numeric.every(j => cells[j].trim() !== "" && Number.isFinite(Number(cells[j])))
    );
  const {rows} = standardise(complete.map(cells => numeric.map(j => Number(cells[j]))));
  return {
    features: rows.map(row => [1, ...row]),
    labels: complete.map(cells => (cells[sex] === "MALE" ? 1 : 0)),
    species: complete.map(cells => cells[species]),
    rowsInFile: lines.length
  };
}

/** A logistic regression of sex, and each penguin's gradient at its optimum. */
export interface PenguinModel extends Penguins {
  readonly fit: BinaryFit;
  /** n×5: ψᵢ = ∇ℓᵢ(ŵ), one row per penguin. */
  readonly gradients: number[][];
}

/** Fits sex on the four standardised measurements to ‖∇L‖ ≤ 1e-12; see `fitLogisticRegression`. */
export function penguinModel(csv: string): PenguinModel {
  const penguins = parsePenguins(csv);
  const fit = fitLogisticRegression(penguins.features, penguins.labels, {tolerance: 1e-12});
  const gradients = logisticRegression(penguins.features, penguins.labels)
    .sampleGradients(fit.weights)
    .to2DArray();
  return {...penguins, fit, gradients};
}
