import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { EndJudge } from "./EndJudge.tsx";
import styles from "./Judging.module.css";
import { isOver } from "./judge-time.ts";
import { NameJudge } from "./NameJudge.tsx";
import { judgingTexts } from "./texts.ts";

export type Judge = Answer<"listJudges">["items"][number];

/** Who judges what at the organisation in view, above and below it: named and ended by who assesses. */
export function Judges({ organizationId }: { organizationId: string }) {
  const t = useTexts(judgingTexts);
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<Judge | null>(null);
  const judges = useQuery(ask("listJudges", { params: { organizationId } }));
  return (
    <Card
      title={t("judges")}
      note={t("judgesNote")}
      action={
        <Button kind="primary" onClick={() => setNaming(true)}>
          {t("name")}
        </Button>
      }
    >
      <Loaded query={judges} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("noJudges")} text={t("noJudgesText")} />
          ) : (
            <ul className={styles.list}>
              {items.map((judge) => (
                <JudgeRow key={judge.id} judge={judge} onEnd={() => setEnding(judge)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {naming && <NameJudge organizationId={organizationId} onClose={() => setNaming(false)} />}
      {ending && <EndJudge judge={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function JudgeRow({ judge, onEnd }: { judge: Judge; onEnd: () => void }) {
  const t = useTexts(judgingTexts);
  const language = useLanguage();
  const words = useWords();
  const { today } = useSession();
  const { accountName, validFrom, validTo, organizationName } = judge;
  const days =
    validTo === null
      ? t("since", { from: wordDate(language, validFrom) })
      : t("fromTo", { from: wordDate(language, validFrom), to: wordDate(language, validTo) });
  const indicator = words(judge.indicatorName);
  const over = isOver(judge, today);
  return (
    <li className={styles.judge}>
      <div>
        <p>
          <b>{accountName}</b> {indicator} {over && <Tag>{t("over")}</Tag>}
          {!over && judge.judgedFor.length === 0 && <Tag tone="warn">{t("notUsed")}</Tag>}
        </p>
        <p className="note">
          {organizationName ?? t("above")} · {days}
        </p>
      </div>
      {!over && organizationName !== null && (
        <Button kind="text" onClick={onEnd} aria-label={t("endOf", { name: accountName, indicator })}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
