/** Why a re-organisation can't be planned, applied or taken back, in English; refusals of single acts stand with the rules of organisations. */
export const reorganizationEn = {
  "reorganization.too_large":
    "Here are {organizations} organisations with {members} members; at most {mostOrganizations} with {mostMembers} are handled at once. Choose an organisation below.",
  "reorganization.changes_later":
    "An organisation here already changes on {on}. Choose a day after it, or take that change back first.",
  "reorganization.last_administrator":
    "Act {act}: the last administrator of a kind has the right on an organisation that would end. Appoint another one first.",
  "reorganization.letter_on_its_way":
    "A member's transfer is on its way, so the branch can't change now. Settle or return the transfer first.",
  "reorganization.unit_unknown": "Act {act}: there is no such unit, or no organisation here covers it. Choose another.",
  "reorganization.unit_twice": "Act {act}: a new organisation before already covers this unit. Remove one of the two.",
  "reorganization.preview_outdated":
    "Something changed after the preview and the effects are others than those you saw. Nothing was changed. Look at a new preview.",
  "reorganization.undone_before": "This was taken back on {on} already.",
  "reorganization.since.organizations":
    "Organisations concerned have changed or were used since, so this can't be taken back whole. Take the later change back first, or plan another one.",
  "reorganization.since.members":
    "Memberships or posts have changed since, so this can't be taken back whole. Plan another one.",
  "reorganization.since.duties":
    "Duties of the new organisations were discharged or fell due since, so this can't be taken back whole. Plan another one.",
  "reorganization.since.rights":
    "Rights of an account have changed since, so this can't be taken back whole. Change them back first, or plan another one.",
  "reorganization.since.other":
    "The new organisations have records or papers since, so this can't be taken back whole. Plan another one.",
} as const;
