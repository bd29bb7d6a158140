import { Link } from "@tanstack/react-router";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import type { Person } from "./Basics.tsx";
import { LetterStanding } from "./LetterStanding.tsx";
import { transferTexts } from "./member-texts.ts";
import styles from "./People.module.css";
import { Span } from "./Span.tsx";
import { personTexts } from "./texts.ts";

/** Letters of transfer of one person. */
export function Letters({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const transfer = useTexts(transferTexts);
  const all = (
    <Link to="/people/transfers" className="link">
      {transfer("all")}
    </Link>
  );
  return (
    <Card title={t("transfers")} action={all}>
      {person.transfers.length === 0 && <p className="quiet">{t("noTransfers")}</p>}
      <ol>
        {person.transfers.map((letter) => (
          <li key={letter.id} className={classes(styles.line, letter.settledOn === null && styles.now)}>
            <span className={styles.what}>
              <span>
                {letter.from} → {letter.to}
              </span>
              <LetterStanding letter={letter} />
            </span>
            <Span from={letter.issuedOn} to={letter.settledOn} />
            {letter.reason && <span className="note">{transfer("returned", { reason: letter.reason })}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
