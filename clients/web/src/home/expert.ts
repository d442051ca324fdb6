import { createClient } from "@connectrpc/connect";
import { idOf } from "@/api/resource";
import { transport } from "@/api/transport";
import { type Review, Review_State as State } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { readMax } from "./clients";
import { dateIf, earliest, type Figure, noWork, type Task, type Work } from "./work";

type Own = Pick<Review, "call" | "state" | "dueTime">;

const kinds: [kind: Task["kind"], state: State][] = [
  ["answerReviews", State.ASSIGNED],
  ["review", State.ACCEPTED],
];

/** Of each call: how many reviews wait for an answer, and how many to be done; by the first day that is due. */
export function expertTasks(reviews: readonly Own[], titles: ReadonlyMap<string, string>): Task[] {
  const calls = [...new Set(reviews.map((review) => review.call))];
  return calls.flatMap((call) =>
    kinds.flatMap(([kind, state]): Task[] => {
      const some = reviews.filter((review) => review.call === call && review.state === state);
      if (some.length === 0) return [];
      const due = earliest(some.map(({ dueTime }) => dateIf(dueTime)));
      return [{ key: `${kind} ${call}`, kind, count: some.length, about: titles.get(call), due, link: `/reviews?call=${call}` }];
    }),
  );
}

function figures(reviews: readonly Own[], more: boolean): Figure[] {
  const done = reviews.filter((review) => review.state === State.SUBMITTED).length;
  return [{ key: "reviewsDone", value: done, more, link: "/reviews" }];
}

const reviewing = createClient(ReviewService, transport);

/** `titles`: of calls, by name. `person`: people/{person}, whose id is the expert's. */
export async function expertWork(person: string, titles: ReadonlyMap<string, string>): Promise<Work> {
  const answer = await reviewing.listReviews({ expert: `experts/${idOf(person)}`, pageSize: 10 * readMax });
  return {
    ...noWork,
    tasks: expertTasks(answer.reviews, titles),
    figures: answer.reviews.length > 0 ? figures(answer.reviews, answer.nextPageToken !== "") : [],
  };
}
