import { Link } from "@tanstack/react-router";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { useTexts } from "../language/texts.ts";
import { useMay } from "../session/session.ts";
import { entriesFor } from "./entries.ts";
import { frameTexts } from "./texts.ts";

/** The places of the phone, for those who assess the boards too; administrators get theirs instead. */
export function PhoneBar() {
  const t = useTexts(frameTexts);
  const may = useMay();
  const admin = entriesFor(may, "admin").map(({ name, to, icon }) => ({ to, icon, words: t(name) }));
  const places: { to: string; icon: IconName; words: string }[] = [
    ...(may("obligation.read") ? [{ to: "/", icon: "todo" as const, words: t("todo") }] : []),
    ...(may("record.read") ? [{ to: "/records", icon: "record" as const, words: t("recordsShort") }] : []),
    ...(may("board.read") ? [{ to: "/board", icon: "score" as const, words: t("boardShort") }] : []),
    ...(may("organization.read") ? [{ to: "/organizations", icon: "branch" as const, words: t("branch") }] : []),
    ...admin.slice(0, 3),
    { to: "/me", icon: "person", words: t("me") },
  ];
  return places.map(({ to, icon, words }) => (
    <Link key={to} to={to} activeOptions={{ exact: to === "/", includeSearch: false }}>
      <Icon name={icon} size={22} />
      {words}
    </Link>
  ));
}
