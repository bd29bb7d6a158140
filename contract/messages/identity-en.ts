import type { identityZh } from "./identity-zh.ts";

/** Refusals about second factors and roles by post in English. */
export const identityEn: Record<keyof typeof identityZh, string> = {
  "sign_in.code_needed": "Type the six digits of your authenticator application, or a recovery code.",
  "sign_in.code_wrong":
    "The code is wrong, too old or was used before. Wait for the next one and type it. Five wrong attempts lock the account for 15 minutes.",
  "second_factor.on_already": "The second factor is on already. To change the device, turn it off and set it up anew.",
  "second_factor.not_begun": "Begin by turning the second step on, which gives a key; then type a code.",
  "second_factor.due": "Your account needs a second factor. Set it up first.",
  "second_factor.reset_by_another":
    "Your own second factor can't be reset here. Turn it off on the page Me, or ask another security administrator.",
  "post_role.administrator": "No post brings an administrator's role. Let the security administrator grant it by hand.",
};
