/** Whether pages are rendered for `npm start`, which marks what is wrong with them and what is in doubt. */
export const isPreview = (): boolean => process.env.NOISEFLOOR_PREVIEW === "1";
