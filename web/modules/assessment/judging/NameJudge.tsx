import { roles } from "@dutyloop/domain/identity/things.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { ask } from "../../../app/api/queries.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { useRoleName } from "../../identity/role-names.ts";
import { judgingTexts } from "./texts.ts";

/** Who judges an indicator at the organisation in view and below it, and from when to when. */
export function NameJudge({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const t = useTexts(judgingTexts);
  const words = useWords();
  const client = useQueryClient();
  const roleName = useRoleName();
  const { today } = useSession();
  const { query: viewed } = useViewedOrganization();
  const [indicatorCode, setIndicator] = useState("");
  const [accountId, setAccount] = useState("");
  const [validFrom, setFrom] = useState(today);
  const [validTo, setTo] = useState("");
  const params = { organizationId };
  const indicators = useQuery(ask("listIndicators", { query: { limit: 200 } }));
  const candidates = useQuery(ask("listJudgeCandidates", { params }));
  const name = useMutation({
    mutationFn: () =>
      call("nameJudge", { params, body: { indicatorCode, accountId, validFrom, validTo: validTo || null } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["listJudges"] });
      onClose();
    },
  });
  const problems = problemsByField(name.error);
  const roleOf = (code: string) => {
    const known = roles.find((role) => role === code);
    return known ? roleName(known) : code;
  };
  return (
    <AskSheet
      title={t("name")}
      confirm={t("name")}
      cancel={t("cancel")}
      act={{ mutate: () => name.mutate(), isPending: name.isPending, error: name.error }}
      onClose={onClose}
    >
      <p className="quiet">{t("nameWhat", { organization: viewed.data?.name ?? "" })}</p>
      <SelectField
        label={t("indicator")}
        required
        source={indicators}
        value={indicatorCode}
        error={problems.indicatorCode}
        onChange={(event) => setIndicator(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {indicators.data?.items
          .filter(({ form }) => form === "judges")
          .map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {words(indicator.name)}
            </option>
          ))}
      </SelectField>
      <SelectField
        label={t("judge")}
        hint={t("judgeHint")}
        required
        source={candidates}
        value={accountId}
        error={problems.accountId}
        onChange={(event) => setAccount(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {candidates.data?.items.map((one) => (
          <option key={one.accountId} value={one.accountId}>
            {t("candidate", { name: one.name, role: roleOf(one.role) })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("firstDay")}
        type="date"
        required
        value={validFrom}
        error={problems.validFrom}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={t("lastDay")}
        type="date"
        optional
        min={validFrom}
        hint={t("lastDayHint")}
        value={validTo}
        error={problems.validTo}
        onChange={(event) => setTo(event.target.value)}
      />
    </AskSheet>
  );
}
