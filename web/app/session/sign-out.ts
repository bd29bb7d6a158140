import { forgetDrafts } from "../../modules/fulfilment/draft.ts";
import { forgetKept } from "../../ui/kept-text.ts";
import { call } from "../api/client.ts";
import { useSession } from "./session.ts";

/**
 * Ends the session here or on every device. Drafts of the account leave this device with it. The page is loaded anew,
 * so that nothing of what was seen stays in it; without an answer it does so too, as the person wants to leave.
 */
export function useSignOut(): (where?: "here" | "everywhere") => Promise<void> {
  const { account } = useSession();
  return async (where = "here") => {
    forgetDrafts(account.id);
    forgetKept();
    await call(where === "here" ? "signOut" : "signOutEverywhere", {}).catch(() => undefined);
    location.assign("/");
  };
}
