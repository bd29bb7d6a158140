import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type Role, roles } from "@dutyloop/domain/identity/things.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { OrganizationChooser } from "../../app/frame/OrganizationChooser.tsx";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { uiTexts } from "../../ui/texts.ts";
import { useRoleName } from "../identity/role-names.ts";
import { AccountSelect } from "./AccountSelect.tsx";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

type Props = { accounts: Answer<"listAccounts">["items"]; onClose: () => void };

/** Roles of one branch or group: given on the whole committee by mistake they would reach everything below it. */
const rolesOfOne: readonly Role[] = [
  "general_branch_secretary",
  "branch_secretary",
  "branch_committee_member",
  "group_leader",
];

/** Gives an account a role on an organisation from a day to a day. */
export function GrantRole({ accounts, onClose }: Props) {
  const t = useTexts(adminTexts);
  const tu = useTexts(uiTexts);
  const roleName = useRoleName();
  const may = useMay();
  const session = useSession();
  const client = useQueryClient();
  const own = session.grants[0];
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [sent, setSent] = useState(false);
  const [typed, setTyped] = useState({ accountId: "", role: "" as Role | "", validFrom: session.today, validTo: "" });
  const ofOne = typed.role !== "" && rolesOfOne.includes(typed.role);
  const usual = own && !ofOne ? { id: own.organizationId, name: own.organizationName } : { id: "", name: "" };
  const organization = chosen ?? usual;
  const unchosen = (label: string) => tu("fieldUnchosen", { label });
  const grant = useMutation({
    mutationFn: (role: Role) =>
      call("grantRole", {
        body: { ...typed, role, organizationId: organization.id, validTo: typed.validTo || null },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["listGrants"] });
      void client.invalidateQueries({ queryKey: ["getFirstSteps"] });
      onClose();
    },
  });
  const problems = problemsByField(grant.error);
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    error: problems[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  if (choosing) {
    return (
      <Dialog kind="sheet" title={<h2>{t("chooseOrganization")}</h2>} onClose={() => setChoosing(false)}>
        <OrganizationChooser
          chosen={organization.id}
          onChoose={(one) => {
            setChosen(one);
            setChoosing(false);
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog kind="sheet" title={<h2>{t("grant")}</h2>} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (typed.role !== "" && typed.accountId !== "" && organization.id !== "") grant.mutate(typed.role);
        }}
      >
        {grant.isError && <RefusalNotice error={grant.error} doing="writing" />}
        <AccountSelect
          accounts={accounts}
          value={typed.accountId}
          error={sent && typed.accountId === "" ? unchosen(t("account")) : problems.accountId}
          onChange={(accountId) => setTyped({ ...typed, accountId })}
        />
        <SelectField label={t("role")} required {...field("role")}>
          <option value="">{t("choose")}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleName(role)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("organization")}
          hint={ofOne ? t("ofOne") : undefined}
          value={organization.name}
          readOnly
          error={sent && organization.id === "" ? unchosen(t("organization")) : problems.organizationId}
        />
        {may("organization.read") && <Button onClick={() => setChoosing(true)}>{t("chooseOrganization")}</Button>}
        <div className={styles.pair}>
          <TextField label={t("from")} type="date" required {...field("validFrom")} />
          <TextField label={t("to")} type="date" optional {...field("validTo")} />
        </div>
        <Button kind="primary" big type="submit" busy={grant.isPending}>
          {t("grant")}
        </Button>
      </form>
    </Dialog>
  );
}
