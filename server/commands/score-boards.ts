import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { getBoard } from "../modules/assessment/index.ts";
import type { Database } from "../platform/db/pools.ts";
import { type FoundGroup, findOrganization } from "./find-group.ts";
import type { Language } from "./told.ts";

export type ScoreOptions = {
  readonly period: string;
  readonly scheme: string;
  readonly explain?: string | undefined;
  readonly org?: string | undefined;
  readonly word?: string | undefined;
  readonly group?: string | undefined;
  readonly all: boolean;
  readonly json: boolean;
  readonly language: Language;
};

type Board = Answer<"getBoard">;
type Times = { readonly today: string };

const firstRows = 10;
const rowsAtOnce = 200;

/** The board of every class of the group: its first rows, or with `--all` everybody. */
export async function showBoards(
  database: Database,
  group: FoundGroup,
  { period, scheme, all, json, language }: ScoreOptions,
  { today }: Times,
): Promise<void> {
  const top = await findOrganization(database, group, undefined);
  const page = (ofClass: string | undefined, after: string | undefined) =>
    getBoard({
      database: database.reading(group.tenantId),
      tenantId: group.tenantId,
      scope: { subtrees: [top.path], exact: [] },
      params: { organizationId: top.id },
      query: { period, scheme, class: ofClass, after, limit: all ? rowsAtOnce : firstRows, history: 2 },
      today,
    });
  const boards: Board[] = [];
  for (const { class: ofClass } of (await page(undefined, undefined)).classes) {
    let board = await page(ofClass, undefined);
    const items = [...board.items];
    while (all && board.next !== null) {
      board = await page(ofClass, board.next);
      items.push(...board.items);
    }
    boards.push({ ...board, items });
  }
  if (json) console.log(JSON.stringify(boards, null, 2));
  else for (const line of boards.flatMap((board) => linesOf(board, language))) console.log(line);
}

const heads = {
  zh: {
    rank: "位次",
    total: "得分",
    coverage: "完整度",
    none: "（无类别）",
    of: "个组织",
    mean: "平均",
    more: "余下的用 --all 列出",
  },
  en: {
    rank: "rank",
    total: "score",
    coverage: "coverage",
    none: "(no class)",
    of: "organisations",
    mean: "mean",
    more: "--all lists the others",
  },
};

function linesOf(board: Board, language: Language): string[] {
  const words = heads[language];
  const { scheme, period, organizations, items, mean } = board;
  const head = `${scheme.name[language]}  ${period}  ${board.class || words.none}  ${organizations} ${words.of}  ${words.mean} ${mean ?? "—"}`;
  const rows = items.map(({ rank, total, coverage, organizationName }) =>
    [String(rank ?? "—").padStart(5), (total ?? "—").padStart(8), `${coverage}%`.padStart(9), organizationName].join(
      "  ",
    ),
  );
  const columns = `${words.rank.padStart(5)}  ${words.total.padStart(8)}  ${words.coverage.padStart(9)}`;
  return [head, columns, ...rows, ...(items.length < organizations ? [`  … ${words.more}`] : [])];
}
