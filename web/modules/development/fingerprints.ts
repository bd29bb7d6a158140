/** A file of a paper: its name for whoever chose it, its fingerprint (SHA-256, hexadecimal) for the step. */
export type Scan = { readonly name: string; readonly hash: string };

/** As many as a step takes. */
export const mostScans = 20;

/** The scans with further ones: the same content counts once, whatever its name. */
export function withScans(scans: readonly Scan[], further: readonly Scan[]): Scan[] {
  const all = new Map([...scans, ...further].map((scan) => [scan.hash, scan]));
  return [...all.values()].slice(0, mostScans);
}
