import type { ReactNode } from "react";

/** A page, or a part of one, that has nothing but a message and a way on. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="stack measure">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="row">{children}</div>
    </div>
  );
}
