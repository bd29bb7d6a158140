const paths = {
  up: "M6 1.5 11.5 10.5H.5Z",
  down: "M6 10.5.5 1.5h11Z",
  diamond: "M6 .5 11.5 6 6 11.5.5 6Z",
  square: "M1.5 1.5h9v9h-9Z",
} as const;

export type ShapeName = keyof typeof paths | "tick";

/** A small mark drawn in the colour of the words beside it; screen readers hear the words. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {name === "tick" ? (
        <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      ) : (
        <path d={paths[name]} fill="currentColor" />
      )}
    </svg>
  );
}
