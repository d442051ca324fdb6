import MarkdownToJsx from "markdown-to-jsx";
import { Fragment } from "react";

/** What somebody wrote in Markdown, as elements; HTML in it stays text, and addresses of scripts are dropped. */
export function Markdown({ text }: { text: string }) {
  const overrides = { h1: "h2", img: () => null } as const;
  return (
    <div className="prose">
      <MarkdownToJsx options={{ disableParsingRawHTML: true, forceBlock: true, wrapper: Fragment, overrides }}>{text}</MarkdownToJsx>
    </div>
  );
}
