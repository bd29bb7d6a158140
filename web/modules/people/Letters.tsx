import { Link } from "@tanstack/react-router";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import type { Person } from "./Basics.tsx";
import { LetterStanding } from "./LetterStanding.tsx";
import { Line } from "./Line.tsx";
import { transferTexts } from "./member-texts.ts";
import { Span } from "./Span.tsx";
import { personTexts } from "./texts.ts";

/** Letters of transfer of one person. */
export function Letters({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const transfer = useTexts(transferTexts);
  if (person.transfers.length === 0) return null;
  const all = (
    <Link to="/people/transfers" className="link">
      {transfer("all")}
    </Link>
  );
  return (
    <Card title={t("transfers")} action={all}>
      <ol>
        {person.transfers.map((letter) => (
          <Line
            key={letter.id}
            when={
              <>
                <Span from={letter.issuedOn} to={letter.settledOn} />
                {letter.reason && <span className="note">{transfer("returned", { reason: letter.reason })}</span>}
              </>
            }
          >
            <span>
              {letter.from} → {letter.to}
            </span>
            <LetterStanding letter={letter} />
          </Line>
        ))}
      </ol>
    </Card>
  );
}
