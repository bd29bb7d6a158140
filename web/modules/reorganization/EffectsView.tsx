import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordFinding } from "@dutyloop/contract/messages/finding-words.ts";
import type { ReactNode } from "react";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import { Tag } from "../../ui/Tag.tsx";
import { kindTexts, postTexts } from "../organization/texts.ts";
import { AccessEffects } from "./AccessEffects.tsx";
import styles from "./Effects.module.css";
import { effectTexts } from "./effect-texts.ts";
import { SamenessView } from "./SamenessView.tsx";

export type Effects = Answer<"getReorganization">["effects"];

/** Everything that follows from a re-organisation: figures first, then each part to be opened. */
export function EffectsView({ effects }: { effects: Effects }) {
  const t = useTexts(effectTexts);
  const kind = useTexts(kindTexts);
  const post = useTexts(postTexts);
  const language = useLanguage();
  const person = (name: string | null) => name ?? t("nameHidden");
  const figures: [string, number][] = [
    [t("ended"), effects.ended.length],
    [t("begun"), effects.begun.length],
    [t("membersMoved"), effects.membersMoved.length],
    [t("dutiesWaived"), effects.dutiesWaived],
    [t("dutiesIssued"), effects.dutiesIssued],
    [t("termsEnded"), effects.termsEnded],
  ];
  const waived = (count: number) => (count > 0 ? t("waivedHere", { count }) : "");
  const appointments = (rows: Effects["appointmentsEnded"]) =>
    rows.map((row) => ({
      key: `${row.personId} ${row.organization.id} ${row.post}`,
      words: t("appointment", {
        person: person(row.personName),
        organization: row.organization.name,
        post: post(row.post),
      }),
      note: "",
    }));
  return (
    <div className={styles.effects}>
      <dl className={styles.figures}>
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={classes(count === 0 && "faint")}>{count}</dd>
          </div>
        ))}
      </dl>
      <SamenessView sameness={effects.sameness} hasBranches={effects.begun.length > 0} />
      <Part
        title={t("ended")}
        rows={[...effects.ended, ...effects.groupsEnded].map((row) => ({
          key: row.id,
          words: row.name,
          note: [kind(row.kind), waived(row.dutiesWaived)].filter(Boolean).join(" · "),
        }))}
      />
      <Part
        title={t("begun")}
        rows={[...effects.begun, ...effects.groupsBegun].map((row) => ({
          key: row.id,
          words: row.name,
          note: `${kind(row.kind)} · ${t("members", { count: row.members })}`,
        }))}
      />
      <Part
        title={t("moved")}
        rows={effects.moved.map((row) => ({
          key: row.id,
          words: row.name,
          note: t("fromTo", { from: row.from?.name ?? "–", to: row.to?.name ?? "–" }),
        }))}
      />
      <Part
        title={t("renamed")}
        rows={effects.renamed.map((row) => ({
          key: row.id,
          words: t("fromTo", { from: row.from, to: row.name }),
          note: "",
        }))}
      />
      <Part
        title={t("membersMoved")}
        rows={effects.membersMoved.map((row) => ({
          key: row.personId,
          words: person(row.personName),
          note: t("fromTo", { from: row.from.name, to: row.to.name }),
        }))}
      />
      <Part title={t("appointmentsEnded")} rows={appointments(effects.appointmentsEnded)} />
      <Part title={t("appointmentsBegun")} rows={appointments(effects.appointmentsBegun)} />
      <Part
        title={t("successions")}
        rows={effects.successions.map(({ predecessor, successor }) => ({
          key: `${predecessor.id} ${successor.id}`,
          words: t("fromTo", { from: predecessor.name, to: successor.name }),
          note: "",
        }))}
      />
      <AccessEffects access={effects.access} />
      {effects.findings.length > 0 && (
        <Opening title={t("findings")} count={effects.findings.length}>
          <ul className={styles.list}>
            {effects.findings.map(({ organization, rule, strength, code, values }) => (
              <li key={`${organization.id} ${code} ${JSON.stringify(values)}`}>
                <Tag tone={strength === "must" ? "warn" : "neutral"} shape={strength === "must" ? "diamond" : "square"}>
                  {t(strength)}
                </Tag>
                <span>
                  {t("finding", { organization: organization.name, words: wordFinding(language, code, values) })}
                </span>
                <span className="note">{rule}</span>
              </li>
            ))}
          </ul>
        </Opening>
      )}
    </div>
  );
}

type Row = { key: string; words: string; note: string };
const most = 300;

function Part({ title, rows }: { title: string; rows: readonly Row[] }) {
  const t = useTexts(effectTexts);
  if (rows.length === 0) return null;
  return (
    <Opening title={title} count={rows.length}>
      <ul className={styles.list}>
        {rows.slice(0, most).map(({ key, words, note }) => (
          <li key={key}>
            <span>{words}</span>
            {note && <span className="note">{note}</span>}
          </li>
        ))}
      </ul>
      {rows.length > most && <p className="note">{t("firstOnes", { count: most, all: rows.length })}</p>}
    </Opening>
  );
}

/** A part that opens by its title. */
function Opening({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className={styles.part}>
      <summary>
        {title} <span className="note">{count}</span>
      </summary>
      {children}
    </details>
  );
}
