import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { ConnectionLost, Refusal } from "./refusal.ts";

export type Standing = Answer<"getUpload">;
export type KeptFile = NonNullable<Standing["file"]>;

/** The three ways in which a file is spoken of with the server. */
export type Line = {
  /** Announces it; of a file announced before it answers how far that is. */
  readonly begin: () => Promise<Standing>;
  readonly stand: (id: string) => Promise<Standing>;
  readonly put: (id: string, offset: number, piece: Blob) => Promise<Standing>;
};
export type Patience = {
  /** How often in a row it may fail for the line before it is given up. */
  readonly tries: number;
  /** Waits before the next try, the longer the more have failed. */
  readonly pause: (failures: number) => Promise<void>;
};

const smallest = 256 * 1024;
const largest = 1024 * 1024;
/** A piece that took less than this may be followed by a larger one. */
const quick = 1_000;

/**
 * Sends a file piece by piece. After a broken line it asks where the server stands and goes on from there; `progress` hears
 * the share that has arrived. Throws the server's refusal, or `ConnectionLost` once its patience is at an end.
 */
export async function sendInPieces(
  file: Blob,
  line: Line,
  { tries, pause }: Patience,
  progress: (share: number) => void = () => {},
): Promise<KeptFile> {
  let standing: Standing | null = null;
  let length = smallest;
  for (let failures = 0; ; ) {
    try {
      standing = await where(line, standing, failures > 0);
      while (standing.file === null) {
        progress(standing.received / standing.size);
        const began = performance.now();
        standing = await line.put(
          standing.id,
          standing.received,
          file.slice(standing.received, standing.received + length),
        );
        failures = 0;
        length = performance.now() - began < quick ? Math.min(largest, length * 2) : smallest;
      }
      progress(1);
      return standing.file;
    } catch (error) {
      failures += 1;
      length = smallest;
      if (!goesOn(error)) throw error;
      if (failures >= tries) throw error instanceof ConnectionLost ? error : new ConnectionLost(error);
      await pause(failures);
    }
  }
}

async function where(line: Line, standing: Standing | null, broken: boolean): Promise<Standing> {
  if (standing === null || !broken) return standing ?? line.begin();
  try {
    return await line.stand(standing.id);
  } catch (error) {
    const gone = error instanceof Refusal && (error.code === "not_found" || error.code === "upload.expired");
    if (gone) return line.begin();
    throw error;
  }
}

/** A line that broke, a server that is just being started anew, and a piece that doesn't fit on can be made good. */
function goesOn(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  return error instanceof Refusal && (error.status >= 500 || error.code === "upload.offset");
}
