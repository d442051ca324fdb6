import { addressOf, idOf, parentOf } from "@/api/resource";
import { type Message, Message_Kind as Kind } from "@/gen/redpeak/notifications/v1/message_pb";

/** The key of a message's text; that of any news where this client is older than the server. */
export function textKey({ kind }: Pick<Message, "kind">): string {
  return `kind.${Kind[kind] ?? "OTHER"}`;
}

/** What a message is about, in words. */
export function about(message: Pick<Message, "title" | "callTitle">): string {
  return message.title && message.callTitle ? `${message.title} · ${message.callTitle}` : message.title || message.callTitle;
}

const deskOf = (call: string) => `/desk/calls/${idOf(call)}`;

// Where what a message tells of is seen or done, if not at its subject's own page.
const places: Partial<Record<Kind, (message: Pick<Message, "subject" | "call">) => string>> = {
  [Kind.CALL_EXTENDED]: ({ subject }) => addressOf(subject),
  [Kind.ENDORSEMENT_AWAITED]: () => "/endorsements",
  [Kind.REVIEWS_ASSIGNED]: ({ subject }) => `/reviews?call=${subject}`,
  [Kind.REVIEWS_CANCELLED]: ({ subject }) => `/reviews?call=${subject}`,
  [Kind.REVIEWS_DUE]: ({ subject }) => `/reviews?call=${subject}`,
  [Kind.CALL_CLOSED]: ({ subject }) => `${deskOf(subject)}/formality`,
  [Kind.REVIEW_DECLINED]: ({ call }) => `${deskOf(call)}/assignment`,
  [Kind.REVIEWS_COMPLETE]: ({ subject }) => `${deskOf(subject)}/progress`,
  [Kind.OBJECTION_FILED]: ({ call }) => `${deskOf(call)}/notice`,
  [Kind.OBJECTION_ANSWERED]: ({ subject }) => addressOf(parentOf(subject)),
};

/** The page that a message leads to; "" where there is none. */
export function placeOf(message: Pick<Message, "kind" | "subject" | "call">): string {
  if (!message.subject) return "";
  return (places[message.kind] ?? (({ subject }) => addressOf(subject)))(message);
}

/** Messages by the day that they came, in the user's zone, in the order given. */
export function byDay<One>(messages: readonly One[], dayOf: (message: One) => string): { day: string; messages: One[] }[] {
  const days = new Map<string, One[]>();
  for (const message of messages) {
    const day = dayOf(message);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days].map(([day, of]) => ({ day, messages: of }));
}
