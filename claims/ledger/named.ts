/** What a claim is tried on. Its name says what it holds: `n = 6, b = 4`. */
export interface Named {
  readonly name: string;
}
