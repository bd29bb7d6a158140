import { useRef, useState } from "react";
import { uploadPhoto } from "../../app/api/upload.ts";
import type { Photo } from "./draft.ts";
import { preparePhoto } from "./photo.ts";

type Upload = { number: number; thumbnail: string; photo: Blob; share: number; failed: boolean };

/** Photographs on their way to the server; each that arrives is handed to `onDone`. */
export function usePhotoUploads(organizationId: string, onDone: (photo: Photo) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [unreadable, setUnreadable] = useState(false);
  const last = useRef(0);
  const put = (number: number, part: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.number === number ? { ...upload, ...part } : upload)));
  const drop = (number: number) => setUploads((now) => now.filter((upload) => upload.number !== number));
  const send = async (upload: Upload) => {
    put(upload.number, { failed: false, share: 0 });
    try {
      const { id } = await uploadPhoto(organizationId, upload.photo, (share) => put(upload.number, { share }));
      onDone({ id, thumbnail: upload.thumbnail });
      drop(upload.number);
    } catch {
      // The reason doesn't matter to the user: the photograph is optional and can be tried again.
      put(upload.number, { failed: true });
    }
  };
  const add = async (files: readonly File[]) => {
    setUnreadable(false);
    for (const file of files) {
      try {
        last.current += 1;
        const upload = { number: last.current, ...(await preparePhoto(file)), share: 0, failed: false };
        setUploads((now) => [...now, upload]);
        await send(upload);
      } catch {
        setUnreadable(true);
      }
    }
  };
  const retry = (number: number) => {
    const upload = uploads.find((one) => one.number === number);
    if (upload) void send(upload);
  };
  return { uploads, unreadable, add: (files: readonly File[]) => void add(files), retry, drop };
}
