/** A point of the radar, in the units of its drawing. */
export type RadarPoint = { readonly x: number; readonly y: number };

/** The corners of the radar for shares from 0 to 1, the first one up, then clockwise round `centre`. */
export function radarPoints(shares: readonly number[], centre: number, radius: number): RadarPoint[] {
  return shares.map((share, index) => {
    const angle = (2 * Math.PI * index) / shares.length;
    return {
      x: rounded(centre + Math.sin(angle) * radius * share),
      y: rounded(centre - Math.cos(angle) * radius * share),
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
