import { usePages } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import { Additions } from "./Additions.tsx";
import { CorrectedFact } from "./CorrectedFact.tsx";
import { type Edits, withAddition, withReversal } from "./correction.ts";
import type { Dispute } from "./DisputeCard.tsx";
import styles from "./Disputes.module.css";
import { disputeTexts } from "./texts.ts";

type Props = { dispute: Dispute; edits: Edits; onChange: (edits: Edits) => void };

/** The facts of the disputed line: which are taken back, which say something else, which were missing. */
export function Corrections({ dispute, edits, onChange }: Props) {
  const t = useTexts(disputeTexts);
  const { organizationId, period, line: lineCode, scheme, version } = dispute;
  const { query, items } = usePages("listScoreFacts", {
    params: { organizationId, period, lineCode },
    query: { scheme: scheme.code, version },
  });
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const gone = new Set(items.map(({ corrects }) => corrects));
  const standing = items.filter(({ id, sign }) => sign > 0 && !gone.has(id));
  return (
    <fieldset className={styles.corrections}>
      <legend>{t("correct")}</legend>
      <p className="note">{t("correctHint")}</p>
      {standing.length === 0 && <p className="quiet">{t("noFacts")}</p>}
      <ul>
        {standing.map((fact) => (
          <CorrectedFact
            key={fact.id}
            fact={fact}
            disputed={fact.id === dispute.factId}
            edit={edits.reversals.find((one) => one.fact.id === fact.id)}
            onReverse={(pattern, instead) => onChange(withReversal(edits, pattern, instead))}
            onAdd={(pattern) => onChange(withAddition(edits, pattern))}
          />
        ))}
      </ul>
      <MorePages query={query} shown={0} />
      <Additions edits={edits} kinds={[...new Set(standing.map(({ kind }) => kind))]} onChange={onChange} />
    </fieldset>
  );
}
