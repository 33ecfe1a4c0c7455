import { LoaderCircle, Play } from "lucide-react";
import { type Ref, useMemo, useState } from "react";
import { i18n } from "#i18n";
import type { EditorProblem } from "@/components/json-editor/json-editor";
import { LazyJsonEditor } from "@/components/json-editor/lazy-json-editor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ToolListing } from "@/lib/tools/tool";
import { callProblems } from "./call-problem-text";
import { callSchema } from "./call-schema";
import { type ConsoleRequest, longestCall, readCall } from "./read-call";
import { useSettled } from "./use-settled";

const calmMs = 900;

type CallEditorProps = {
	text: string;
	change(text: string): void;
	/** Undefined until they are known. */
	tools: readonly ToolListing[] | undefined;
	/** What the last answer said is wrong with this very text. */
	marks: readonly EditorProblem[];
	running: boolean;
	run(request: ConsoleRequest): void;
	runButton: Ref<HTMLButtonElement>;
};

/** Where a call is written and run. What keeps it from being run is said once the typing has come to rest. */
export function CallEditor({ text, change, tools, marks, running, run, runButton }: CallEditorProps) {
	const [tried, setTried] = useState<string>();
	const names = useMemo(() => tools?.map(({ name }) => name), [tools]);
	const read = useMemo(() => readCall(text, names), [text, names]);
	const submit = () => {
		setTried(text);
		if (read.ok && !running) run(read.value);
	};
	return (
		<>
			<LazyJsonEditor
				label={i18n.t("settings.console.editor")}
				value={text}
				change={change}
				problemsOf={(written) => {
					const call = readCall(written, names);
					return call.ok || written.trim() === "" ? [] : callProblems(written, call.failure);
				}}
				marks={marks}
				schemaFor={(written) => tools && callSchema(written, tools)}
				submit={submit}
				longest={longestCall}
				minHeight="10rem"
			/>
			<div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
				<Button ref={runButton} look="primary" disabled={running} onClick={submit}>
					{running ? <LoaderCircle aria-hidden className="animate-spin" /> : <Play aria-hidden />}
					{i18n.t("settings.console.run")}
				</Button>
				<p className="min-w-0 flex-1 basis-60 text-[0.93rem] text-ink-soft">
					{i18n.t("settings.console.keys")}
				</p>
			</div>
			<div aria-live="polite">
				{read.ok && read.value.kind === "rpc" && (
					<p className="mt-3 text-[0.93rem] text-ink-soft">{i18n.t("settings.console.isRpc")}</p>
				)}
				{!read.ok && (
					<Problems problems={callProblems(text, read.failure)} text={text} tried={tried === text} />
				)}
			</div>
		</>
	);
}

type ProblemsProps = { problems: readonly EditorProblem[]; text: string; tried: boolean };

function Problems({ problems, text, tried }: ProblemsProps) {
	const settled = useSettled(text, calmMs);
	const lines = problems.map(({ message, offset }) => <p key={`${offset} ${message}`}>{message}</p>);
	if (tried)
		return (
			<Notice tone="bad" className="mt-3" title={i18n.t("settings.console.notRun")}>
				{lines}
			</Notice>
		);
	if (!settled || text.trim() === "") return null;
	return <div className="mt-3 break-words text-[0.93rem] text-ink-soft">{lines}</div>;
}
