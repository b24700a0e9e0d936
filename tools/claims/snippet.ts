import type {Names} from "./origins.js";

/** A few lines that compute a claim's two sides again, from the project's root. */
export function snippet(section: string, {predicted, measured, id, perCase}: Names): string {
  const path = `./claims/${section}`;
  const call = predicted === measured ? "measured" : measured;
  const named = predicted === measured ? `${measured}: measured` : measured;
  return [
    `// node --import tsx --input-type=module`,
    `const {${predicted}} = await import("${path}.predicted.ts");`,
    `const {${named}} = await import("${path}.measured.ts");`,
    `const context = {seed: 1, scale: 1};`,
    ...(perCase
      ? [
          `const {claims} = await import("${path}.ts");`,
          `for (const each of claims.find(({id}) => id === "${id}").cases)`,
          `  console.log(each.name, await ${predicted}(each, context), await ${call}(each, context));`
        ]
      : [`console.log(await ${predicted}(context), await ${call}(context));`])
  ].join("\n");
}
