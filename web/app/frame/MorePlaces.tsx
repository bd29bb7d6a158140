import { Link } from "@tanstack/react-router";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useTexts } from "../language/texts.ts";
import { useMay } from "../session/session.ts";
import { entriesFor } from "./entries.ts";
import styles from "./MorePlaces.module.css";
import { frameTexts } from "./texts.ts";

/** On a phone, the way to the pages that have no place in the bar below. */
export function MorePlaces() {
  const t = useTexts(frameTexts);
  const may = useMay();
  const inBar = ["workbench", "records", "board", "organizations"];
  const places = [...entriesFor(may, "stages"), ...entriesFor(may, "ground")].filter(
    ({ name }) => !inBar.includes(name),
  );
  if (places.length === 0) return null;
  return (
    <Card title={t("more")} className={styles.card}>
      <ul>
        {places.map(({ name, to, icon }) => (
          <li key={name}>
            <Link to={to} className={styles.place}>
              <Icon name={icon} size={20} />
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
