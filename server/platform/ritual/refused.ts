import type { Refusal } from "@dutyloop/domain/kernel/refusal.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";

/** Carries a refusal out of a transaction, which it undoes. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Something that isn't there or that the caller may not see: both get the same answer. */
export function notFound(): Refused {
  return new Refused(refuse("not_found"));
}
