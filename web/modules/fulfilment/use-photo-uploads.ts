import { useEffect, useMemo, useRef, useState } from "react";
import { ConnectionLost, Refusal } from "../../app/api/refusal.ts";
import { uploadFile } from "../../app/api/upload.ts";
import type { Photo } from "./draft.ts";
import { preparePhoto } from "./photo.ts";

export type PhotoUploads = ReturnType<typeof usePhotoUploads>;

/** Why a file didn't arrive: the line, or what the server says of it. */
export type Failure = { readonly lost: true } | { readonly lost: false; readonly message: string };
export type Upload = {
  readonly number: number;
  readonly name: string;
  readonly photo: Blob;
  readonly thumbnail: string;
  /** Of a paper: which one it is. */
  readonly paper: string | null;
  readonly share: number;
  readonly failed: Failure | null;
};
type Prepared = { readonly photo: Blob; readonly thumbnail: string };
type Kept = Prepared & { readonly paper?: string | null; readonly fileName?: string };
export type Quarantined = Pick<Upload, "number" | "name" | "paper"> & { readonly marking: string };

/**
 * Photographs and papers on their way to the server, `waiting` of them not there yet; each photograph that arrives is handed
 * to `onDone`, each paper to `onPaper`. What the line kept back goes on by itself when it returns.
 */
export function usePhotoUploads(
  organizationId: string,
  onDone: (photo: Photo) => void,
  onPaper: (paper: string, fileId: string) => void,
) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [quarantined, setQuarantined] = useState<Quarantined[]>([]);
  const [preparing, setPreparing] = useState(0);
  const [unreadable, setUnreadable] = useState(false);
  const last = useRef(0);
  const [ended] = useState(() => new AbortController());
  const put = (number: number, part: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.number === number ? { ...upload, ...part } : upload)));
  const drop = (number: number) => setUploads((now) => now.filter((upload) => upload.number !== number));
  const send = async (upload: Upload) => {
    const { number, name, photo, paper } = upload;
    const { signal } = ended;
    if (signal.aborted) return;
    put(number, { failed: null });
    try {
      const progress = (share: number) => put(number, { share });
      const { id } = await uploadFile(organizationId, photo, { name, progress, signal });
      if (paper === null) onDone({ id, thumbnail: upload.thumbnail });
      else onPaper(paper, id);
      drop(number);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refusal && error.code === "file.quarantined") {
        drop(number);
        setQuarantined((now) => [...now, { number, name, paper, marking: String(error.values.marking ?? "") }]);
      } else
        put(number, {
          failed: error instanceof Refusal ? { lost: false, message: error.message } : { lost: true },
          ...(error instanceof ConnectionLost ? {} : { share: 0 }),
        });
    }
  };
  const start = (upload: Omit<Upload, "number" | "share" | "failed">) => {
    last.current += 1;
    const fresh: Upload = { ...upload, number: last.current, share: 0, failed: null };
    setUploads((now) => [...now, fresh]);
    return send(fresh);
  };
  const add = async (files: readonly File[]) => {
    setUnreadable(false);
    setPreparing((now) => now + files.length);
    for (const chosen of files) {
      const prepared = await preparePhoto(chosen).catch(() => null);
      setPreparing((now) => now - 1);
      if (prepared === null) {
        setUnreadable(true);
        continue;
      }
      await startPhoto(chosen.name, prepared);
    }
  };
  const startPhoto = (name: string, { photo, thumbnail }: Prepared) => start({ name, photo, thumbnail, paper: null });
  /** Photographs and papers that were kept on this device when the page was left. */
  const resume = async (kept: readonly Kept[]) => {
    for (const { photo, thumbnail, paper = null, fileName = "photo" } of kept)
      await start({ name: fileName, photo, thumbnail, paper });
  };
  const retry = (number: number) => {
    const upload = uploads.find((one) => one.number === number);
    if (upload) void send(upload);
  };
  useEffect(() => {
    const goOn = () => {
      for (const upload of uploads) if (upload.failed?.lost) void send(upload);
    };
    addEventListener("online", goOn);
    return () => removeEventListener("online", goOn);
  });
  const photographs = useMemo(() => uploads.filter(({ paper }) => paper === null), [uploads]);
  const papers = useMemo(() => uploads.filter(({ paper }) => paper !== null), [uploads]);
  const waiting = preparing + uploads.filter(({ failed }) => failed === null).length;
  return {
    all: uploads,
    uploads: photographs,
    papers,
    quarantined,
    unreadable,
    waiting,
    add: (files: readonly File[]) => void add(files),
    resume: (kept: readonly Kept[]) => void resume(kept),
    /** A paper goes as it is: only the server cleans or refuses it. */
    addPaper: (paper: string, file: File) => void start({ name: file.name, photo: file, thumbnail: "", paper }),
    retry,
    drop,
    /** The form is off: what hasn't arrived goes out with it, by somebody else's hand. */
    stop: () => ended.abort(),
    known: (number: number) => setQuarantined((now) => now.filter((one) => one.number !== number)),
  };
}
