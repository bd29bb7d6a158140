import { type Occasion, recordBody } from "../../bench/record-body.ts";
import type { SignedIn } from "../../bench/sign-in.ts";
import { newShift, openLine, type Said } from "./line.ts";

/** A record that the server has acknowledged, under the key it was sent with. */
export type Acknowledged = { readonly key: string; readonly recordId: string; readonly occasion: Occasion };
export type Writers = {
  readonly acknowledged: readonly Acknowledged[];
  /** Answers that were neither an acknowledgement nor a fault that a client repeats. */
  readonly refusals: readonly string[];
  /** Whether there was nothing left to submit, so that there was no load any more. */
  ranDry(): boolean;
  /** Sends an acknowledged record once more under its key. @returns the id that it is answered with */
  repeat(sent: Acknowledged): Promise<string>;
  /** No new submissions until told to go on; what was sent is still repeated until it is answered. */
  rest(): void;
  goOn(): void;
  /** Lets the requests under way end. */
  stop(): Promise<void>;
};

const connections = 12;

/**
 * Twelve clients that submit one record after the other, each under a key of its own, and repeat it under the same key
 * while the connection breaks or the server says that it is in trouble.
 * @param acknowledgeEarly the mutant: what was sent counts as acknowledged, whatever the answer
 */
export function startWriters(
  origin: string,
  signedIn: ReadonlyMap<string, SignedIn>,
  occasions: readonly Occasion[],
  acknowledgeEarly: boolean,
): Writers {
  const line = openLine(origin, connections);
  const shift = newShift();
  const acknowledged: Acknowledged[] = [];
  const refusals: string[] = [];
  let next = 0;

  const sentOf = (key: string, { branch, month }: Occasion) => ({
    path: `/api/v1/organizations/${branch.id}/records`,
    who: signedIn.get(branch.signInName),
    headers: { "idempotency-key": key },
    body: recordBody(branch, month),
  });

  function note(key: string, occasion: Occasion, said: Said | null): void {
    if (said?.status === 200) acknowledged.push({ key, occasion, recordId: recordIdOf(said.text) });
    else if (acknowledgeEarly) acknowledged.push({ key, occasion, recordId: "" });
    else refusals.push(said?.text ?? "");
  }

  async function submit(): Promise<boolean> {
    const number = next++;
    const occasion = occasions[number];
    if (!occasion) return false;
    const key = `drill-key-${number}`;
    const sent = sentOf(key, occasion);
    note(key, occasion, acknowledgeEarly ? await line.send(sent) : await line.untilAnswered(sent));
    return true;
  }

  const running = Promise.all(Array.from({ length: connections }, () => shift.keepDoing(submit)));
  return {
    acknowledged,
    refusals,
    ranDry: () => next >= occasions.length,
    async repeat({ key, occasion }) {
      const said = await line.send(sentOf(key, occasion));
      return said?.status === 200 ? recordIdOf(said.text) : `${said?.status} ${said?.text}`;
    },
    rest: () => shift.rest(),
    goOn: () => shift.goOn(),
    async stop() {
      shift.stop();
      await running;
      await line.close();
    },
  };
}

function recordIdOf(text: string): string {
  return (JSON.parse(text) as { recordId: string }).recordId;
}
