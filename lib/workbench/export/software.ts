/** The version of the package, which a report names. */
export const software = "0.1.0";
