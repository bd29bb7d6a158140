import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { useView, useViewedOrganization } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { boardTexts } from "../board/texts.ts";
import { JudgeSheet } from "./JudgeSheet.tsx";
import styles from "./Judging.module.css";
import { judgingTexts } from "./texts.ts";

type Judgement = Answer<"listJudgements">["items"][number];
/** What is judged, and for which lines. */
export type JudgedIndicator = Answer<"listJudges">["items"][number];
type Props = { indicator: JudgedIndicator; organizationId: string; period: string };

/** The organisations below the one in view, or itself where it is a branch; what was given stands beside each. */
export function JudgedList({ indicator, organizationId, period }: Props) {
  const t = useTexts(judgingTexts);
  const spanOf = useTexts(boardTexts);
  const words = useWords();
  const { span } = useView();
  const { indicatorCode, indicatorName, judgedFor } = indicator;
  const most = judgedFor.find(({ cadence }) => cadence === span)?.most ?? null;
  const [other] = judgedFor;
  const { query: viewed, isBranch } = useViewedOrganization();
  const below = usePages("listOrganizations", { query: { parentId: organizationId } }, { enabled: isBranch === false });
  const given = usePages("listJudgements", {
    params: { organizationId },
    query: { indicatorCode, period, limit: 200 },
  });
  const [open, setOpen] = useState<string | null>(null);
  const organizations = isBranch && viewed.data ? [viewed.data] : below.items;
  const opened = organizations.find(({ id }) => id === open);
  const judged = (id: string) => given.items.filter((one) => one.organizationId === id);
  return (
    <Card title={words(indicatorName)} note={t("givenCount", { count: given.items.length })}>
      {most === null && other && <p className="note">{t("otherSpan", { span: spanOf(other.cadence) })}</p>}
      {isBranch !== true && below.query.isPending && <Loading rows={6} />}
      {below.query.isError && <Failed error={below.query.error} retry={() => void below.query.refetch()} />}
      <ul className={styles.list}>
        {organizations.map(({ id, name, kind, branches }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => setOpen(id)}>
              <span>
                {name} {!isBranchKind(kind) && <span className="note">{t("branches", { count: branches })}</span>}
              </span>
              <Given judgements={judged(id)} />
            </button>
          </li>
        ))}
      </ul>
      <MorePages query={below.query} shown={organizations.length} />
      {opened && (
        <JudgeSheet
          organization={opened}
          indicatorCode={indicatorCode}
          period={period}
          most={most}
          given={judged(opened.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function Given({ judgements }: { judgements: readonly Judgement[] }) {
  const t = useTexts(judgingTexts);
  if (judgements.length === 0) return <Tag>{t("notYet")}</Tag>;
  return (
    <span>
      {judgements.map(({ id, points, standing }) =>
        standing ? (
          <b key={id} className={styles.points}>
            {points}
          </b>
        ) : (
          <Tag key={id}>{t("takenBack")}</Tag>
        ),
      )}
    </span>
  );
}
