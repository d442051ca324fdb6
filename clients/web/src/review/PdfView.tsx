import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Document, Page, pdfjs } from "react-pdf";
import "react-pdf/dist/Page/TextLayer.css";
import { EmptyState } from "@/ui/EmptyState";
import { Waiting } from "@/ui/Waiting";
import styles from "./PdfView.module.css";

declare const __PDF_PARTS__: string; // where the build keeps what pdf.js fetches by name

// A worker of a file has the policy of that file, which lets it fetch nothing; one of a blob has that of the page.
const worker = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();
const start = new Blob([`import ${JSON.stringify(worker)};`], { type: "text/javascript" });
pdfjs.GlobalWorkerOptions.workerSrc = URL.createObjectURL(start);
const parts = new URL(__PDF_PARTS__, location.origin).toString();
const options = {
  cMapUrl: `${parts}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${parts}standard_fonts/`,
  wasmUrl: `${parts}wasm/`,
  iccUrl: `${parts}iccs/`,
};

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]; // 1 is the width of the view
const a4 = 1.414; // how high a page is before its size is known
const nearby = "800px";
const borders = 2; // px of a page, left and right

/** The width of an element, and whether it is near what can be seen. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const sized = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width) - borders));
    if (element.current) sized.observe(element.current);
    return () => sized.disconnect();
  }, []);
  return { element, width };
}

// Pages far from view are not drawn: some files have hundreds.
function LazyPage({ number, width, label, onSeen }: { number: number; width: number; label: string; onSeen: (number: number) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [ratio, setRatio] = useState(a4);
  const seen = useRef(onSeen);
  useEffect(() => void (seen.current = onSeen));
  useEffect(() => {
    const close = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: nearby });
    const middle = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(number), { rootMargin: "-50% 0px" });
    for (const observer of [close, middle]) if (box.current) observer.observe(box.current);
    return () => [close, middle].forEach((observer) => observer.disconnect());
  }, [number]);
  return (
    <div ref={box} className={styles.page} style={{ width: width + borders, minHeight: width * ratio }} aria-label={label} role="group">
      {near && (
        <Page
          pageNumber={number}
          width={width}
          renderAnnotationLayer={false}
          loading={null}
          onLoadSuccess={(page) => setRatio(page.originalHeight / page.originalWidth)}
        />
      )}
    </div>
  );
}

/** A PDF in view: fitted to the width, zoomed in steps, with text that can be marked and found. */
export default function PdfView({ url, label }: { url: string; label: string }) {
  const { t } = useTranslation("review");
  const { element, width } = useWidth();
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(1);
  const [zoom, setZoom] = useState(zooms.indexOf(1));
  const open = (
    <a href={url} target="_blank" rel="noreferrer" className="button compact">
      {t("pdf.open")}
    </a>
  );
  const failed = <EmptyState title={t("pdf.failed")} text={t("pdf.failedText")} action={open} />;
  const pageWidth = Math.floor(width * (zooms[zoom] ?? 1));
  return (
    <section className={styles.view} aria-label={label}>
      <div className={styles.tools}>
        <span className="number" role="status">
          {count > 0 && t("pdf.page", { page: current, count })}
        </span>
        <span className="row">
          <button type="button" className="button compact" aria-label={t("pdf.smaller")} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            −
          </button>
          <span className="number small">{Math.round((zooms[zoom] ?? 1) * 100)}%</span>
          <button type="button" className="button compact" aria-label={t("pdf.larger")} disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
            +
          </button>
          {open}
        </span>
      </div>
      <div ref={element} className={styles.pages} tabIndex={0} role="region" aria-label={t("pdf.pages", { label })}>
        <Document file={url} options={options} loading={<Waiting lines={12} />} error={failed} onLoadSuccess={(pdf) => setCount(pdf.numPages)}>
          {width > 0 &&
            Array.from({ length: count }, (_, at) => (
              <LazyPage key={at} number={at + 1} width={pageWidth} label={t("pdf.page", { page: at + 1, count })} onSeen={setCurrent} />
            ))}
        </Document>
      </div>
    </section>
  );
}
