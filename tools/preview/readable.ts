import type {BuildFailure} from "esbuild";

/** What an error says, without its stack. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** An error as lines for an author: of a bundle that failed, `lib/own/two.ts:3 Unexpected ";"` for each fault. */
export function readable(error: unknown): string[] {
  const {errors} = (error ?? {}) as Partial<BuildFailure>;
  if (!Array.isArray(errors)) return messageOf(error).split("\n");
  return errors.map(({text, location}) =>
    location ? `${location.file}:${location.line} ${text}` : text
  );
}
