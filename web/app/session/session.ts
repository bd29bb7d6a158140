import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { createContext, use } from "react";
import { forgetKept } from "../../ui/kept-text.ts";
import { call, setCsrfToken } from "../api/client.ts";
import { Refusal } from "../api/refusal.ts";
import { isReached, type Placed, reachOf } from "./reach.ts";

export type Session = Answer<"getSession">;

const sessionKey = ["session"] as const;

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await call("getSession", {});
      setCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return null;
      throw error;
    }
  },
});

/** Takes over a session that has just begun; what an earlier account saw is forgotten. */
export function beginSession(client: QueryClient, session: Session): void {
  setCsrfToken(session.csrfToken);
  forgetKept();
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  client.setQueryData(sessionKey, session);
}

/** Shows the sign-in page in place of the page, whose address stays. */
export function endSession(client: QueryClient): void {
  setCsrfToken("");
  if (client.getQueryData(sessionKey) !== null) client.setQueryData(sessionKey, null);
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession outside a session");
  return session;
}

/**
 * Whether the account may do something at an organisation, as far as its grants tell, or, where none is named, anywhere;
 * the server decides.
 */
export function useMay(): (action: Action, at?: Placed) => boolean {
  const session = useSession();
  return (action, at) =>
    at === undefined ? session.actions.includes(action) : isReached(reachOf(session, action), at);
}
