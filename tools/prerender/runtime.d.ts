declare module "@observablehq/runtime" {
  /** The part of a variable that Framework's client uses. */
  export interface Variable {
    readonly constructor: new (
      type: number,
      module: Module,
      observer?: null,
      options?: {shadow: object}
    ) => Variable;
    readonly _module: Module;
    readonly _version: number;
    readonly _shadow: Map<string, Variable>;
    define(name: string | null, inputs: readonly string[], definition: unknown): this;
    define(inputs: readonly string[], definition: unknown): this;
  }

  export interface Module {
    variable(observer?: object | boolean, options?: {shadow: object}): Variable;
  }

  export class Runtime {
    constructor(library: Readonly<Record<string, () => unknown>>);
    module(): Module;
    dispose(): void;
  }
}
