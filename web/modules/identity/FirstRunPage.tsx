import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { Empty, RefusalNotice } from "../../ui/States.tsx";
import { type Administrator, AdministratorFields } from "./AdministratorFields.tsx";
import styles from "./SignIn.module.css";
import { firstRunTexts } from "./texts.ts";

const nobody: Administrator = { displayName: "", signInName: "", password: "" };
const start = {
  group: { code: "", name: "", foundedOn: "" },
  systemAdministrator: nobody,
  securityAdministrator: nobody,
  auditAdministrator: nobody,
};
const parts = [
  ["systemAdministrator", "system", "systemAbout"],
  ["securityAdministrator", "security", "securityAbout"],
  ["auditAdministrator", "audit", "auditAbout"],
] as const;

/** First run: the group and its three administrators, three different people. */
export default function FirstRunPage({ onDone }: { onDone: () => void }) {
  const t = useTexts(firstRunTexts);
  const [body, setBody] = useState(start);
  const create = useMutation({ mutationFn: () => call("setUp", { body }) });
  const problems = problemsByField(create.error);
  if (create.isSuccess) {
    return (
      <main className={styles.stage}>
        <Empty title={t("doneTitle")} text={t("doneText")}>
          <Button kind="primary" onClick={onDone}>
            {t("toSignIn")}
          </Button>
        </Empty>
      </main>
    );
  }
  return (
    <main className={styles.stage}>
      <form
        className={`${styles.box} ${styles.wide}`}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <div className={styles.head}>
          <Logo size={48} />
          <h1>{t("title")}</h1>
          <p className="quiet">{t("about")}</p>
        </div>
        {create.isError && <RefusalNotice error={create.error} doing="writing" />}
        <div className={styles.pair}>
          <TextField
            label={t("groupName")}
            required
            value={body.group.name}
            error={problems["group.name"]}
            onChange={(event) => setBody({ ...body, group: { ...body.group, name: event.target.value } })}
          />
          <TextField
            label={t("groupCode")}
            hint={t("groupCodeHint")}
            required
            value={body.group.code}
            error={problems["group.code"]}
            onChange={(event) => setBody({ ...body, group: { ...body.group, code: event.target.value } })}
          />
        </div>
        <TextField
          label={t("foundedOn")}
          hint={t("foundedOnHint")}
          type="date"
          required
          value={body.group.foundedOn}
          error={problems["group.foundedOn"]}
          onChange={(event) => setBody({ ...body, group: { ...body.group, foundedOn: event.target.value } })}
        />
        {parts.map(([key, title, about]) => (
          <AdministratorFields
            key={key}
            title={t(title)}
            about={t(about)}
            value={body[key]}
            problem={(field) => problems[`${key}.${field}`]}
            onChange={(value) => setBody({ ...body, [key]: value })}
          />
        ))}
        <Button kind="primary" big type="submit" busy={create.isPending}>
          {t("create")}
        </Button>
      </form>
    </main>
  );
}
