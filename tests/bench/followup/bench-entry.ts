// What the bench brings into the extension's worker: the analysis as the product has it, and the baseline.
import { analyseSlice } from "@/lib/followup/analyse-many";
import { holdsKeyword } from "./keyword-search";

(globalThis as Record<string, unknown>).followupBench = { analyseSlice, holdsKeyword };
