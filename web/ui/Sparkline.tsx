type Props = { values: readonly (number | null)[]; label: string };

const width = 96;
const height = 24;

/** Pieces of the line between months without a figure. */
function pieces(values: readonly (number | null)[]): string[] {
  const known = values.filter((value): value is number => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const found: string[] = [];
  let piece: string[] = [];
  const end = () => {
    if (piece.length > 0) found.push(piece.join(" "));
    piece = [];
  };
  values.forEach((value, at) => {
    if (value === null) {
      end();
      return;
    }
    const x = 4 + (at * (width - 8)) / Math.max(1, values.length - 1);
    const y = height - 4 - ((value - low) / span) * (height - 8);
    piece.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  });
  end();
  return found;
}

/** The shape of the last months; `label` says it in words. */
export function Sparkline({ values, label }: Props) {
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {pieces(values).map((points) => (
        <polyline key={points} points={points} fill="none" stroke="var(--ring)" strokeWidth="1.5" />
      ))}
    </svg>
  );
}
