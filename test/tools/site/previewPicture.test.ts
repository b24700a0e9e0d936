import {expect, test} from "vitest";
import {openingFigure, previewPictures} from "../../../tools/site/previewPicture.js";

const inner =
  '<svg role="img" width="736" height="200"><svg><text fill="var(--measured)">10⁻¹</text></svg></svg>';

test("the opening figure is the first that is drawn, whole", () => {
  const html = `<svg role="img"></svg><figure><img></figure><figure>${inner}<svg role="img"></svg></figure>`;
  expect(openingFigure(html)).toBe(inner);
  expect(openingFigure("<figure><table></table></figure>")).toBeNull();
});

test("a picture is a PNG of 1200 × 630 pixels that shows title and figure", async () => {
  const draw = await previewPictures();
  const sizes = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };
  const [empty, titled, drawn] = [draw("", null), draw("A & B", null), draw("A & B", inner)];
  for (const png of [empty, titled, drawn]) {
    expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map(letter => letter.charCodeAt(0)));
    expect(sizes(png)).toEqual([1200, 630]);
  }
  expect(titled.length).toBeGreaterThan(empty.length);
  expect(drawn.length).toBeGreaterThan(titled.length);
});
