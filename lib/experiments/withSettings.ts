/**
 * A spec with some of its numbers replaced, as `--set` gives them: `fields` names, for every setting
 * that there is, the field that it stands for; a list of numbers is replaced by one.
 *
 * @throws RangeError on a setting that is not among them, or where its value is no finite number
 * @example withSettings(spec, {b: "32"}, {seed: "seed", b: "batchSizes"}).batchSizes; // [32]
 */
export function withSettings<Spec extends object>(
  spec: Spec,
  settings: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, keyof Spec & string>>
): Spec {
  const changed: Partial<Record<keyof Spec, unknown>> = {...spec};
  for (const [key, text] of Object.entries(settings)) {
    if (!Object.hasOwn(fields, key))
      throw new RangeError(`setting must be one of ${Object.keys(fields).join(", ")}; got ${key}`);
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) throw new RangeError(`${key} must be a number; got ${text}`);
    changed[fields[key]] = Array.isArray(spec[fields[key]]) ? [value] : value;
  }
  return changed as Spec;
}

/** What `vary` of an experiment is that has nothing to vary. */
export const noSettings = (name: string) => (): never => {
  throw new RangeError(`${name} has no settings to vary`);
};
