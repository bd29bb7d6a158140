import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { ask } from "../../app/api/queries.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import styles from "./Me.module.css";
import { meTexts } from "./texts.ts";

/** Personal tokens: made with a purpose and an end, shown once, revoked here. */
export function Tokens() {
  const t = useTexts(meTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const [typed, setTyped] = useState({ name: "", expiresOn: "" });
  const tokens = useQuery(ask("listTokens", {}));
  const refresh = () => client.invalidateQueries({ queryKey: ["listTokens"] });
  const create = useMutation({
    mutationFn: () => call("createToken", { body: typed }),
    onSuccess: () => {
      setTyped({ name: "", expiresOn: "" });
      void refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (tokenId: string) => call("revokeToken", { params: { tokenId } }),
    onSuccess: refresh,
  });
  const problems = problemsByField(create.error);
  return (
    <div className={styles.stack}>
      <p className="note">{t("tokensAbout")}</p>
      {(create.error ?? revoke.error) && <RefusalNotice error={create.error ?? revoke.error} doing="writing" />}
      {create.data && <NewToken token={create.data.token} />}
      <Loaded query={tokens} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("noTokens")}</p>
          ) : (
            <ul className={styles.tokens}>
              {items.map(({ id, name, expiresOn }) => (
                <li key={id}>
                  <span>
                    {name} <span className="note">{t("until", { date: wordDate(language, expiresOn) })}</span>
                  </span>
                  <Button kind="text" aria-label={t("revokeNamed", { name })} onClick={() => revoke.mutate(id)}>
                    {t("revoke")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField
          label={t("tokenName")}
          required
          maxLength={100}
          value={typed.name}
          error={problems.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <TextField
          label={t("tokenExpiry")}
          type="date"
          required
          value={typed.expiresOn}
          error={problems.expiresOn}
          onChange={(event) => setTyped({ ...typed, expiresOn: event.target.value })}
        />
        <Button type="submit" busy={create.isPending}>
          {t("createToken")}
        </Button>
      </form>
    </div>
  );
}

function NewToken({ token }: { token: string }) {
  const t = useTexts(meTexts);
  return (
    <Notice tone="good" action={<CopyButton text={token} />}>
      {t("tokenOnce")}
      <br />
      <code className={styles.secret}>{token}</code>
    </Notice>
  );
}
