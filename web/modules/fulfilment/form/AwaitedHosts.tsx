import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import type { Draft, RecordForm } from "../draft.ts";
import { hostsTexts } from "./hosts-texts.ts";
import styles from "./Parts.module.css";

type Props = {
  form: RecordForm;
  awaited: NonNullable<Draft["awaited"]>;
  onRemove: (organizationId: string) => void;
};

/** Hosts whose own secretaries enter who was there: named, and nothing to fill in. */
export function AwaitedHosts({ form, awaited, onRemove }: Props) {
  const t = useTexts(hostsTexts);
  const ids = awaited.map(({ organizationId }) => organizationId).join(",");
  const { data } = useQuery({
    ...ask("findSisterBranches", { params: { organizationId: form.organizationId }, query: { ids } }),
    enabled: ids !== "",
    staleTime: 300_000,
  });
  return awaited.map(({ organizationId }) => {
    const name = data?.items.find(({ id }) => id === organizationId)?.name ?? t("unnamed");
    return (
      <section key={organizationId} className={styles.host} aria-label={name}>
        <div className={styles.hostHead}>
          <h3>{name}</h3>
          <Button kind="text" onClick={() => onRemove(organizationId)} aria-label={t("removeOf", { name })}>
            {t("remove")}
          </Button>
          <span className="faint">{t("entersItself")}</span>
        </div>
      </section>
    );
  });
}
