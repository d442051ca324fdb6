import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";

export type Language = "zh-CN" | "en";
export const languages: readonly Language[] = ["zh-CN", "en"];
const storageKey = "redpeak.language";

type Texts = Record<string, unknown>;
// A catalogue a folder: src/call/zh-CN.json is the namespace "call"; src/gen adds "errors" and "terms".
const catalogues = import.meta.glob<Texts>(["../*/{zh-CN,en}.json", "../gen/*/{zh-CN,en}.json"], {
  import: "default",
});

async function readCatalogue(language: string, namespace: string): Promise<Texts> {
  const file = `/${namespace}/${language}.json`;
  const path = Object.keys(catalogues).find((one) => one.endsWith(file));
  return path ? ((await catalogues[path]?.()) ?? {}) : {};
}

const lazily: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    readCatalogue(language, namespace).then(
      (texts) => done(null, texts),
      (error: Error) => done(error, null),
    );
  },
};

/** The language that was chosen, or the browser's if it is English, or Chinese. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === "en" || chosen === "zh-CN") return chosen;
  return navigator.languages[0]?.startsWith("en") ? "en" : "zh-CN";
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "zh-CN";
}

/** What messages to the server and addresses of sheets call the language. */
export function serverLanguage(): "zh" | "en" {
  return currentLanguage() === "en" ? "en" : "zh";
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}

export async function startI18n(language: Language = firstLanguage()): Promise<void> {
  i18next.on("languageChanged", (changed) => (document.documentElement.lang = changed));
  await i18next.use(lazily).use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: languages,
    load: "currentOnly",
    ns: ["ui", "errors"],
    defaultNS: "ui",
    interpolation: { escapeValue: false }, // React escapes
  });
}
