import type { LineState } from "../things.ts";

/** What a person decided that a leaf without data counts when its period closed. */
export type Settlement = {
  readonly outcome: "value" | "not_applicable" | "zero";
  /** The indicator's value, which goes through its points rule (for units: their sum); null for the other outcomes. */
  readonly value: string | null;
};

/** A line, or the total, of an organisation below. */
export type ChildFigure = {
  readonly points: string | null;
  readonly fullMarks: string;
  readonly state: LineState;
  readonly members: number;
};

/** What scoring needs to know besides the facts of the organisation and period. */
export type ScoreContext = {
  /** The product's own source has closed the period. */
  readonly closed: boolean;
  /** Imported sources that delivered for it. */
  readonly receipts: ReadonlySet<string>;
  /** By line code. */
  readonly settlements: ReadonlyMap<string, Settlement>;
  /** By scheme code: the mean of its adjusted totals in this period, rounded; null or absent where there is none yet. */
  readonly figures: ReadonlyMap<string, string | null>;
  /** By `${scheme} ${line ?? ""}`: the nearest organisations below. */
  readonly children: ReadonlyMap<string, readonly ChildFigure[]>;
  /** By veto code; absent as long as nobody has decided. */
  readonly vetoDecisions: ReadonlyMap<string, boolean>;
};

/** An open period about which nothing is known but the facts. */
export const plainContext: ScoreContext = {
  closed: false,
  receipts: new Set(),
  settlements: new Map(),
  figures: new Map(),
  children: new Map(),
  vetoDecisions: new Map(),
};
