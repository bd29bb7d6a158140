import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** Nonce of this answer's style elements. */
    styleNonce: string;
  }
}

/**
 * Headers of every answer. Scripts come from this server only; style elements need the nonce (antd writes some),
 * style attributes are allowed; nothing is ever loaded from or sent to another host.
 */
export function securityHeaders(styleNonce: string, overTls: boolean): Record<string, string> {
  return {
    "content-security-policy": [
      "default-src 'self'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${styleNonce}'`,
      `style-src-elem 'self' 'nonce-${styleNonce}'`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "font-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), microphone=(), camera=(self), interest-cohort=()",
    ...(overTls ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

export function newStyleNonce(): string {
  return randomBytes(16).toString("base64");
}

export function addSecurityHeaders(app: FastifyInstance, overTls: boolean): void {
  app.decorateRequest("styleNonce", "");
  app.addHook("onRequest", async (request, reply) => {
    request.styleNonce = newStyleNonce();
    reply.headers(securityHeaders(request.styleNonce, overTls));
  });
}
