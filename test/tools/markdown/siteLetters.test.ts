import {describe, expect, test} from "vitest";
import {readLocalSymbols} from "../../../tools/markdown/localSymbols.js";
import {inSiteLetters} from "../../../tools/markdown/siteLetters.js";
import {symbolScope} from "../../../tools/markdown/symbolScope.js";

const row = (id: string, here: string[], theirs: string[]) => ({
  id,
  line: 0,
  symbol: `$${here[0]}$`,
  meaning: id,
  names: new Map([
    ["here", here],
    ["Other", theirs]
  ])
});
const rows = [
  row("theta", ["\\theta", "\\theta^{\\star}", "\\theta_{t}"], ["w"]),
  row("eta", ["\\eta"], ["\\lambda"]),
  row("xi", ["\\xi"], ["\\eta"]),
  row("hessian", ["H"], ["K"]),
  row("h", ["h", "h_{i}"], ["k", "k_{i}"]),
  row("b", ["b"], ["S"]),
  row("loss", ["L", "L_{n}"], ["L", "L_{\\mathrm{train}}"]),
  row("extreme", ["\\lambda_{\\max}", "\\lambda_{\\min}"], ["k^{*}"]),
  row("batch", ["g_{B}", "g_{t}"], ["g_{\\mathcal{B}}", "g_{\\mathcal{B}_{n}}", "g_{t}"]),
  row("identity", ["I"], ["I", "I_{D}"]),
  row("step", ["t"], ["n"]),
  row("drawn", ["\\mathcal{B}"], ["B"])
];

function written(tex: string, front = ""): string {
  const locals = readLocalSymbols(`---\nsymbols:\n${front}\n---\n`, ["Other"]);
  const scope = symbolScope(rows, locals, undefined, (_, message) => {
    throw new Error(message);
  });
  const {tex: ours, clash} = inSiteLetters(tex, names => scope.find(names, "Other"));
  return clash === undefined ? ours : `clash: ${clash}`;
}

describe("a formula of a document in the site's letters", () => {
  test.each([
    ["w_{n+1} = w_n - \\lambda g_n", "\\theta_{t+1} = \\theta_t - \\eta g_t"],
    ["\\lambda\\eta", "\\eta\\xi"],
    ["\\lambda w", "\\eta\\theta"],
    ["\\nabla\\cdot K w", "\\nabla\\cdot H \\theta"],
    ["\\frac\\lambda S\\frac{k_i}{2-\\lambda k_1}", "\\frac\\eta b\\frac{h_i}{2-\\eta h_1}"],
    ["g_{\\mathcal B_n} + g_{\\mathcal B}", "g_{\\mathcal B_t} + g_{\\mathcal B}"],
    ["2/k^*", "2/\\lambda_{\\max}"],
    ["\\bar w^\\top K\\bar w", "\\bar \\theta^\\top H\\bar \\theta"],
    ["\\nabla_w L", "\\nabla_\\theta L"],
    ["e^{-\\lambda k t}", "e^{-\\eta h t}"],
    ["\\operatorname{Tr}K", "\\operatorname{Tr}H"],
    ["\\frac1B + \\sqrt B", "\\frac1{\\mathcal{B}} + \\sqrt {\\mathcal{B}}"],
    ["\\frac\\lambda B", "\\frac\\eta{\\mathcal{B}}"],
    ["\\frac12B\\sqrt2B", "\\frac12\\mathcal{B}\\sqrt2\\mathcal{B}"],
    ["\\frac{1}B x_B\\,B", "\\frac{1}{\\mathcal{B}} x_{\\mathcal{B}}\\,\\mathcal{B}"],
    ["\\text{if } w = 0", "\\text{if } \\theta = 0"]
  ])("%s is %s", (theirs, ours) => expect(written(theirs)).toBe(ours));

  test.each(["L = \\tfrac12", "\\mathcal N(0, 1)", "g_B", "\\frac{d}{dt}", "\\mathrm{Kw}"])(
    "%s stays",
    tex => expect(written(tex)).toBe(tex)
  );

  test("a letter that the page declares for itself stays, an index or an accent does not save it", () => {
    expect(written("S w", "  Other S: a sum")).toBe("S \\theta");
    expect(written("w_0 + \\hat w", "  w_0: the start\n  \\hat w: an estimate")).toBe(
      "\\theta_0 + \\hat \\theta"
    );
  });

  test("a letter of the page that stands for a row is that of the row", () => {
    expect(written("G w", "  G: notation#hessian")).toBe("H \\theta");
  });

  test("one letter for two things is found", () => {
    expect(written("\\lambda x", "  x: a length")).toBe("\\eta x");
    expect(written("\\theta w", "  \\theta: an angle")).toBe("clash: \\theta");
  });
});
