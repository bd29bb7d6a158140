import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import { type Occasion, recordBody } from "../bench/record-body.ts";
import type { SignedIn } from "../bench/sign-in.ts";

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

const connections = 16;
const retryAfterMs = 50;

/**
 * Sixteen clients that submit one record after the other, each under a key of its own, and repeat it under the same key
 * while the connection breaks or the server says that it is in trouble.
 * @param acknowledgeEarly the mutant: what was sent counts as acknowledged, whatever the answer
 */
export function startWriters(
  origin: string,
  signedIn: Map<string, SignedIn>,
  occasions: readonly Occasion[],
  acknowledgeEarly: boolean,
): Writers {
  const pool = new Pool(origin, { connections, pipelining: 1, bodyTimeout: 15_000, headersTimeout: 15_000 });
  const acknowledged: Acknowledged[] = [];
  const refusals: string[] = [];
  let next = 0;
  let stopped = false;
  let resting = false;

  const send = async (key: string, { branch, month }: Occasion): Promise<{ status: number; text: string } | null> => {
    try {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: `/api/v1/organizations/${branch.id}/records`,
        headers: { "content-type": "application/json", "idempotency-key": key, ...signedIn.get(branch.signInName) },
        body: JSON.stringify(recordBody(branch, month)),
      });
      return { status: statusCode, text: await body.text() };
    } catch {
      return null;
    }
  };

  const submit = async (key: string, occasion: Occasion): Promise<void> => {
    for (;;) {
      const answer = await send(key, occasion);
      if (answer?.status === 200) {
        acknowledged.push({ key, occasion, recordId: recordIdOf(answer.text) });
        return;
      }
      if (acknowledgeEarly) {
        acknowledged.push({ key, occasion, recordId: "" });
        return;
      }
      if (answer && answer.status < 500) {
        refusals.push(answer.text);
        return;
      }
      await pause(retryAfterMs);
    }
  };

  const write = async () => {
    while (!stopped) {
      if (resting) {
        await pause(retryAfterMs);
        continue;
      }
      const number = next++;
      const occasion = occasions[number];
      if (!occasion) return;
      await submit(`drill-key-${number}`, occasion);
    }
  };
  const running = Promise.all(Array.from({ length: connections }, write));
  return {
    acknowledged,
    refusals,
    ranDry: () => next >= occasions.length,
    async repeat({ key, occasion }) {
      const answer = await send(key, occasion);
      return answer?.status === 200 ? recordIdOf(answer.text) : `${answer?.status} ${answer?.text}`;
    },
    rest() {
      resting = true;
    },
    goOn() {
      resting = false;
    },
    async stop() {
      stopped = true;
      await running;
      await pool.close();
    },
  };
}

function recordIdOf(text: string): string {
  return (JSON.parse(text) as { recordId: string }).recordId;
}
