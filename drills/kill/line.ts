import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import type { SignedIn } from "../../bench/sign-in.ts";

export type Sent = {
  readonly path: string;
  readonly who: SignedIn | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object | Buffer;
};
export type Said = { readonly status: number; readonly text: string };

/** Connections to a server that is killed and comes back. */
export type Line = {
  /** @returns null where the connection broke before the answer was there */
  send(sent: Sent): Promise<Said | null>;
  /** Sends it again and again while the connection breaks or the server says that it is in trouble. */
  untilAnswered(sent: Sent): Promise<Said & { readonly tries: number }>;
  close(): Promise<void>;
};

const retryAfterMs = 50;

export function openLine(origin: string, connections: number): Line {
  const pool = new Pool(origin, { connections, pipelining: 1, bodyTimeout: 15_000, headersTimeout: 15_000 });

  async function send({ path, who, headers, body }: Sent): Promise<Said | null> {
    const isFile = Buffer.isBuffer(body);
    try {
      const answer = await pool.request({
        method: "POST",
        path,
        headers: { "content-type": isFile ? "application/octet-stream" : "application/json", ...headers, ...who },
        body: isFile ? body : JSON.stringify(body),
      });
      return { status: answer.statusCode, text: await answer.body.text() };
    } catch {
      return null;
    }
  }

  return {
    send,
    async untilAnswered(sent) {
      for (let tries = 1; ; tries += 1) {
        const said = await send(sent);
        if (said !== null && said.status < 500) return { ...said, tries };
        await pause(retryAfterMs);
      }
    },
    close: () => pool.close(),
  };
}

/** Whether clients send something new at the moment. */
export type Shift = {
  rest(): void;
  goOn(): void;
  stop(): void;
  /** Does it over and over, but while there is a rest, until it answers false or everything is stopped. */
  keepDoing(act: () => Promise<boolean>): Promise<void>;
};

export function newShift(): Shift {
  let state: "working" | "resting" | "stopped" = "working";
  return {
    rest() {
      state = "resting";
    },
    goOn() {
      state = "working";
    },
    stop() {
      state = "stopped";
    },
    async keepDoing(act) {
      while (state !== "stopped") {
        if (state === "resting") await pause(retryAfterMs);
        else if (!(await act())) return;
      }
    },
  };
}
