import { useSyncExternalStore } from "react";

/** As `base.css` draws the line. */
const phone = "(max-width: 767.98px)";

function watch(changed: () => void): () => void {
  const media = matchMedia(phone);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

/** Whether the page is as narrow as a phone's. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(phone).matches);
}
