import { arcPath } from "./ring-geometry.ts";

/** The product's mark: the plain ring of six arcs. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3, 4, 5].map((index) => (
        <path
          key={index}
          d={arcPath(index, 1, 13, 10.5)}
          fill="none"
          stroke="var(--ring)"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}
