import { dropCorrections, keptCorrections } from "../corrections/kept-correction.ts";
import { contentOf } from "../drafts/draft-content.ts";
import { dropDrafts, keptDrafts } from "../drafts/draft-store.ts";
import { dropParts, keptParts } from "../parts/kept-part.ts";
import { countPhotos, dropPhotos } from "./photo-store.ts";
import { queued, unqueueAll } from "./queue-store.ts";

/** How many submissions, drafts, corrections, parts and photographs of an account are on this device alone. */
export async function countUnsent(accountId: string): Promise<number> {
  const submissions = queued(accountId).filter(({ state }) => state !== "sent").length;
  const drafts = keptDrafts(accountId).filter(({ draft, base }) => base !== contentOf(draft)).length;
  const typed = keptParts(accountId).length + keptCorrections(accountId).length;
  return submissions + drafts + typed + (await countPhotos(accountId));
}

/** At sign-out: nothing that the account wrote stays on the device. */
export async function forgetWork(accountId: string): Promise<void> {
  dropDrafts(accountId);
  dropCorrections(accountId);
  dropParts(accountId);
  unqueueAll(accountId);
  await dropPhotos(accountId);
}
