import type {Names} from "./origins.js";

/** A few lines that compute a claim's two sides again, from the project's root. */
export function snippet(section: string, {predicted, measured}: Names): string {
  const path = `./claims/${section}`;
  const alias = predicted === measured ? `${measured} as measured` : measured;
  const call = predicted === measured ? "measured" : measured;
  return [
    `// node --import tsx --input-type=module`,
    `const {${predicted}} = await import("${path}.predicted.ts");`,
    `const {${alias.replace(" as ", ": ")}} = await import("${path}.measured.ts");`,
    `const context = {seed: 1, scale: 1};`,
    `console.log(await ${predicted}(context), await ${call}(context));`
  ].join("\n");
}
