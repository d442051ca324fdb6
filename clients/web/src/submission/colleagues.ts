import type { Member } from "./fields";

interface WithTeam {
  team: readonly Member[];
}

/** Everybody of these teams, each once, newest first. */
export function colleaguesOf(submissions: readonly WithTeam[]): Member[] {
  const all = submissions.flatMap(({ team }) => team).filter(({ displayName }) => displayName.trim() !== "");
  const keyOf = ({ displayName, unitName }: Member) => `${displayName}\n${unitName}`;
  const byKey = new Map(all.toReversed().map((member) => [keyOf(member), member]));
  const inOrder = [...new Set(all.map(keyOf))].flatMap((key) => byKey.get(key) ?? []);
  return inOrder.map(({ displayName, unitName, person }) => ({ displayName, unitName, person }));
}
