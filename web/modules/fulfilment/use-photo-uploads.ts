import { useRef, useState } from "react";
import { uploadPhoto } from "../../app/api/upload.ts";
import type { Photo } from "./draft.ts";
import { preparePhoto } from "./photo.ts";

export type PhotoUploads = ReturnType<typeof usePhotoUploads>;

type Upload = { number: number; thumbnail: string; photo: Blob; share: number; failed: boolean };

/** Photographs on their way to the server, `waiting` of them not there yet; each that arrives is handed to `onDone`. */
export function usePhotoUploads(organizationId: string, onDone: (photo: Photo) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [preparing, setPreparing] = useState(0);
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
    setPreparing((now) => now + files.length);
    for (const file of files) {
      try {
        last.current += 1;
        const upload = { number: last.current, ...(await preparePhoto(file)), share: 0, failed: false };
        setUploads((now) => [...now, upload]);
        setPreparing((now) => now - 1);
        await send(upload);
      } catch {
        setPreparing((now) => now - 1);
        setUnreadable(true);
      }
    }
  };
  const retry = (number: number) => {
    const upload = uploads.find((one) => one.number === number);
    if (upload) void send(upload);
  };
  const waiting = preparing + uploads.filter(({ failed }) => !failed).length;
  return { uploads, unreadable, waiting, add: (files: readonly File[]) => void add(files), retry, drop };
}
