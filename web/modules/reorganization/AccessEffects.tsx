import type { Role } from "@dutyloop/domain/identity/things.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useRoleName } from "../identity/role-names.ts";
import styles from "./Effects.module.css";
import type { Effects } from "./EffectsView.tsx";
import { effectTexts } from "./effect-texts.ts";

type Access = Effects["access"];
const more = { gained: "gainedMore", lost: "lostMore" } as const;

/** Who reaches what newly or no longer: never behind a fold, as it is the part that surprises. */
export function AccessEffects({ access }: { access: Access }) {
  const t = useTexts(effectTexts);
  const role = useRoleName();
  return (
    <section className={styles.access}>
      <h3>{t("access")}</h3>
      {access.length === 0 && <p className="quiet">{t("accessSame")}</p>}
      <ul className={styles.list}>
        {access.map(({ accountId, accountName, role: held, organization, ends, gained, lost }) => (
          <li key={`${accountId} ${held} ${organization.id}`}>
            <span>
              {t("grant", { account: accountName, role: role(held as Role), organization: organization.name })}
            </span>
            {ends && <span className="note">{t("grantEnds")}</span>}
            <Reached kind="gained" reached={gained} />
            <Reached kind="lost" reached={lost} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reached({ kind, reached }: { kind: "gained" | "lost"; reached: Access[number]["gained"] }) {
  const t = useTexts(effectTexts);
  if (reached.count === 0) return null;
  const { count, names } = reached;
  return (
    <span className="note">{t(count > names.length ? more[kind] : kind, { count, names: names.join(" · ") })}</span>
  );
}
