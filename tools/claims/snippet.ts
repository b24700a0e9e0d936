import type {Origin} from "../../claims/ledger/origin.js";

/** A few lines that compute the two sides of a claim again, from the project's root. */
export function snippet(key: string, {section, predicted, measured}: Origin): string {
  const path = `./claims/${section}`;
  const call = predicted === measured ? "measured" : measured;
  const named = predicted === measured ? `${measured}: measured` : measured;
  const [id, part] = key.split("/");
  const isIt = part === undefined ? `id === "${id}"` : `id === "${id}" && part === "${part}"`;
  return [
    `// node --import tsx --input-type=module`,
    `const {${predicted}} = await import("${path}.predicted.ts");`,
    `const {${named}} = await import("${path}.measured.ts");`,
    `const context = {seed: 1, scale: 1};`,
    `const {claims} = await import("${path}.ts");`,
    `const {cases} = claims.find(({${part === undefined ? "id" : "id, part"}}) => ${isIt});`,
    `for (const each of cases)`,
    `  console.log(each.name, await ${predicted}(each, context), await ${call}(each, context));`
  ].join("\n");
}
