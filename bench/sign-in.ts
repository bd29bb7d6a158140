import { loadPassword } from "./founding.ts";
import type { LoadGroup } from "./group.ts";

/** Headers of a signed-in user: the session's cookie and the token that every write needs. */
export type SignedIn = { readonly cookie: string; readonly "x-csrf-token": string };

/** @param group code of the group, where there are several */
export async function signIn(origin: string, signInName: string, group?: string): Promise<SignedIn> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ group, signInName, password: loadPassword }),
  });
  if (!answer.ok) throw new Error(`${signInName} can't sign in: ${answer.status} ${await answer.text()}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { cookie, "x-csrf-token": csrfToken };
}

/** Signs all secretaries of the group in, four at a time: a password check keeps a core busy for a while. */
export async function signInAll(origin: string, group: LoadGroup): Promise<Map<string, SignedIn>> {
  const waiting = [...new Set(group.branches.map(({ signInName }) => signInName))];
  const found = new Map<string, SignedIn>();
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      found.set(name, await signIn(origin, name));
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return found;
}
