import type { Answer, Body, Params, Query } from "@dutyloop/contract/endpoints.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { expect } from "vitest";
import type { z } from "zod";

type Part<Name extends string, T> = [T] extends [never] ? { [K in Name]?: undefined } : { [K in Name]?: T };
export type Sending<N extends RouteName> = Part<"params", Params<N>> &
  Part<"query", Query<N>> &
  Part<"body", Body<N>> & {
    /** Sent as it is, whatever the endpoint takes. */
    readonly raw?: unknown;
    readonly headers?: Record<string, string>;
  };

/** A refusal as every endpoint answers it. */
export type Refused = {
  code: string;
  message: string;
  values: Record<string, string | number>;
  field?: string;
  problems?: { path: string; code: string; message: string }[];
  requestId: string;
};
export type Got<N extends RouteName> = {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Buffer;
  /** The answer where the status is 200; a test that reads it of a refusal fails. */
  readonly answer: Answer<N>;
  /** The refusal where it is one. */
  readonly refusal: Refused;
};

/** Where requests go in: the server in this process, or its port. */
export type Entrance = {
  inject(request: EnteringRequest): Promise<{
    readonly statusCode: number;
    readonly headers: Record<string, unknown>;
    readonly body: string;
    readonly rawPayload: Buffer;
  }>;
};
export type EnteringRequest = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly payload?: never;
  readonly headers: Record<string, string>;
};

/** One caller of the API: anonymous, a browser with cookie and CSRF token, or a program with a personal token. */
export class Client {
  readonly #server: Entrance;
  cookie = "";
  csrf = "";
  token = "";

  constructor(server: Entrance) {
    this.#server = server;
  }

  /** The same caller by another way in. */
  through(entrance: Entrance): Client {
    return Object.assign(new Client(entrance), { cookie: this.cookie, csrf: this.csrf, token: this.token });
  }

  async signIn(signInName: string, password: string, group?: string): Promise<Got<"signIn">> {
    const got = await this.call("signIn", { body: { signInName, password, ...(group ? { group } : {}) } });
    const set = got.headers["set-cookie"];
    if (got.status === 200) {
      this.cookie = String(set).split(";")[0] ?? "";
      this.csrf = got.answer.csrfToken;
    }
    return got;
  }

  /** Calls an endpoint by name; a 200 is checked against the contract, with no key more or less. */
  async call<N extends RouteName>(name: N, sending: Sending<N> = {} as Sending<N>): Promise<Got<N>> {
    const { method } = routes[name];
    const payload = sending.raw ?? sending.body;
    const response = await this.#server.inject({
      method,
      url: addressOf(name, sending.params, sending.query),
      ...(payload === undefined ? {} : { payload: payload as never }),
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrf ? { "x-csrf-token": this.csrf } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...sending.headers,
      },
    });
    const isJson = String(response.headers["content-type"]).startsWith("application/json");
    const json: unknown = isJson && response.body !== "" ? JSON.parse(response.body) : undefined;
    if (response.statusCode === 200 && isJson) checkAnswer(name, json);
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      get answer() {
        if (response.statusCode !== 200)
          throw new Error(`${name} was refused: ${response.statusCode} ${response.body}`);
        return json as Answer<N>;
      },
      get refusal() {
        if (response.statusCode < 400) throw new Error(`${name} was not refused: ${response.body}`);
        return json as Refused;
      },
    };
  }

  /** Calls and expects a 200. */
  async ask<N extends RouteName>(name: N, sending: Sending<N> = {} as Sending<N>): Promise<Answer<N>> {
    return (await this.call(name, sending)).answer;
  }
}

export function addressOf(name: RouteName, params: unknown, query?: unknown): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_all, key: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[key] ?? "")),
  );
  const search = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
  ).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** The contract's schema accepts the answer and drops nothing of it. */
function checkAnswer(name: RouteName, json: unknown): void {
  const schema: z.ZodType = endpoints[name].answer;
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error(`${name} answers what its contract doesn't say: ${parsed.error.message}`);
  expect(parsed.data, `${name} answers fields its contract doesn't have`).toEqual(json);
}
