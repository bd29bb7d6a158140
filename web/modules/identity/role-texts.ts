import { roleWords } from "@dutyloop/contract/messages/role-words.ts";
import { defineTexts } from "../../app/language/texts.ts";

/** The roles in the users' words. */
export const roleTexts = defineTexts(roleWords);
