import type { Role } from "@dutyloop/domain/identity/things.ts";
import { useTexts } from "../../app/language/texts.ts";
import { roleTexts } from "./role-texts.ts";

/** The roles in the users' words. */
export function useRoleName(): (role: Role) => string {
  const t = useTexts(roleTexts);
  return (role) => t(role);
}
