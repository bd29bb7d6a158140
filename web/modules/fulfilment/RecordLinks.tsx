import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { useMayHere, useView } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { absenceTexts } from "./absences/texts.ts";
import { draftTexts } from "./drafts/texts.ts";
import styles from "./Record.module.css";
import { sampleTexts } from "./samples/texts.ts";
import { recordTexts } from "./texts.ts";

/** Ways from the records to what belongs to them, as far as the account has any business there. */
export function RecordLinks() {
  const t = useTexts(recordTexts);
  const drafts = useTexts(draftTexts);
  const samples = useTexts(sampleTexts);
  const absences = useTexts(absenceTexts);
  const may = useMayHere();
  const { organizationId } = useView();
  const waiting = useQuery({
    ...ask("listRecordDrafts", { params: { organizationId: organizationId ?? "" } }),
    enabled: may("record.draft") && organizationId !== null,
  });
  const toSign = waiting.data?.items.filter(({ state }) => state === "awaiting_signature").length ?? 0;
  if (!may("record.draft") && !may("record.sample") && !may("record.read_names")) return null;
  return (
    <nav className={styles.links} aria-label={t("places")}>
      {may("record.draft") && (
        <Link to="/records/drafts" className={buttonClass("quiet")}>
          {may("record.submit") && toSign > 0 ? drafts("linkToSign", { count: toSign }) : drafts("link")}
        </Link>
      )}
      {may("record.read_names") && (
        <Link to="/records/absences" className={buttonClass("quiet")}>
          {absences("link")}
        </Link>
      )}
      {may("record.sample") && (
        <Link to="/records/samples" className={buttonClass("quiet")}>
          {samples("link")}
        </Link>
      )}
    </nav>
  );
}
