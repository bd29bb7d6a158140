import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";

type Figures = Answer<"listFigures">;
export type DeliveredFigure = Figures["items"][number];
/** What becomes of a correction now. */
export type Entries = Figures["entries"];
type Instead = NonNullable<Body<"correctFigure">["instead"]>;

/** What of a figure can be said differently; whatever else is wrong with it, it is taken back and delivered anew. */
export type Typed = { readonly quantity: string; readonly base: string; readonly occurredOn: string };

/** Whether a figure can still be corrected here; one that a dispute booked stays as it was answered. */
export function isCorrectable({ state, origin }: DeliveredFigure, entries: Entries): boolean {
  return state === "in_force" && origin !== "dispute" && entries !== "in_publicity";
}

export function typedOf({ quantity, base, occurredOn }: DeliveredFigure): Typed {
  return { quantity, base: base ?? "", occurredOn };
}

/** What should have been delivered, as the API takes it. */
export function insteadOf(figure: DeliveredFigure, { quantity, base, occurredOn }: Typed): Instead {
  const { kind, metric, attributes, note } = figure;
  return {
    kind: kind as Instead["kind"],
    metric,
    occurredOn,
    quantity,
    base: figure.base === null ? null : base,
    attributes: attributes as Instead["attributes"],
    note,
  };
}

/** A figure in one piece: of how much, where it is a share. */
export function figureText({ quantity, base }: { quantity: string; base: string | null }): string {
  return base === null || base === "" ? quantity : `${quantity} / ${base}`;
}
