import type { IndicatorBody } from "../definitions/indicator.ts";
import type { Lack } from "./indicator-reading.ts";
import type { ScoreContext } from "./score-context.ts";

export type Meaning = IndicatorBody["noData"];

/**
 * What a missing value means (scoring.md, "No data"). Silence earns full marks only once its source has closed the
 * period: the product itself, or an imported source by its receipt; until then it is awaited.
 */
export function meaningOf(
  lack: Lack,
  { noData, source }: Pick<IndicatorBody, "noData" | "source">,
  context: Pick<ScoreContext, "closed" | "receipts">,
): Meaning {
  switch (lack) {
    case "silence":
    case "division":
      return noData === "full" && !isClosed(source, context) ? "pending" : noData;
    case "judges":
    case "pending":
      return "pending";
    default:
      return "not_applicable";
  }
}

function isClosed(source: string, { closed, receipts }: Pick<ScoreContext, "closed" | "receipts">): boolean {
  return source === "system" ? closed : receipts.has(source);
}
