import { countUnsent, forgetWork } from "../../modules/fulfilment/offline/unsent.ts";
import { forgetKept } from "../../ui/kept-text.ts";
import { call } from "../api/client.ts";
import { useSession } from "./session.ts";

export type Where = "here" | "everywhere";

/**
 * Ends the session here or on every device. What the account wrote leaves this device with it. The page is loaded anew,
 * so that nothing of what was seen stays in it; without an answer it does so too, as the person wants to leave.
 */
export function useSignOut() {
  const { account } = useSession();
  return {
    /** What the server doesn't have yet and would be lost: whoever asks says so before. */
    unsent: () => countUnsent(account.id),
    signOut: async (where: Where = "here") => {
      await forgetWork(account.id);
      forgetKept();
      await call(where === "here" ? "signOut" : "signOutEverywhere", {}).catch(() => undefined);
      location.assign("/");
    },
  };
}
