/** HTTP status of a refusal. What isn't listed is a request that can't be done as it stands: 422. */
const byCode: Record<string, number> = {
  "sign_in.needed": 401,
  "sign_in.wrong": 401,
  "sign_in.code_needed": 401,
  "token.invalid": 401,
  "sign_in.locked": 429,
  "live.too_many": 429,
  "access.not_allowed": 403,
  "access.csrf": 403,
  "password.expired": 403,
  "second_factor.due": 403,
  not_found: 404,
  "setup.already_done": 409,
  "idempotency.key_reused": 409,
  "record.changed_elsewhere": 409,
  "draft.changed_elsewhere": 409,
  "draft.already_submitted": 409,
  "upload.offset": 409,
  "request.malformed_json": 400,
  "request.invalid": 400,
  "request.body_too_large": 413,
  "request.media_type": 415,
  "server.fault": 500,
  "server.unavailable": 503,
};

export function statusOf(code: string): number {
  return byCode[code] ?? 422;
}
