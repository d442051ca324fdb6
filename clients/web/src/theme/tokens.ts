/** The colours of theme.css, for what cannot read CSS variables: antd's derived colours, and charts. */
export interface Colours {
  page: string;
  surface: string;
  raised: string;
  text: string;
  quiet: string;
  line: string;
  control: string;
  primary: string;
  primaryStrong: string;
  onPrimary: string;
  error: string;
  /** Texts and fills of the five tones of a status. */
  tones: Record<"neutral" | "info" | "good" | "warning" | "bad", { text: string; fill: string }>;
}

export const light: Colours = {
  page: "#f5f6f8",
  surface: "#ffffff",
  raised: "#eef1f4",
  text: "#1b1f24",
  quiet: "#525b66",
  line: "#d9dee5",
  control: "#7b8592",
  primary: "#1a56b0",
  primaryStrong: "#13448d",
  onPrimary: "#ffffff",
  error: "#b3261e",
  tones: {
    neutral: { text: "#424b55", fill: "#eceff2" },
    info: { text: "#17498f", fill: "#e7f0fb" },
    good: { text: "#17603a", fill: "#e4f4ea" },
    warning: { text: "#7d4a00", fill: "#fff2d9" },
    bad: { text: "#a3211a", fill: "#fdebe9" },
  },
};

export const dark: Colours = {
  page: "#0f1215",
  surface: "#171b20",
  raised: "#22272e",
  text: "#e6e9ed",
  quiet: "#a7b0bb",
  line: "#2f3740",
  control: "#76818e",
  primary: "#7eb0f5",
  primaryStrong: "#a5c8f9",
  onPrimary: "#0c1a2e",
  error: "#ff9d94",
  tones: {
    neutral: { text: "#c9d0d8", fill: "#2a3037" },
    info: { text: "#9cc4f8", fill: "#14293f" },
    good: { text: "#8fd6a8", fill: "#143222" },
    warning: { text: "#f0c274", fill: "#3a2c0f" },
    bad: { text: "#ffada5", fill: "#43201d" },
  },
};

/** Of series in a chart, in this order; told apart by patterns as well. */
export const series = {
  light: ["#1a56b0", "#b35900", "#1f7a4d", "#7a3fa0", "#a3211a", "#44505c"],
  dark: ["#7eb0f5", "#f0a860", "#7fd0a3", "#cba2ea", "#ff9d94", "#b8c2cd"],
};

export const fontFamily =
  '-apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
