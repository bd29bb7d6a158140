import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import type { Answer } from "../endpoints.ts";
import { kindWords } from "../messages/organization-words.ts";
import { wordPeriod } from "../messages/period-words.ts";
import type { Language, Named } from "../messages/score-names.ts";
import type { ListColumn, Table } from "./list.ts";

type Page = Answer<"getDutyFigures">;
type Row = Page["rows"][number];
/** An organisation, what is elsewhere, or the sum. */
export type FiguresLine = {
  readonly organizationId: string | null;
  readonly name: string;
  readonly kind: string;
  readonly figures: DutyFigures;
};

/** What the four figures of duties are called wherever they stand as a head. */
export const dutyFigureNames = {
  owed: { zh: "应开", en: "Owed" },
  done: { zh: "已开", en: "Done" },
  overdue: { zh: "逾期", en: "Overdue" },
  late: { zh: "补录", en: "Late" },
} as const satisfies Record<keyof DutyFigures, Named>;

export const figureKeys = ["owed", "done", "overdue", "late"] as const satisfies readonly (keyof DutyFigures)[];

const words = {
  zh: {
    own: (name: string) => `${name}（本级）`,
    total: "合计",
    elsewhere: "已不在您权限范围内的组织",
    asOf: (day: string) => `逾期按 ${day} 计`,
    // PRV-22: no row tells of them, yet sums stay those of the page.
    restricted: "受限单位不单列，合计含其数",
  },
  en: {
    own: (name: string) => `${name} (itself)`,
    total: "Total",
    elsewhere: "Organisations that you don't see any more",
    asOf: (day: string) => `overdue as of ${day}`,
    restricted: "restricted units have no row; sums include them",
  },
} as const;

export const figuresWords = (language: Language) => words[language];

/** The first two columns of every table of duty figures. */
export const organizationColumns: readonly ListColumn<Pick<FiguresLine, "name" | "kind">>[] = [
  { key: "organization", name: { zh: "组织", en: "Organisation" }, width: 34, value: ({ name }) => name },
  { key: "kind", name: { zh: "类型", en: "Kind" }, value: ({ kind }) => kind },
];

export function lineOf(
  row: Pick<Row, "organizationId" | "organizationName" | "kind" | "own" | "hasChildren">,
  language: Language,
) {
  const { organizationId, organizationName, own, hasChildren } = row;
  const name = own && hasChildren ? words[language].own(organizationName) : organizationName;
  return { organizationId, name, kind: kindWords[language][row.kind] };
}

/** Who is furthest behind comes first, after the organisation itself, if it has anything of its own. */
export function furthestBehind(rows: readonly Row[]): Row[] {
  const owing = rows.filter(({ own, figures: { owed, late } }) => !own || owed + late > 0);
  const open = ({ figures: { owed, done } }: Row) => owed - done;
  return owing.toSorted(
    (a, b) => Number(b.own) - Number(a.own) || b.figures.overdue - a.figures.overdue || open(b) - open(a),
  );
}

/** 应开、已开、逾期、补录 of a month: all rows in the order in which the page shows the first ones. */
export const dutyFiguresTable: Table<FiguresLine, Page> = {
  name: { zh: "应开已开逾期补录", en: "Duty figures" },
  organizationOf: ({ organizationId }) => organizationId,
  over: ({ organizationName, period, today }, { language }) => [
    `${organizationName} · ${wordPeriod(language, period)}`,
    [words[language].asOf(today), words[language].restricted].join(" · "),
  ],
  rowsOf({ rows, elsewhere, total }, { language }) {
    const { elsewhere: gone, total: sum } = words[language];
    return [
      ...furthestBehind(rows).map((row) => ({ ...lineOf(row, language), figures: row.figures })),
      ...(elsewhere ? [{ organizationId: null, name: gone, kind: "", figures: elsewhere }] : []),
      { organizationId: null, name: sum, kind: "", figures: total },
    ];
  },
  columns: [
    ...organizationColumns,
    ...figureKeys.map((key) => ({
      key,
      name: dutyFigureNames[key],
      kind: "number" as const,
      width: 10,
      value: ({ figures }: FiguresLine) => figures[key],
    })),
  ],
};
