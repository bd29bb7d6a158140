/**
 * Options of Node for the server. Left to itself Node keeps two halves of 32 MB for what was just made; with halves of
 * 8 MB a server at rest takes some 45 MB less.
 * @type {readonly string[]}
 */
export const serverOptions = ["--max-semi-space-size=8"];
