import i18next from "i18next";
import { use } from "react";
import type { HomeSection } from "@/app/route";

const modules = import.meta.glob<HomeSection>("../*/home.tsx", { import: "section" });
type NounSection = HomeSection & { noun: string };
let loaded: Promise<NounSection[]> | undefined;

async function load(file: string, read: () => Promise<HomeSection>): Promise<NounSection> {
  const noun = file.split("/")[1] ?? "";
  const section = await read();
  await i18next.loadNamespaces([noun, ...(section.texts ?? [])]);
  return { ...section, noun };
}

/** The parts that the nouns have on the home page, in order. */
export function useSections(): NounSection[] {
  loaded ??= Promise.all(Object.entries(modules).map(([file, read]) => load(file, read))).then((sections) =>
    sections.sort((one, other) => one.order - other.order),
  );
  return use(loaded);
}
