import type { Role } from "../identity/things.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { Post } from "./things.ts";

/** A post of the team that an election replaces. */
export type TeamPost = {
  readonly id: string;
  readonly personId: string;
  readonly post: Post;
  /** The role that its holder was granted and that goes with it; null: none. */
  readonly role: Role | null;
  /** Another post of the holder there, beyond this team, carries the same role on. */
  readonly carriedOn: boolean;
};

/**
 * What ends with an old team where these of its posts go on (连任): each other post, and its role unless another post of its
 * holder there carries the same one.
 */
export function endingWith<P extends TeamPost>(
  team: readonly P[],
  staying: ReadonlySet<string>,
): { post: P; roleEnds: boolean }[] {
  const goesOn = team.filter(({ id }) => staying.has(id));
  return team
    .filter(({ id }) => !staying.has(id))
    .map((post) => ({
      post,
      roleEnds:
        post.role !== null &&
        !post.carriedOn &&
        !goesOn.some(({ personId, role }) => personId === post.personId && role === post.role),
    }));
}

/** Why these posts can't end with the old team, or null: one isn't a post of it, as when it was ended meanwhile. */
export function endingRefusal(ending: readonly string[], team: readonly { readonly id: string }[]): Refusal | null {
  const known = new Set(team.map(({ id }) => id));
  return ending.every((id) => known.has(id)) ? null : refuse("term.team_changed", {}, "ending");
}
