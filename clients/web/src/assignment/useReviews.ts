import { type Review, Review_State } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { useRows } from "@/ui/useRows";

const pageRows = 1000;

/** All reviews of a call, whatever became of them; `whole`: the last one has come. */
export function useReviews(call: string): { reviews: Review[]; whole: boolean } {
  const source = { method: ReviewService.method.listReviews, request: { call }, rowsOf: (answer: { reviews: Review[] }) => answer.reviews };
  const list = useRows(source, pageRows, true);
  return { reviews: list.rows, whole: !list.first && !list.more };
}

const live: readonly Review_State[] = [Review_State.ASSIGNED, Review_State.ACCEPTED, Review_State.SUBMITTED];
export const isLive = (review: Review) => live.includes(review.state);
