import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type LoadRequest = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
};
export type LoadJob = {
  readonly origin: string;
  readonly requests: readonly LoadRequest[];
  readonly connections: number;
};
/**
 * Seconds from the first request to the last answer; each answer in the order of the requests, with the milliseconds it
 * took. The text of a GET that succeeded isn't kept.
 */
export type LoadResult = {
  readonly seconds: number;
  readonly answers: { status: number; text: string; milliseconds: number }[];
};

const usualConnections = 16;

/** A load generator in a process of its own. */
export class LoadGenerator {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, "generate.ts"), [], {
    serialization: "advanced",
    // Not what the launcher gave this process: it would end as soon as nobody talks to it.
    execArgv: [],
  });

  /** Sends all requests as fast as they are answered, 16 at once. @throws Error where one isn't answered 200 */
  async run(origin: string, requests: readonly LoadRequest[], connections = usualConnections): Promise<LoadResult> {
    this.#child.send({ origin, requests, connections } satisfies LoadJob);
    const [result] = (await once(this.#child, "message")) as [LoadResult];
    const wrong = result.answers.find((answer) => answer.status !== 200);
    if (wrong) throw new Error(`A request was answered ${wrong.status}: ${wrong.text.slice(0, 300)}`);
    return result;
  }

  stop(): void {
    this.#child.kill();
  }
}
