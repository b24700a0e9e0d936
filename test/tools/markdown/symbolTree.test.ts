import {describe, expect, it} from "vitest";
import {declaredSymbols, parseTex, symbolNames} from "../../../tools/markdown/symbolTree.js";

const names = (tex: string) => {
  const [first, second] = parseTex(tex);
  return symbolNames(first, second);
};

describe("the names of a symbol", () => {
  it.each([
    ["b", ["b"]],
    ["\\mu_F^2", ["\\mu_{F}^{2}", "\\mu_{F}"]],
    ["\\muF", ["\\mu_{F}"]],
    ["h_i", ["h_{i}", "h_{*}", "h"]],
    ["\\theta_{t-1}", ["\\theta_{t-1}", "\\theta_{*}", "\\theta"]],
    ["G^\\star", ["G^{\\star}", "G"]],
    ["\\Sigma_{\\text{emp}}", ["\\Sigma_{\\mathrm{emp}}"]],
    ["\\lambda_{\\min}", ["\\lambda_{\\min}"]],
    ["\\widehat{G}_t", ["\\hat{G}_{t}", "\\hat{G}_{*}", "\\hat{G}"]],
    ["\\dot\\theta", ["\\theta"]],
    ["\\Delta L", ["\\Delta L", "\\Delta"]],
    ["\\mathcal F_{t-1}", ["\\mathcal{F}_{t-1}", "\\mathcal{F}_{*}", "\\mathcal{F}"]]
  ])("%s", (tex, expected) => {
    expect(names(tex)).toEqual(expected);
  });

  it("are none for a differential, and those of the dimension elsewhere", () => {
    expect(names("d\\theta")).toEqual([]);
    expect(names("d\\log Z")).toEqual([]);
    expect(names("d/N")).toEqual(["d"]);
    expect(names("dk")).toEqual(["d"]);
  });
});

describe("declared symbols", () => {
  it.each([
    ["\\eta_0,\\ t_0", ["\\eta_{0}", "t_{0}"]],
    ["\\tau = \\eta/b", ["\\tau"]],
    ["\\theta \\in \\mathbb R^d", ["\\theta"]],
    ["\\Delta L", ["\\Delta L"]],
    ["G^\\star/b", []],
    ["\\nabla L", []],
    ["L(b)-L(a)", []]
  ])("of %s", (tex, expected) => {
    expect(declaredSymbols(tex)).toEqual(expected);
  });
});
