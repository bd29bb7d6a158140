import type { Actor } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { CanonicalValue } from "@dutyloop/domain/kernel/canonical-json.ts";
import type { Month, PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Refusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { WorkCalendar } from "@dutyloop/domain/kernel/workdays.ts";
import type { ReadDatabase, Transaction } from "../db/pools.ts";
import type { FieldCipher } from "../fields/field-cipher.ts";
import type { Saving } from "./saving.ts";

/** Who acts, and from where; the same for the API, the CLI and the demo. */
export type Caller = {
  readonly actor: Actor;
  readonly accountName: string;
  readonly address: string | null;
  readonly requestId: string;
  readonly idempotencyKey?: string | undefined;
};

export type Context = Caller & {
  readonly now: Date;
  /** Today in the group's time zone. */
  readonly today: PlainDate;
  readonly workCalendar: WorkCalendar;
  /** Encrypts and finds the D4 fields of people. */
  readonly fields: FieldCipher;
  /** Months that take no ordinary entries (in publicity or closed); known where the use case named months. */
  readonly closedMonths: ReadonlySet<Month>;
  /** Months that can't be closed while it runs, because it said that it posts in them or closes them itself. */
  readonly heldMonths: ReadonlySet<Month>;
  /** Number of the closing that its facts come before. */
  readonly nextClosing: number;
};

export type Preparing = Caller & Pick<Context, "now" | "today">;

/**
 * One thing a user can do that changes something. `perform` walks its steps in order and adds what no step may
 * forget: the transaction, the wall between groups, the right of access, the audit entry and the stored answer.
 */
export type UseCase<Input, State, Decision, Answer, Prepared = undefined> = {
  /** Name in the audit, e.g. "fulfilment.submit_record". */
  readonly name: string;
  /** The action a grant must carry; `self` for what everybody may do to what is his own. */
  readonly access: Action | "self";
  /** Months it may post facts in; they are held open while it runs. */
  readonly postsIn?: (input: Input, today: PlainDate) => readonly Month[];
  /** Further months it may post in, as far as only what was loaded tells. */
  readonly alsoPostsIn?: (state: State, input: Input) => readonly Month[];
  /** Months whose books it closes or opens again; nobody posts in them while it runs. */
  readonly closes?: (input: Input) => readonly Month[];
  /**
   * What takes long and holds nothing, as reading a large file does; once, before the transaction. What it finds may have
   * changed by then, and a refusal is thrown by `load`, after which place it may touch is known.
   */
  readonly prepare?: (database: ReadDatabase, input: Input, preparing: Preparing) => Promise<Prepared>;
  readonly load: (transaction: Transaction, input: Input, context: Context, prepared: Prepared) => Promise<State>;
  /** Path of the organisation that it touches; null only where access is `self`. */
  readonly place: (state: State) => string | null;
  readonly decide: (state: State, input: Input, context: Context) => Decision | Refusal;
  readonly save: (
    saving: Saving,
    decision: Decision,
    context: Context,
    input: Input,
    state: State,
  ) => Promise<void> | void;
  readonly audit: (decision: Decision, input: Input, state: State) => Audited;
  readonly answer: (decision: Decision, input: Input, state: State) => Answer;
  /** A refusal that is itself kept: what was saved stands, and the caller is refused after the commit. */
  readonly refusedAfter?: (decision: Decision) => Refusal | null;
};

/** What the audit entry says; states are stored as digests only. */
export type Audited = {
  readonly object: string;
  readonly before?: CanonicalValue;
  readonly after?: CanonicalValue;
};
