import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { TermActs } from "./TermActs.tsx";
import { TermReminder, TermStanding } from "./TermStanding.tsx";
import styles from "./Terms.module.css";
import { termTexts } from "./texts.ts";

type Props = { organization: { id: string; name: string } };

/** The term of one organisation: from when to when, how it stands, what comes before it, and what may be done. */
export function TermCard({ organization: { id, name } }: Props) {
  const t = useTexts(termTexts);
  const language = useLanguage();
  const query = useQuery(ask("getTerm", { params: { organizationId: id } }));
  const stretch = (from: string, to: string) =>
    t("fromTo", { from: wordDate(language, from), to: wordDate(language, to) });
  const below = (
    <Link to="/organizations/terms" className="link">
      {t("allTerms")}
    </Link>
  );
  return (
    <Card title={t("term")} action={below}>
      <Loaded query={query} rows={1}>
        {({ current, earlier }) => (
          <>
            <div className={styles.card}>
              {current ? (
                <>
                  <span>{stretch(current.beganOn, current.endsOn)}</span>
                  <span>
                    <TermStanding term={current} />
                  </span>
                  {current.reminder && (
                    <span className="quiet">
                      <TermReminder reminder={current.reminder} />
                    </span>
                  )}
                </>
              ) : (
                <span className="quiet">{t("noTerm")}</span>
              )}
              <TermActs organizationId={id} name={name} term={current} />
            </div>
            {current?.approval && (
              <p className="note">
                {t("extendedFrom", { date: wordDate(language, current.regularEndsOn), approval: current.approval })}
              </p>
            )}
            {earlier.length > 0 && (
              <p className="note">
                {t("earlier", { terms: earlier.map((term) => stretch(term.beganOn, term.endedOn)).join(" · ") })}
              </p>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}
