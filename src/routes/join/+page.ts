/** A list of links needs no script of the app. */
export const csr = false;
