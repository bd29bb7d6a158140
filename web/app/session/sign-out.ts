import { useQueryClient } from "@tanstack/react-query";
import { forgetDrafts } from "../../modules/fulfilment/draft.ts";
import { call } from "../api/client.ts";
import { endSession, useSession } from "./session.ts";

/**
 * Ends the session here or on every device. Drafts of the account leave this device with it. Without an answer the
 * session still ends in this page, as the person wants to leave.
 */
export function useSignOut(): (where?: "here" | "everywhere") => Promise<void> {
  const client = useQueryClient();
  const { account } = useSession();
  return async (where = "here") => {
    forgetDrafts(account.id);
    await call(where === "here" ? "signOut" : "signOutEverywhere", {}).catch(() => undefined);
    endSession(client);
  };
}
