import type {Document} from "./document.js";
import {inventory as finiteRate} from "./finite-rate/inventory.js";
import {inventory as fisher} from "./fisher/inventory.js";
import {inventory as notes} from "./notes/inventory.js";
import {inventory as sampling} from "./sampling/inventory.js";
import {inventory as summary} from "./summary/inventory.js";

/** The documents, in the order in which the ledger and the errata go through them. */
export const documents: readonly Document[] = [
  {
    id: "fisher",
    prefix: "FG",
    title: "Fisher-geometric diffusion",
    name: "Fisher paper",
    inProse: "the Fisher paper",
    notation: "Fisher",
    reference: "zantedeschi2026",
    inventory: fisher
  },
  {
    id: "notes",
    prefix: "NT",
    title: "Notes on gradient noise",
    name: "Notes",
    inProse: "the notes",
    notation: "Notes",
    reference: "notes",
    inventory: notes
  },
  {
    id: "finite-rate",
    prefix: "LZU",
    title: "Noise and fluctuation at a finite learning rate",
    name: "Finite-rate paper",
    inProse: "the finite-rate paper",
    notation: "Finite rate",
    reference: "liu2021",
    inventory: finiteRate
  },
  {
    id: "summary",
    prefix: "SM",
    title: "The summary page",
    name: "Fisher summary",
    inProse: "the summary of the Fisher paper",
    notation: "Fisher",
    inventory: summary
  },
  {
    id: "sampling",
    prefix: "NF",
    title: "Statements of this site",
    name: "This site",
    inProse: "this site",
    notation: "Fisher",
    own: true,
    inventory: sampling
  }
];
