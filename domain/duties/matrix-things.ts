/** 应开、已开、逾期、补录. */
export type DutyFigures = {
  readonly owed: number;
  readonly done: number;
  readonly overdue: number;
  readonly late: number;
};

/** How a month of an organisation is to be read; a sign and a word beside the colour (never colour alone). */
export type CellState = "none" | "overdue" | "open" | "done" | "done_late";

/** What is overdue comes first, then what is still open; of what is all done whether something was entered late. */
export function cellState({ owed, done, overdue, late }: DutyFigures): CellState {
  if (overdue > 0) return "overdue";
  if (done < owed) return "open";
  if (late > 0) return "done_late";
  return owed === 0 ? "none" : "done";
}
