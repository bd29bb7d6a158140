import { useTexts } from "../../../app/language/texts.ts";
import type { TypedDraft } from "../use-draft.ts";
import { draftTexts } from "./texts.ts";

/** Where what is typed is kept by now, in a few words. */
export function DraftStatus({ typed: { kept, sync } }: { typed: TypedDraft }) {
  const t = useTexts(draftTexts);
  switch (sync.name) {
    case "new":
      return kept === null ? null : t(kept ? "onDevice" : "notSaved");
    case "saved":
      return t("saved");
    case "typing":
    case "saving":
      return t(kept ? "saving" : "notSaved");
    case "offline":
      return t(kept ? "offline" : "notSaved");
    case "differs":
      return t("differsShort");
    default:
      return t(kept ? "onDevice" : "notSaved");
  }
}
