import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { SetEmployment } from "./acts/SetEmployment.tsx";
import type { Person } from "./Basics.tsx";
import { Line } from "./Line.tsx";
import { Span } from "./Span.tsx";
import { personTexts } from "./texts.ts";

/** Where the person works and worked, and whether he headed the unit. */
export function Employments({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const [setting, setSetting] = useState(false);
  return (
    <Card
      title={t("work")}
      action={person.may.manage && <Button onClick={() => setSetting(true)}>{t("setWork")}</Button>}
    >
      {person.employments.length === 0 && <p className="quiet">{t("noWork")}</p>}
      <ol>
        {person.employments.map(({ id, unitName, position, leadsUnit, from, to }) => (
          <Line key={id} now={to === null} when={<Span from={from} to={to} />}>
            <span className={unitName === null ? "quiet" : undefined}>{unitName ?? t("unitOutside")}</span>
            {position && <span className="quiet">{position}</span>}
            {leadsUnit && <Tag>{t("leads")}</Tag>}
          </Line>
        ))}
      </ol>
      {setting && <SetEmployment person={person} onClose={() => setSetting(false)} />}
    </Card>
  );
}
