import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Tokens carry the number of their group, because the wall must stand before anything can be read. */
const shape = /^(dls|dlt)_(\d{1,9})_([A-Za-z0-9_-]{43})$/;

/** `dls`: a session's cookie. `dlt`: a personal token. */
export type TokenKind = "dls" | "dlt";

export function newToken(kind: TokenKind, tenantId: number): string {
  return `${kind}_${tenantId}_${randomBytes(32).toString("base64url")}`;
}

export function tokenParts(token: string): { kind: TokenKind; tenantId: number } | null {
  const parts = shape.exec(token);
  return parts ? { kind: parts[1] as TokenKind, tenantId: Number(parts[2]) } : null;
}

/** Only digests are stored: a stolen database opens no session. */
export function tokenDigest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The CSRF token of a session is made from it and stored nowhere. */
export function csrfToken(sessionKey: Buffer, token: string): string {
  return createHmac("sha256", sessionKey).update(`csrf|${token}`).digest("base64url");
}

export function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
