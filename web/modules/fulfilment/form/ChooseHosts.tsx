import { isBranchKind, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { mayRecord } from "@dutyloop/domain/standards/template-policy.ts";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { isReached, type Reach } from "../../../app/session/reach.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import type { RecordForm } from "../draft.ts";
import formStyles from "../RecordForm.module.css";
import { FindSisters } from "./FindSisters.tsx";
import { hostsTexts } from "./hosts-texts.ts";

type Candidate = { id: string; name: string; kind: OrganizationKind };
type Props = {
  form: RecordForm;
  reaches: readonly Reach[];
  chosen: readonly string[];
  onToggle: (organizationId: string) => void;
  /** Those whose own secretaries enter their part. */
  awaited: readonly string[];
  onAwait: (organizationId: string) => void;
  onClose: () => void;
};

/**
 * Which other organisations held the event: those that the user may enter it for, and that hold such events, and branches
 * of the same committee that enter their part themselves.
 */
export function ChooseHosts({ form, reaches, chosen, onToggle, awaited, onAwait, onClose }: Props) {
  const t = useTexts(hostsTexts);
  return (
    <Dialog kind="sheet" title={<h2>{t("title")}</h2>} onClose={onClose}>
      <div className={formStyles.sheet}>
        <p className="note">{t("hint")}</p>
        {reaches.length > 0 && <OwnHosts form={form} reaches={reaches} chosen={chosen} onToggle={onToggle} />}
        <FindSisters form={form} awaited={awaited} onToggle={onAwait} />
        <Button kind="primary" big onClick={onClose}>
          {t("done")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Those that the user may enter it for. */
function OwnHosts({ form, reaches, chosen, onToggle }: Pick<Props, "form" | "reaches" | "chosen" | "onToggle">) {
  const t = useTexts(hostsTexts);
  const [text, setText] = useState("");
  const q = text.trim();
  const near = useNear(reaches, form.occurredOn);
  const search = useQuery({
    ...ask("searchOrganizations", { query: { q, on: form.occurredOn, limit: 50 } }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const found = (search.data?.items ?? []).filter((one) => isReached(reaches, one));
  const fits = ({ id, kind }: Candidate) => id !== form.organizationId && mayRecord(form.template, kind);
  const shown: Candidate[] = (q === "" ? near.items : found).filter(fits);
  const asking = q === "" ? near : search;
  return (
    <section aria-label={t("mine")}>
      {isWide(near.items) && <SearchField label={t("find")} hint={t("findHint")} value={text} onText={setText} />}
      {asking.isPending && <Loading rows={3} />}
      {asking.isError && <Failed error={asking.error} retry={() => void asking.refetch()} />}
      {!asking.isPending && !asking.isError && shown.length === 0 && (
        <p className="quiet" role="status">
          {t(q === "" ? "none" : "foundNone")}
        </p>
      )}
      <div>
        {shown.map(({ id, name }) => (
          <label key={id} className={formStyles.check}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </section>
  );
}

/** Whether there may be more than the list shows at once. */
function isWide(items: readonly Candidate[]): boolean {
  return items.length > 12 || items.some(({ kind }) => !isBranchKind(kind));
}

/** The organisations of the grants, and those right below them; the others are found by name. */
function useNear(reaches: readonly Reach[], on: string) {
  const own = useQueries({
    queries: reaches.map(({ organizationId }) => ask("getOrganization", { params: { organizationId }, query: { on } })),
  });
  const below = useQueries({
    queries: reaches
      .filter((reach) => reach.below)
      .map(({ organizationId }) => ask("listOrganizations", { query: { parentId: organizationId, on, limit: 100 } })),
  });
  const all = [...own, ...below];
  const items: Candidate[] = [
    ...own.flatMap(({ data }) => data ?? []),
    ...below.flatMap(({ data }) => data?.items ?? []),
  ];
  return {
    items: [...new Map(items.map((one) => [one.id, one])).values()],
    isPending: all.some(({ isPending }) => isPending),
    isError: all.some(({ isError }) => isError),
    error: all.find(({ error }) => error)?.error ?? null,
    refetch: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
  };
}
