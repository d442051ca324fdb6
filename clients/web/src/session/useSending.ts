import { type FormEvent, useState } from "react";
import { type Refusal, toRefusal } from "@/api/refusal";

/** A form's sending: one at a time, with what it was refused for. */
export function useSending(send: () => Promise<unknown>): {
  onSubmit: (event: FormEvent) => void;
  sending: boolean;
  refusal: Refusal | undefined;
} {
  const [state, setState] = useState<{ sending: boolean; refusal?: Refusal }>({ sending: false });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (state.sending) return;
    setState({ sending: true });
    send().then(
      () => setState({ sending: false }),
      (error: unknown) => setState({ sending: false, refusal: toRefusal(error) }),
    );
  };
  return { onSubmit, sending: state.sending, refusal: state.refusal };
}
