import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { indicatorRedLines, schemeRedLines } from "@dutyloop/domain/assessment/validation/red-line-rules.ts";
import { templateBody } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import { loadLibrary } from "../../server/platform/library/load.ts";

/** What no score may be made of, in the words that somebody might choose. */
const planted = [
  ...["登录次数", "点赞数", "在线时长", "文章浏览量", "每日打卡率", "会议签到", "照片张数", "微信步数", "思想指数"],
  ...["login_count", "likes", "online_minutes", "page_views", "time online", "daily_check_in", "photo count"],
];

export type Guarded = { readonly definitions: number; readonly planted: number; readonly found: string[] };

/** No score of log-ins, likes or time spent, in what comes with the product and in what is brought to it; no datum asked twice. */
export async function guards(): Promise<Guarded> {
  const indicators = await loadLibrary("indicators", indicatorBody);
  const schemes = await loadLibrary("schemes", schemeBody);
  const shipped = [
    ...indicators.flatMap(({ body }) => indicatorRedLines(body).map(() => `indicator ${body.code} crosses a red line`)),
    ...schemes.flatMap(({ body }) => schemeRedLines(body).map(() => `scheme ${body.code} crosses a red line`)),
  ];
  const [first] = indicators;
  if (!first) throw new Error("The library has no indicators");
  const named = (word: string): IndicatorBody => ({ ...first.body, name: { zh: word, en: word } });
  const letPass = planted.filter((word) => indicatorRedLines(named(word)).length === 0);
  return {
    definitions: indicators.length + schemes.length,
    planted: planted.length,
    found: [...shipped, ...letPass.map((word) => `an indicator of ${word} was let pass`), ...(await askedTwice())],
  };
}

/** What a request's address says already, and what a form of a template asks for twice. */
async function askedTwice(): Promise<string[]> {
  const inRequests = Object.entries<Endpoint>(endpoints).flatMap(([name, { params, body }]) =>
    body instanceof z.ZodObject
      ? Object.keys(params?.shape ?? {}).flatMap((key) => (key in body.shape ? [`${name} asks for ${key} twice`] : []))
      : [],
  );
  const templates = await loadLibrary("templates", templateBody);
  const inForms = templates.flatMap(({ body }) =>
    [body.fields, body.topics.map(({ code }) => code), body.materials.map(({ code }) => code)].flatMap((asked) =>
      asked.length === new Set<string>(asked).size ? [] : [`template ${body.code} asks for something twice`],
    ),
  );
  return [...inRequests, ...inForms];
}
