import type { FastifyBaseLogger } from "fastify";

/** How a loop is getting on. */
export type LoopState = {
  readonly name: string;
  readonly beatSeconds: number;
  /** Since a turn ended, or since it began to run. */
  readonly silentSeconds: number;
  /** Turns in a row that threw. */
  readonly failures: number;
};

export type Loop = {
  state(): LoopState;
  /** Asks for a turn now instead of at the next beat. */
  wake(): void;
  /** Lets the running turn finish and stops. */
  stop(): Promise<void>;
};

/**
 * A turn's work; long work looks between its parts whether it is to stop, and leaves the rest to the next start. 0 says
 * that there was nothing to do.
 */
export type Turn = (stopping: () => boolean) => Promise<unknown>;

/** Under load a loop works at most a quarter of the time, so that those who wait for an answer come first. */
const restPerWork = 3;
const longestRest = 50;

/**
 * Runs `turn` again and again: at once after `wake`, otherwise every `everyMilliseconds`. A loop that is woken while it
 * works rests before its next turn, and so does the work of many commits in one; who wakes it while it finds nothing to do
 * is served at once. A turn that throws is logged and tried again at the next beat; a loop never ends by itself.
 */
export function startLoop(name: string, everyMilliseconds: number, logger: FastifyBaseLogger, turn: Turn): Loop {
  let stopped = false;
  let woken = false;
  let wakeUp: () => void = () => {};
  let lastSign = performance.now();
  let failures = 0;

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const began = performance.now();
      let idle = false;
      try {
        idle = (await turn(() => stopped)) === 0;
        failures = 0;
      } catch (error) {
        failures += 1;
        logger.error({ err: error, loop: name }, "a loop's turn failed");
      }
      lastSign = performance.now();
      const rests = Math.min(longestRest, restPerWork * (performance.now() - began));
      if (!stopped && woken && !idle) await new Promise((resolve) => setTimeout(resolve, rests));
      if (!stopped && !woken) await rest();
    }
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMilliseconds);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    state: () => ({
      name,
      beatSeconds: everyMilliseconds / 1000,
      silentSeconds: Math.floor((performance.now() - lastSign) / 1000),
      failures,
    }),
    wake() {
      woken = true;
      wakeUp();
    },
    async stop() {
      stopped = true;
      wakeUp();
      await running;
    },
  };
}
