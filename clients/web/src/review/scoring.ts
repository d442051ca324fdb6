import type { Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import { Review_Recommendation } from "@/gen/redpeak/review/v1/review_pb";
import type { Review } from "@/gen/redpeak/review/v1/review_pb";

/** What an expert writes, as it is typed: points that are no number of the range yet are kept as text. */
export interface Draft {
  /** By the criterion's code; "" where nothing is given. */
  points: Record<string, string>;
  comments: Record<string, string>;
  recommendation: Review_Recommendation;
  toApplicant: string;
  toOfficers: string;
}

/** A criterion with at most this many points to choose from has them all as radio buttons. */
const choicesMax = 11;

export function draftOf(review: Pick<Review, "scores" | "recommendation" | "commentToApplicant" | "commentToOfficers">): Draft {
  const scored = review.scores;
  return {
    points: Object.fromEntries(scored.map(({ criterion, points }) => [criterion, points?.toString() ?? ""])),
    comments: Object.fromEntries(scored.map(({ criterion, comment }) => [criterion, comment])),
    recommendation: review.recommendation,
    toApplicant: review.commentToApplicant,
    toOfficers: review.commentToOfficers,
  };
}

type Range = Pick<Criterion, "pointsMin" | "pointsMax">;

/** The points that `text` stands for; undefined where it is none of the criterion's. */
export function pointsIn(criterion: Range, text: string | undefined): number | undefined {
  if (!text || !/^-?\d{1,6}$/.test(text.trim())) return undefined;
  const points = Number(text);
  return points >= criterion.pointsMin && points <= criterion.pointsMax ? points : undefined;
}

/** The points to choose from; none where there are too many, and a number is typed. */
export function choicesOf({ pointsMin, pointsMax }: Range): number[] {
  const count = pointsMax - pointsMin + 1;
  return count > choicesMax ? [] : Array.from({ length: count }, (_, step) => pointsMin + step);
}

/** Which points an anchor speaks of: from the one before it up to its own. */
export function bandsOf(criterion: Pick<Criterion, "pointsMin" | "anchors">): { from: number; to: number; text: string }[] {
  const sorted = [...criterion.anchors].sort((one, other) => one.points - other.points);
  return sorted.map(({ points, text }, at) => ({
    from: at === 0 ? criterion.pointsMin : (sorted[at - 1]?.points ?? 0) + 1,
    to: points,
    text,
  }));
}

/** What the server will seal as the total, 0 to 100: of what is scored so far; `weight` is how much that is of 100. */
export function totalOf(criteria: readonly Criterion[], draft: Draft): { total: number; weight: number } {
  let total = 0;
  let weight = 0;
  for (const criterion of criteria) {
    const points = pointsIn(criterion, draft.points[criterion.code]);
    const range = criterion.pointsMax - criterion.pointsMin;
    if (points === undefined || range <= 0) continue;
    total += (criterion.weight * (points - criterion.pointsMin)) / range;
    weight += criterion.weight;
  }
  return { total, weight };
}

export interface Gap {
  criterion?: Criterion;
  /** "range": points were typed that are none of the criterion's. */
  what: "points" | "range" | "comment" | "recommendation";
}

/** What is still missing before the review can be sealed, in the order of the sheet. */
export function gapsIn(criteria: readonly Criterion[], draft: Draft): Gap[] {
  const gaps: Gap[] = [];
  for (const criterion of criteria) {
    const typed = draft.points[criterion.code] ?? "";
    if (pointsIn(criterion, typed) === undefined) gaps.push({ criterion, what: typed.trim() ? "range" : "points" });
    if (!draft.comments[criterion.code]?.trim()) gaps.push({ criterion, what: "comment" });
  }
  if (draft.recommendation === Review_Recommendation.RECOMMENDATION_UNSPECIFIED) gaps.push({ what: "recommendation" });
  return gaps;
}

/** How many of the criteria have both points and a comment. */
export function countScored(criteria: readonly Criterion[], draft: Draft): number {
  const open = new Set(gapsIn(criteria, draft).map((gap) => gap.criterion?.code));
  return criteria.filter(({ code }) => !open.has(code)).length;
}

/** The part of a review that a draft is sent as. Points that are not the criterion's are left out. */
export function contentOf(criteria: readonly Criterion[], draft: Draft) {
  return {
    scores: criteria
      .map((criterion) => ({
        criterion: criterion.code,
        points: pointsIn(criterion, draft.points[criterion.code]),
        comment: draft.comments[criterion.code] ?? "",
      }))
      .filter(({ points, comment }) => points !== undefined || comment !== ""),
    recommendation: draft.recommendation,
    commentToApplicant: draft.toApplicant,
    commentToOfficers: draft.toOfficers,
  };
}

/** Whether two drafts would be sent as the same. */
export function isSame(criteria: readonly Criterion[], one: Draft, other: Draft): boolean {
  return JSON.stringify(contentOf(criteria, one)) === JSON.stringify(contentOf(criteria, other));
}
