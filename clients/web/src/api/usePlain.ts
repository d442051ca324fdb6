import { useCallback, useEffect, useState } from "react";
import { callPlain } from "./plain";
import { type Refusal, toRefusal } from "./refusal";

/** What a plain page draws from: nothing yet, an answer, or why there is none. */
export interface PlainAnswer<Answer> {
  answer?: Answer;
  refusal?: Refusal;
  again: () => void;
}

/** Reads by callPlain when the page appears, and anew when the method or the request changes. */
export function usePlain<Answer>(method: string, request: object): PlainAnswer<Answer> {
  const [state, setState] = useState<{ answer?: Answer; refusal?: Refusal }>({});
  const [turn, setTurn] = useState(0);
  const body = JSON.stringify(request);
  useEffect(() => {
    const controller = new AbortController();
    callPlain<Answer>(method, JSON.parse(body) as object, { signal: controller.signal }).then(
      (answer) => setState({ answer }),
      (error: unknown) => controller.signal.aborted || setState({ refusal: toRefusal(error) }),
    );
    return () => controller.abort();
  }, [method, body, turn]);
  return { ...state, again: useCallback(() => setTurn((one) => one + 1), []) };
}
