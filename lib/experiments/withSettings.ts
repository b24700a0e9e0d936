import {integer} from "../check.js";
import {checkBurnIn, checkRanges, type SettingRange} from "./settingRanges.js";

/** How the settings of a spec are read, beyond what the spec itself shows. */
export interface SettingNames {
  /** Names that stand for a field of another name, such as b for batchSizes. */
  readonly short?: Readonly<Record<string, string>>;
  /** The words that a setting of words may hold, by the name of the setting or of a field within it. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** The lists that keep their length, as of the two curvatures of a plane. */
  readonly ofFixedLength?: readonly string[];
  /** Ranges that are others here than in `settingRanges`, by the names of fields. */
  readonly ranges?: Readonly<Record<string, SettingRange>>;
  /** The fewest steps behind the burn-in, 2 by default; undefined where `steps` do not count it. */
  readonly afterBurnIn?: number | undefined;
}

const described = new Set(["name", "title", "source", "settings"]);

/**
 * A spec with some of its settings replaced, as `--set name=value` gives them. Settings are the fields
 * of the spec and of its `settings`; each keeps the shape that it has:
 *
 *     a number             --set steps=1e3
 *     numbers              --set b=32   --set b=1,2,4   --set b=[1,2,4]
 *     a word, words        --set noise=isotropic   --set noise=anisotropic,isotropic
 *     anything deeper      --set temperatures=[[0.1, 0.2]]
 *
 * @throws RangeError on a setting that there is not, or on a value of another shape or out of its range, with
 * its name, the value and what is wanted
 * @example withSettings(spec, {b: "32"}, {short: {b: "batchSizes"}}).batchSizes; // [32]
 */
export function withSettings<Spec extends object>(
  spec: Spec,
  changes: Readonly<Record<string, string>>,
  {short = {}, words = {}, ofFixedLength = [], ranges = {}, ...others}: SettingNames = {}
): Spec {
  const whole = {...spec} as Record<string, unknown>;
  const inner = {...(whole["settings"] as Record<string, unknown> | undefined)};
  const nameOf = (field: string) => Object.keys(short).find(name => short[name] === field) ?? field;
  const homes = new Map(
    [whole, inner].flatMap(home =>
      Object.keys(home)
        .filter(field => !described.has(field) && isData(home[field]))
        .map(field => [nameOf(field), {home, field}] as const)
    )
  );
  for (const [name, text] of Object.entries(changes)) {
    const found = homes.get(name);
    if (!found)
      throw new RangeError(`setting must be one of ${[...homes.keys()].join(", ")}; got ${name}`);
    const {home, field} = found;
    const old = home[field];
    const length = Array.isArray(old) && ofFixedLength.includes(name) ? old.length : undefined;
    home[field] = read(name, text, old, {words: words[name], length});
    if (name === "seed") integer(name, home[field] as number, -Number.MAX_SAFE_INTEGER);
    checkWords(home[field], words, name);
    checkRanges(field, home[field], ranges, name);
  }
  if (whole["settings"] !== undefined) whole["settings"] = inner;
  const {afterBurnIn} = {afterBurnIn: 2, ...others};
  if (afterBurnIn !== undefined) checkBurnIn(whole, afterBurnIn);
  return whole as unknown as Spec;
}

/** Refuses other words than those of a field, in the objects of a setting. */
function checkWords(
  value: unknown,
  words: Readonly<Record<string, readonly string[]>>,
  within: string
): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const known = Array.isArray(value) ? undefined : words[key];
    if (typeof item === "string" && known && !known.includes(item))
      throw new RangeError(
        `${key} in ${within} must be a word among ${known.join(", ")}; got ${item}`
      );
    checkWords(item, words, Array.isArray(value) ? within : `${key} in ${within}`);
  }
}

/** What `vary` of an experiment is that has nothing to vary. */
export const noSettings =
  (name: string) =>
  (changes: Readonly<Record<string, string>>): never => {
    throw new RangeError(`${name} has no settings to vary; got ${Object.keys(changes).join(", ")}`);
  };

const isData = (value: unknown) => value !== undefined && typeof value !== "function";

/** What a setting may hold beyond its shape. */
interface Limits {
  readonly words?: readonly string[];
  readonly length?: number;
}

function read(name: string, text: string, old: unknown, limits: Limits): unknown {
  const {words, length} = limits;
  const value = Array.isArray(old) ? list(text, old) : scalar(text, old);
  const known = (word: unknown) =>
    words === undefined || typeof word !== "string" || words.includes(word);
  const fits = length === undefined || (Array.isArray(value) && value.length === length);
  if (!isLike(value, old) || !fits || ![value].flat().every(known))
    throw new RangeError(`${name} must be ${wanted(old, limits)}; got ${text}`);
  return value;
}

function list(text: string, old: readonly unknown[]): unknown {
  const flat = typeof old[0] !== "object";
  if (flat && !text.trim().startsWith("["))
    return text.split(",").map(item => scalar(item.trim(), old[0]));
  return json(text);
}

function scalar(text: string, old: unknown): unknown {
  if (typeof old === "string") return text;
  if (typeof old === "number") return text.trim() === "" ? Number.NaN : Number(text);
  return json(text);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value has the shape of another: each item of a list is like one of the other's items. */
function isLike(value: unknown, old: unknown): boolean {
  if (Array.isArray(old))
    return (
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(item => old.some(other => isLike(item, other)))
    );
  if (typeof old !== "object" || old === null)
    return typeof value === typeof old && (typeof value !== "number" || Number.isFinite(value));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const names = Object.keys(old);
  return (
    Object.keys(value).length === names.length &&
    names.every(name =>
      isLike((value as Record<string, unknown>)[name], (old as Record<string, unknown>)[name])
    )
  );
}

function wanted(old: unknown, {words, length}: Limits): string {
  const several = Array.isArray(old);
  const first = several ? old[0] : old;
  if (words) return `${several ? "words" : "a word"} among ${words.join(", ")}`;
  if (typeof first === "number")
    return several
      ? `${length === undefined ? "" : `${length} `}numbers, such as ${old.slice(0, 3).join(",")} or ${JSON.stringify(old.slice(0, 3))}`
      : `a number, such as ${first}`;
  if (typeof first === "string") return several ? "words, separated by commas" : "a word";
  const shown = JSON.stringify(old);
  return `JSON that looks like ${shown.length > 80 ? `${shown.slice(0, 80)} …` : shown}`;
}
