import {type Drive, drives} from "./noiseDrive.js";

/** A recursion on L = ½θ² with one assumption about its noise or its rate turned by a knob. */
export type DrivenCell = {
  /** "momentum", "growing" and "decaying" have white noise. */
  readonly drive: Drive | "momentum" | "growing" | "decaying";
  readonly knob: number;
  /** x = ηh. */
  readonly step: number;
  /** Updates after the burn-in of 12/x. */
  readonly updates: number;
};

/** What `drive` of a cell may be. */
export const cellDrives: readonly DrivenCell["drive"][] = [
  ...drives,
  "momentum",
  "growing",
  "decaying"
];

/** Updates until a start at 0 is forgotten. */
export const burnIn = (step: number): number => Math.floor(12 / step);

/** The burn-in: whole epochs, and for a falling rate until k = 4K. */
export function skippedUpdates({drive, knob, step}: DrivenCell): number {
  if (drive === "decaying") return Math.floor((4 * knob) / step);
  const least = drive === "momentum" ? burnIn(step) + Math.floor(20 / (1 - knob)) : burnIn(step);
  const epoch = drive === "reshuffled" ? knob : 1;
  return epoch * Math.floor((least + epoch - 1) / epoch);
}
