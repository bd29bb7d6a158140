import { expect, test } from "vitest";
import type { SinceClose } from "../since-close.ts";
import { wordSinceClose } from "./since-close-words.ts";

const names = { monthly: { zh: "月积分", en: "Monthly points" } };
const words = (...since: SinceClose[]) => [wordSinceClose("zh", since, names), wordSinceClose("en", since, names)];

test("where nothing came after the close nothing is said", () => {
  expect(words()).toEqual([null, null]);
});

test("what came after the close is named, each with its figures, and that the published score stays", () => {
  expect(words({ what: "facts", count: 2 }, { what: "receipt", at: "2026-04-19T17:00:00.000Z" })).toEqual([
    "关账之后又到 2 条数据，于 2026-04-20 收到数据回执；公布的得分不变",
    "Since the close 2 entries came, its source delivered on 2026-04-20; the published score stays",
  ]);
  expect(words({ what: "figure", scheme: "monthly", atClose: "-1.50", now: null })).toEqual([
    "关账之后“月积分”由 −1.50 变为 —；公布的得分不变",
    'Since the close "Monthly points" went from −1.50 to —; the published score stays',
  ]);
  expect(words({ what: "children", scheme: "monthly", changed: 3 })).toEqual([
    "关账之后下级 3 个组织的“月积分”有变化；公布的得分不变",
    'Since the close 3 below changed in "Monthly points"; the published score stays',
  ]);
  expect(words({ what: "facts", count: 1 }, { what: "withdrawal", at: "2026-05-06T03:00:00.000Z" })).toEqual([
    "关账之后又到 1 条数据，于 2026-05-06 撤回了报来的数据；公布的得分不变",
    "Since the close 1 entry came, a delivery was withdrawn on 2026-05-06; the published score stays",
  ]);
});
