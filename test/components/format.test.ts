import {expect, it} from "vitest";
import {
  fixed,
  percent,
  powerOfTen,
  scientific,
  signed,
  whole,
  withError
} from "../../src/components/format.js";

it("groups long whole numbers in threes", () => {
  expect(whole(1234)).toBe("1234");
  expect(whole(12345678)).toBe("12\u2009345\u2009678");
  expect(whole(-12345.6)).toBe("\u221212\u2009346");
  expect(fixed(1234.56, 1)).toBe("1234.6");
  expect(fixed(-12345.678, 2)).toBe("\u221212\u2009345.68");
  expect(withError(12345.6, 7.8, 1)).toBe("12\u2009345.6 ± 7.8");
});

it("has a true minus sign, and none on zero", () => {
  expect(fixed(-1.25, 1)).toBe("\u22121.3");
  expect(fixed(-0.04, 1)).toBe("0.0");
  expect(fixed(-0.4, 0)).toBe("0");
  expect(whole(-0.4)).toBe("0");
  expect(signed(-0.04)).toBe("0.0");
  expect(signed(0.04)).toBe("0.0");
  expect(signed(0.06)).toBe("+0.1");
  expect(signed(-2)).toBe("\u22122.0");
  expect(percent(-0.0004)).toBe("0.0\u2009%");
  expect(withError(-0.001, 0.02, 2)).toBe("0.00 ± 0.02");
});

it("writes powers of ten as such", () => {
  expect(scientific(2.1e-15)).toBe("2.1·10⁻¹⁵");
  expect(scientific(-3e4, 0)).toBe("\u22123·10⁴");
  expect(scientific(0)).toBe("0");
  expect(powerOfTen(-10)).toBe("10⁻¹⁰");
});

it("shows what is no finite number as what it is", () => {
  for (const format of [(x: number) => fixed(x, 2), (x: number) => scientific(x), whole]) {
    expect(format(Infinity)).toBe("∞");
    expect(format(-Infinity)).toBe("\u2212∞");
    expect(format(Number.NaN)).toBe("NaN");
  }
});
