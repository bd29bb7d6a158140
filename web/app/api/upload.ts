import { call } from "./client.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type KeptFile, type Line, type Patience, sendInPieces } from "./pieces.ts";

export type { KeptFile } from "./pieces.ts";

export type Sending = {
  /** As its sender calls it; it is searched for markings, and says nothing about its kind. */
  readonly name?: string;
  readonly progress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/** Half a minute at most, less where the browser notices earlier that the line is back. */
const patient: Patience = { tries: 6, pause: (failures) => untilOnlineOr(1_000 * 2 ** (failures - 1)) };
const once: Patience = { tries: 1, pause: async () => {} };

/**
 * Sends a photograph or a paper, and goes on by itself where the line breaks. Throws the server's refusal (the kind isn't
 * allowed, the file is in quarantine), or `ConnectionLost`: sent again later, it goes on where the server stands.
 */
export function uploadFile(organizationId: string, file: Blob, sending: Sending = {}): Promise<KeptFile> {
  return upload(organizationId, file, patient, sending);
}

/** The same with one try, for whoever comes back by himself: what has arrived stays with the server for a day. */
export function uploadOnce(organizationId: string, file: Blob, sending: Sending = {}): Promise<KeptFile> {
  return upload(organizationId, file, once, sending);
}

async function upload(
  organizationId: string,
  file: Blob,
  patience: Patience,
  { name, progress, signal }: Sending,
): Promise<KeptFile> {
  const sha256 = await fingerprintOf(file);
  const extras = signal ? { signal } : {};
  const body = { name: name || "file", size: file.size, sha256 };
  const line: Line = {
    begin: () => call("beginUpload", { params: { organizationId }, body }, extras),
    stand: (uploadId) => call("getUpload", { params: { uploadId } }, extras),
    put: (uploadId, offset, piece) =>
      call("appendUpload", { params: { uploadId }, query: { offset } }, { ...extras, file: piece }),
  };
  return sendInPieces(file, line, patience, progress);
}

function untilOnlineOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener("online", go);
  });
}
