import { kindWords, postWords } from "@dutyloop/contract/messages/organization-words.ts";
import { isAdministratorRole, type Role, roles } from "@dutyloop/domain/identity/things.ts";
import { type OrganizationKind, organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../../../app/api/client.ts";
import { ask } from "../../../app/api/queries.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { RefusalNotice } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { useRoleName } from "../../identity/role-names.ts";
import styles from "./PostRoles.module.css";
import { postRoleTexts } from "./texts.ts";

type Rule = Awaited<ReturnType<typeof call<"listPostRoles">>>["items"][number];
const business = roles.filter((role) => !isAdministratorRole(role));

/** Which role goes with which post, kind by kind; the security administrator decides otherwise where the group is otherwise. */
export default function PostRolesPage() {
  const t = useTexts(postRoleTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const query = useQuery(ask("listPostRoles", {}));
  const decide = useMutation({
    mutationFn: ({ kind, post, role }: Pick<Rule, "kind" | "post" | "role">) =>
      call("setPostRole", { params: { kind, post }, body: { role } }),
    onSuccess: () =>
      Promise.all(
        ["listPostRoles", "listProposedGrants"].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
  const back = (
    <Link to="/admin/grants" className={buttonClass("quiet")}>
      {t("back")}
    </Link>
  );
  return (
    <Page title={t("title")} about={t("about")} action={back}>
      {decide.isError && <RefusalNotice error={decide.error} doing="writing" />}
      <Loaded query={query} rows={8}>
        {({ items }) => (
          <div className={styles.cards}>
            {organizationKinds
              .filter((kind) => items.some((rule) => rule.kind === kind))
              .map((kind) => (
                <Card key={kind} title={kindWords[language][kind]}>
                  <Rules
                    kind={kind}
                    rules={items.filter((rule) => rule.kind === kind)}
                    onDecide={(rule, role) => decide.mutate({ ...rule, role })}
                  />
                </Card>
              ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type RulesProps = {
  kind: OrganizationKind;
  rules: readonly Rule[];
  onDecide: (rule: Rule, role: Role | null) => void;
};

function Rules({ kind, rules, onDecide }: RulesProps) {
  const t = useTexts(postRoleTexts);
  const language = useLanguage();
  const roleName = useRoleName();
  const may = useMay();
  const nameOf = (role: Role | null) => (role === null ? t("none") : roleName(role));
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => {
        const words = { kind: kindWords[language][kind], post: postWords[language][rule.post] };
        return (
          <li key={rule.post}>
            <b>{words.post}</b>
            {may("grant.manage") ? (
              <SelectField
                label={t("roleOf", words)}
                hideLabel
                value={rule.role ?? ""}
                onChange={(event) => onDecide(rule, business.find((role) => role === event.target.value) ?? null)}
              >
                <option value="">{t("none")}</option>
                {business.map((role) => (
                  <option key={role} value={role}>
                    {roleName(role)}
                  </option>
                ))}
              </SelectField>
            ) : (
              <span>{nameOf(rule.role)}</span>
            )}
            {rule.role !== rule.usual && <Tag tone="brand">{t("usually", { role: nameOf(rule.usual) })}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
