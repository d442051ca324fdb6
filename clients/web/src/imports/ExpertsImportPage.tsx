import { ImportPage } from "./ImportPage";

export default function ExpertsImportPage() {
  return <ImportPage kind="experts" />;
}
