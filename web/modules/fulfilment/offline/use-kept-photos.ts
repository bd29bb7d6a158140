import { useEffect, useRef } from "react";
import { newId } from "../../../app/api/new-id.ts";
import { useSession } from "../../../app/session/session.ts";
import type { PhotoUploads } from "../use-photo-uploads.ts";
import { dropPhoto, keepPhoto, keptPhotos } from "./photo-store.ts";

/**
 * Keeps photographs and papers of a draft on this device until they are on the server, so that neither a lost line nor a closed page
 * loses them; those that were kept before are sent once the draft is open again.
 *
 * @param queued the submission waits to be sent: its photographs go with it, and are no more this page's to drop
 */
export function useKeptPhotos(draftId: string, { all: uploads, resume }: PhotoUploads, queued: boolean): void {
  const { account } = useSession();
  const kept = useRef(new Map<number, string>());
  const before = useRef(new Map<Blob, string>());
  const start = useRef(resume);
  useEffect(() => {
    let left = false;
    void keptPhotos(account.id, draftId).then((found) => {
      if (left || found.length === 0) return;
      before.current = new Map(found.map(({ photo, name }) => [photo, name]));
      start.current(found);
    });
    return () => {
      left = true;
    };
  }, [account.id, draftId]);
  useEffect(() => {
    if (queued) return;
    const there = new Set(uploads.map(({ number }) => number));
    for (const { number, photo, thumbnail, paper, name: fileName } of uploads) {
      if (kept.current.has(number)) continue;
      const known = before.current.get(photo);
      const name = known ?? newId();
      kept.current.set(number, name);
      if (known === undefined) void keepPhoto(account.id, draftId, { name, photo, thumbnail, paper, fileName });
    }
    for (const [number, name] of kept.current) {
      if (there.has(number)) continue;
      kept.current.delete(number);
      void dropPhoto(account.id, draftId, name);
    }
  }, [uploads, queued, account.id, draftId]);
}
