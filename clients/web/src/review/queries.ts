import { useSuspenseQuery } from "@connectrpc/connect-query";
import { useMe } from "@/api/me";
import { idOf } from "@/api/resource";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";

const reviewsMax = 1000; // an expert has at most 200 in a call
const callFreshMs = 5 * 60_000;

/** One's own name as an expert. */
export function useMyExpert(): string {
  return `experts/${idOf(useMe().person?.name ?? "")}`;
}

export function useMyReviews() {
  return useSuspenseQuery(ReviewService.method.listReviews, { expert: useMyExpert(), pageSize: reviewsMax }).data.reviews;
}

/** The review, and the call that says how to score. */
export function useReview(name: string) {
  const review = useSuspenseQuery(ReviewService.method.getReview, { name }).data;
  return { review, call: useCall(review.call) };
}

export function useCall(name: string) {
  return useSuspenseQuery(CallsService.method.getCall, { name }, { staleTime: callFreshMs }).data;
}

/** The submission as the reviewer may see it. */
export function useBlindSubmission(review: string) {
  return useSuspenseQuery(ReviewService.method.readSubmission, { name: review }, { staleTime: callFreshMs }).data;
}
