import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { gapParts } from "@dutyloop/contract/messages/gap-words.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { CodeField } from "../../app/frame/CodeField.tsx";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import { gapTexts } from "./texts.ts";
import styles from "./Units.module.css";

export type Accepted = Answer<"acceptGap">;
export type Gap = Answer<"listGaps">["items"][number];
type Props = { gap: Gap; onDone: (accepted: Accepted) => void; onClose: () => void };

const changed = [
  "listGaps",
  "listUnits",
  "getWorkbench",
  "listOrganizations",
  "getOrganization",
  "searchOrganizations",
];

/** Says what a proposal will do, asks for what it can't know, and does it in one act. */
export function AcceptGap({ gap, onDone, onClose }: Props) {
  const t = useTexts(gapTexts);
  const { today } = useSession();
  const client = useQueryClient();
  const { proposal, unit, finding } = gap;
  const [typed, setTyped] = useState({
    on: today,
    name: proposal.name ?? "",
    code: proposal.code ?? "",
    class: "",
    approval: "",
  });
  const creates = proposal.act === "create";
  const body = {
    finding: finding.code,
    personId: creates ? null : proposal.personId,
    on: typed.on,
    name: creates ? typed.name : null,
    code: creates ? typed.code : null,
    class: typed.class.trim() || null,
    approval: typed.approval.trim() || null,
  };
  const act = useMutation({
    mutationFn: () => call("acceptGap", { params: { unitId: unit.id }, body }),
    onSuccess: async (accepted) => {
      await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onDone(accepted);
      onClose();
    },
  });
  const problems = problemsByField(act.error);
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    error: problems[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <AskSheet
      title={t("sheetTitle", { unit: unit.name })}
      confirm={t("accept")}
      cancel={t("cancel")}
      act={{ mutate: () => act.mutate(), isPending: act.isPending, error: act.error }}
      onClose={onClose}
    >
      <Effects gap={gap} />
      {creates && <TextField label={t("name")} required most={100} {...field("name")} />}
      {creates && <CodeField {...field("code")} />}
      <TextField label={t("on")} hint={t("onHint")} type="date" required max={today} {...field("on")} />
      {creates && proposal.kind !== "GROUP" && (
        <TextField label={t("class")} hint={t("classHint")} optional most={40} {...field("class")} />
      )}
      {proposal.needsApproval && (
        <TextField label={t("approval")} hint={t("approvalHint")} required most={200} {...field("approval")} />
      )}
    </AskSheet>
  );
}

/** What will happen, line by line. */
function Effects({ gap }: { gap: Gap }) {
  const t = useTexts(gapTexts);
  const language = useLanguage();
  const { proposal } = gap;
  const parts = gapParts(gap, language);
  const lines =
    proposal.act === "create"
      ? [
          t("willCreate", parts),
          t(proposal.kind === "GROUP" ? "willGroup" : proposal.kind === "TEMP_BRANCH" ? "willStay" : "willMove", parts),
          ...(proposal.personId === null ? [] : [t("willLead", parts)]),
        ]
      : proposal.act === "appoint"
        ? [t("willLead", parts), t("willReplace", parts)]
        : [t("willJoin", parts)];
  return (
    <ul className={styles.effects}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
