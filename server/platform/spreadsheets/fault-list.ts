import type { CellFault } from "./table.ts";

/** Faults of one sheet that are kept: more than anybody mends at once, and few enough to be held and sent. */
export const mostFaults = 10_000;

/** The faults of one sheet. All are counted, the first are kept: a hidden sheet can hold millions of them. */
export class FaultList {
  readonly kept: CellFault[];
  count: number;

  constructor(faults: readonly CellFault[] = [], count = 0) {
    this.kept = [...faults];
    this.count = count;
  }

  add(path: string, code: string, values: CellFault["values"] = {}): void {
    this.count += 1;
    if (this.kept.length < mostFaults) this.kept.push({ path, code, values });
  }
}
