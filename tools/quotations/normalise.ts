/** Commands of TeX that name a letter, and the letter. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    epsilon: "ε",
    varepsilon: "ε",
    zeta: "ζ",
    eta: "η",
    theta: "θ",
    vartheta: "θ",
    iota: "ι",
    kappa: "κ",
    lambda: "λ",
    mu: "μ",
    nu: "ν",
    xi: "ξ",
    pi: "π",
    rho: "ρ",
    sigma: "σ",
    tau: "τ",
    phi: "φ",
    varphi: "φ",
    chi: "χ",
    psi: "ψ",
    omega: "ω"
  }).flatMap(([name, letter]) => [
    [name, letter],
    [name.charAt(0).toUpperCase() + name.slice(1), letter]
  ])
);
/** Commands that are words, or relations. */
const words: Readonly<Record<string, string>> = {
  ...letters,
  ...Object.fromEntries(
    ["log", "ln", "exp", "min", "max", "inf", "sup", "det", "lim", "sin", "cos"].map(name => [
      name,
      name
    ])
  ),
  ell: "l",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  lt: "<",
  gt: ">",
  Pr: "pr",
  E: "e",
  R: "r",
  Tr: "tr"
};

const entities: Readonly<Record<string, string>> = {lt: "<", gt: ">", amp: "&", quot: '"'};

/**
 * What is left of a text where extraction and typesetting may differ in everything else: letters, digits
 * and relations, in lower case. White space, hyphens, dashes, quotation marks, accents, emphasis and
 * braces are gone, ligatures and mathematical alphabets are plain letters, TeX is the letters that it sets.
 */
export function normalise(text: string): string {
  return text
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => entities[name])
    .replace(/\\(?:begin|end)\{\w+\*?\}/g, "")
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => words[name] ?? "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{Nd}<>=≤≥]/gu, "")
    .toLowerCase()
    .replaceAll("ς", "σ");
}
