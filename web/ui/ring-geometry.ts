const gap = 0.32;

function point(centre: number, radius: number, angle: number): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  return `${round(centre + radius * Math.sin(angle))} ${round(centre - radius * Math.cos(angle))}`;
}

/** The path of arc `index` of six, filled from its start to `share` (0 to 1), clockwise from the top. */
export function arcPath(index: number, share: number, centre: number, radius: number): string {
  const from = (index * Math.PI) / 3 + gap / 2;
  const to = from + (Math.PI / 3 - gap) * share;
  return `M${point(centre, radius, from)}A${radius} ${radius} 0 0 1 ${point(centre, radius, to)}`;
}

/** Where the words of arc `index` stand. */
export function labelPlace(index: number, centre: number, radius: number): { x: number; y: number } {
  const middle = (index * Math.PI) / 3 + Math.PI / 6;
  return { x: centre + radius * Math.sin(middle), y: centre - radius * Math.cos(middle) };
}
