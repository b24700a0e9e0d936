/** Widths of a picture in pixels for which the build draws it: in the text column, and on a phone of 390 pixels. */
export const pictureWidths = {wide: 736, narrow: 358} as const;

/** The column from which on the wide picture is shown, in pixels. */
const enough = 540;

/**
 * The width for which a picture is drawn where the column has this one: one of the build's, and scaled, so that what
 * scripts draw has the box of what the page came with; beyond them the column's own.
 */
export function drawnWidth(column: number): number {
  if (column > pictureWidths.wide) return column;
  return column < enough ? pictureWidths.narrow : pictureWidths.wide;
}

/** Whether pictures of this width are scaled to their column. */
export const isStandard = (width: number): boolean =>
  Object.values<number>(pictureWidths).includes(width);
