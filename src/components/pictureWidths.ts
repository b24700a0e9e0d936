/** Widths of a picture in pixels for which the build draws it: in the text column, and on a phone of 390 pixels. */
export const pictureWidths = {wide: 736, narrow: 358} as const;

/** By how much less or more than its own width a picture may be shown. */
const scales = [0.8, 1.2] as const;

/**
 * The width for which a picture is drawn where the column has this one: where one of the build's is near, it stays,
 * scaled, so that what scripts draw has the box of what the page came with.
 */
export const drawnWidth = (column: number): number =>
  Object.values(pictureWidths).find(
    width => column >= scales[0] * width && column <= scales[1] * width
  ) ?? column;
