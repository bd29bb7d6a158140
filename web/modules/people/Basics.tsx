import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordFinding } from "@dutyloop/contract/messages/finding-words.ts";
import { useState } from "react";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { ChangePerson } from "./acts/ChangePerson.tsx";
import styles from "./People.module.css";
import { fileTexts, peopleTexts, personTexts } from "./texts.ts";

export type Person = Answer<"getPerson">;

/** What is entered about a person, and what the rules find today. */
export function Basics({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const file = useTexts(fileTexts);
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  const day = (date: string | null) => date && wordDate(language, date);
  const sex = person.sex === "F" ? t("female") : person.sex === "M" ? t("male") : null;
  const facts: [string, string | null][] = [
    [p("number"), person.number],
    [t("sex"), sex],
    [t("bornOn"), day(person.bornOn)],
    [p("joinedOn"), day(person.joinedOn)],
    [t("standingFrom"), day(person.standingFrom)],
    [t("file"), person.fileKept && file(person.fileKept)],
  ];
  const action = person.may.manage && <Button onClick={() => setChanging(true)}>{t("change")}</Button>;
  return (
    <>
      {person.findings.map(({ code, rule, strength, values }) => (
        <Notice key={code}>
          {wordFinding(language, code, values)}{" "}
          <span className="note">
            {strength === "must" || strength === "general" ? t("statutory") : t("usual")} {rule}
          </span>
        </Notice>
      ))}
      <Card title={t("basics")} action={action}>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={value === null ? "quiet" : undefined}>{value ?? t("unknown")}</dd>
            </div>
          ))}
        </dl>
        {(person.exempt || person.doubleDuty) && (
          <p className={styles.remarks}>
            {person.doubleDuty && <Tag tone="brand">{p("doubleDuty")}</Tag>}
            {person.exempt && <span className="note">{t("exempt")}</span>}
          </p>
        )}
      </Card>
      {changing && <ChangePerson person={person} onClose={() => setChanging(false)} />}
    </>
  );
}
