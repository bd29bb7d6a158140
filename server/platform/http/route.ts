import type { Answer, endpoints, ParsedBody, ParsedQuery } from "@dutyloop/contract/endpoints.ts";
import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { WorkCalendar } from "@dutyloop/domain/kernel/workdays.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { ReadDatabase } from "../db/pools.ts";
import type { FieldCipher } from "../fields/field-cipher.ts";
import type { Caller, UseCase } from "../ritual/use-case.ts";
import type { Language } from "./language.ts";

type Endpoints = typeof endpoints;
type ParsedParams<N extends RouteName> = Endpoints[N] extends { params: infer S extends z.ZodType }
  ? z.output<S>
  : Record<string, never>;

/** A validated request of one endpoint. */
export type ApiRequest<N extends RouteName> = {
  readonly params: ParsedParams<N>;
  readonly query: ParsedQuery<N>;
  readonly body: ParsedBody<N>;
  readonly language: Language;
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A read: the caller's scope for the endpoint's action, and a read-only database of his group. */
export type ReadRequest<N extends RouteName> = ApiRequest<N> & {
  readonly caller: Caller;
  readonly tenantId: number;
  readonly scope: Scope;
  readonly database: ReadDatabase;
  readonly now: Date;
  readonly today: PlainDate;
  readonly workCalendar: WorkCalendar;
  readonly fields: FieldCipher;
};

export type Route =
  | { readonly kind: "read"; readonly name: RouteName; readonly handle: (request: never) => Promise<unknown> }
  | {
      readonly kind: "write";
      readonly name: RouteName;
      // The request's and the use case's types were matched in `write`; the server only passes them on.
      readonly useCase: UseCase<never, unknown, unknown, unknown>;
      readonly input: (request: never) => unknown;
      /** What this program has to forget or do once it is committed. */
      readonly afterwards?: (() => void) | undefined;
    }
  | { readonly kind: "account"; readonly name: RouteName; readonly handle: (request: never) => Promise<unknown> };

export function read<N extends RouteName>(name: N, handle: (request: ReadRequest<N>) => Promise<Answer<N>>): Route {
  return { kind: "read", name, handle };
}

/** A write: the server validates, and `perform` walks the steps of the use case. */
export function write<N extends RouteName, Input, State, Decision, Prepared>(
  name: N,
  useCase: UseCase<Input, State, Decision, Answer<N>, Prepared>,
  input: (request: ApiRequest<N>) => Input,
  afterwards?: () => void,
): Route {
  const untyped = useCase as unknown as UseCase<never, unknown, unknown, unknown>;
  return { kind: "write", name, useCase: untyped, input, afterwards };
}

/** Sign-in, first run and what concerns the caller's own session: the handler works before or outside a grant. */
export type AccountRequest<N extends RouteName> = ApiRequest<N> & {
  readonly caller: Caller | null;
  readonly now: Date;
};
export function account<N extends RouteName>(
  name: N,
  handle: (request: AccountRequest<N>) => Promise<Answer<N>>,
): Route {
  return { kind: "account", name, handle };
}
