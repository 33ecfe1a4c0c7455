import { useRef, useState } from "react";
import { useApplyImport, usePlanImport } from "@/components/hooks/use-settings-file";
import type { Result } from "@/lib/core/result";
import type { ImportPlan } from "@/lib/settings/export-file";
import type { ImportProblem } from "./import-failure-text";
import {
	checkUnchanged,
	type ImportSource,
	parseSource,
	readFile,
	type SourceFailure,
} from "./import-source";

/** What an import would do, as it is shown. */
export type ShownPlan = {
	source: ImportSource;
	/** The file's content. */
	file: unknown;
	plan: Omit<ImportPlan, "settings">;
	/** The settings were changed while an earlier plan was looked at, and this is a new one. */
	again: boolean;
};

/** The steps of an import: a source is read, its plan is shown, and just that is applied. */
export function useImport(imported: (plan: ShownPlan) => void) {
	const [problem, setProblem] = useState<ImportProblem>();
	const [shown, setShown] = useState<ShownPlan>();
	const planImport = usePlanImport();
	const applyImport = useApplyImport();
	/** Whoever chooses another file while one is read means the other. */
	const latest = useRef(0);

	const refuse = (failure: ImportProblem) => {
		setShown(undefined);
		setProblem(failure);
	};

	async function look(reading: Promise<Result<ImportSource, SourceFailure>>, again = false): Promise<void> {
		const turn = ++latest.current;
		setProblem(undefined);
		const source = await reading;
		const parsed = source.ok ? parseSource(source.value) : source;
		if (turn !== latest.current) return;
		if (!parsed.ok) return refuse(parsed.failure);
		const planned = await planImport.mutateAsync(parsed.value);
		if (turn !== latest.current || !source.ok) return;
		if (planned.ok) setShown({ source: source.value, file: parsed.value, plan: planned.value, again });
		else refuse(isStoredData(parsed.value) ? { reason: "stored-data" } : planned.failure);
	}

	async function apply(): Promise<void> {
		if (!shown) return;
		const { source, file, plan } = shown;
		const unchanged = await checkUnchanged(source);
		if (!unchanged.ok) return refuse(unchanged.failure);
		const applied = await applyImport.mutateAsync({ file, fingerprint: plan.fingerprint });
		if (!applied.ok && applied.failure.reason === "settings-changed")
			return look(Promise.resolve({ ok: true, value: source }), true);
		if (!applied.ok) return refuse(applied.failure);
		setShown(undefined);
		imported(shown);
	}

	return {
		problem,
		shown,
		lookAtFile: (file: File) => look(readFile(file)),
		lookAtText: (text: string) => look(Promise.resolve({ ok: true, value: { text } })),
		apply,
		applying: applyImport.isPending,
		cancel: () => {
			latest.current++;
			setShown(undefined);
			setProblem(undefined);
		},
	};
}

const isStoredData = (file: unknown) => (file as { format?: unknown } | null)?.format === "chatside-data";
