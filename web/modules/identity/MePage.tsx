import { MorePlaces } from "../../app/frame/MorePlaces.tsx";
import { wordDate } from "../../app/frame/months.ts";
import { useTour } from "../../app/help/tour/tour.tsx";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { SignOut } from "../../app/session/SignOut.tsx";
import { useSession } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { helpAddress } from "../../ui/help-address.ts";
import { Page } from "../../ui/Page.tsx";
import { Appearance } from "./Appearance.tsx";
import styles from "./Me.module.css";
import { PasswordForm } from "./PasswordForm.tsx";
import { useRoleName } from "./role-names.ts";
import { SecondFactor } from "./second-factor/SecondFactor.tsx";
import { Tokens } from "./Tokens.tsx";
import { meTexts } from "./texts.ts";

/** One's own account: who I am, how it looks, password, tokens, the way out. */
export default function MePage() {
  const t = useTexts(meTexts);
  const language = useLanguage();
  const tour = useTour();
  const { account, grants, group } = useSession();
  const roleName = useRoleName();
  return (
    <Page title={t("title")} narrow>
      <Card title={t("account")} note={group.name}>
        <dl className={styles.pairs}>
          <dt>{t("name")}</dt>
          <dd>{account.displayName}</dd>
          <dt>{t("signInName")}</dt>
          <dd>{account.signInName}</dd>
          <dt>{t("roles")}</dt>
          <dd>
            {grants.map(({ id, role, organizationName, validTo }) => (
              <div key={id}>
                {roleName(role)} · {organizationName}
                {validTo && <span className="note"> {t("until", { date: wordDate(language, validTo) })}</span>}
              </div>
            ))}
          </dd>
        </dl>
      </Card>
      <MorePlaces />
      <Card title={t("help")}>
        <div className={styles.row}>
          <a className={buttonClass("quiet")} href={helpAddress(language)} target="_blank" rel="noopener">
            {t("guide")}
          </a>
          <Button onClick={tour.start}>{t("tour")}</Button>
        </div>
      </Card>
      <Card title={t("appearance")}>
        <Appearance />
      </Card>
      <Card title={t("password")}>
        <PasswordForm />
      </Card>
      <Card title={t("secondFactor")}>
        <SecondFactor />
      </Card>
      <Card title={t("tokens")}>
        <Tokens />
      </Card>
      <Card title={t("sessions")} note={t("signOutAbout")}>
        <SignOut>
          {(leave) => (
            <div className={styles.row}>
              <Button onClick={() => leave()}>{t("signOut")}</Button>
              <Button onClick={() => leave("everywhere")}>{t("signOutEverywhere")}</Button>
            </div>
          )}
        </SignOut>
      </Card>
    </Page>
  );
}
