import { type ReactNode, useState } from "react";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { frameTexts } from "../frame/texts.ts";
import { useTexts } from "../language/texts.ts";
import { useSignOut, type Where } from "./sign-out.ts";

type Props = { children: (leave: (where?: Where) => void) => ReactNode };

/** A way out. Where something on this device hasn't reached the server yet, it asks first. */
export function SignOut({ children }: Props) {
  const t = useTexts(frameTexts);
  const { unsent, signOut } = useSignOut();
  const [asked, setAsked] = useState<{ where: Where; count: number } | null>(null);
  const leave = async (where: Where = "here") => {
    const count = await unsent();
    if (count > 0) setAsked({ where, count });
    else await signOut(where);
  };
  return (
    <>
      {children((where) => void leave(where))}
      {asked && (
        <AskSheet
          title={t("unsentTitle")}
          confirm={t("signOutAnyway")}
          cancel={t("stay")}
          act={{ mutate: () => void signOut(asked.where), isPending: false, error: null }}
          onClose={() => setAsked(null)}
        >
          <p>{t("unsentText", { count: asked.count })}</p>
        </AskSheet>
      )}
    </>
  );
}
