import i18next from "i18next";
import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Waiting } from "@/ui/Waiting";
import { pages } from "./nouns";
import { useDocumentTitle } from "./title";

type Page = (typeof pages)[number];
const AntdFrame = lazy(() => import("@/theme/AntdFrame"));
const DeskGate = lazy(() => import("@/shell/DeskGate"));

/** Loads a page with its texts. */
async function load(page: Page): Promise<{ default: ComponentType }> {
  const texts = [page.noun, ...(page.frame === "desk" ? ["terms"] : []), ...(page.texts ?? [])];
  const [module] = await Promise.all([page.page(), i18next.loadNamespaces(texts)]);
  return module;
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation(title.split(":")[0]);
  useDocumentTitle(t(title));
  return children;
}

/** The component of a page's route: its title, its rights, antd where it wants it, and the page. */
export function hostOf(page: Page): () => ReactNode {
  const Content = lazy(() => load(page));
  const content = page.antd ? (
    <AntdFrame>
      <Content />
    </AntdFrame>
  ) : (
    <Content />
  );
  const allowed = page.frame === "desk" ? <DeskGate roles={page.roles}>{content}</DeskGate> : content;
  return function Host() {
    return (
      <Suspense fallback={<Waiting />}>
        <Titled title={page.title}>{allowed}</Titled>
      </Suspense>
    );
  };
}
