import { Trash2 } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useCallHistory } from "@/components/hooks/use-call-history";
import { useRunCall } from "@/components/hooks/use-console";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useToolList } from "@/components/hooks/use-tool-list";
import type { EditorProblem } from "@/components/json-editor/json-editor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { madeCall } from "@/lib/tools/call-history";
import { examples } from "@/lib/tools/examples";
import { SettingsSection } from "../settings-section";
import { AnswerView, mostIssues } from "./answer-view";
import { CallEditor } from "./call-editor";
import { ExampleList } from "./example-list";
import { HistoryList } from "./history-list";
import { issuePlace } from "./issue-place";
import { confirmed, readAnswer } from "./read-answer";
import type { ConsoleRequest } from "./read-call";

const written = (call: unknown) => JSON.stringify(call, null, 2);
const noMarks: readonly EditorProblem[] = [];

/** Tool calls by hand: written, run and answered as those of any other caller. */
export default function ConsolePage() {
	const tools = useToolList().data;
	const [text, setText] = useState(() => written(examples[0].call));
	const runButton = useRef<HTMLButtonElement>(null);
	const history = useCallHistory();
	const grant = useGrant();
	const runCall = useRunCall(({ id, request, response, durationMs }) => {
		const { name, outcome } = readAnswer({ request, response });
		const call = request.kind === "call" ? request.call : request.message;
		void history.add(madeCall({ id, call, name, outcome, at: Date.now(), durationMs }));
	});
	const made = runCall.data;
	const answer = useMemo(() => made && readAnswer(made), [made]);
	// What an answer says is wrong is wrong with the text it was given for, and with no other.
	const places = useMemo(
		() =>
			made && answer && made.text === text
				? answer.issues.slice(0, mostIssues).map((issue) => ({
						...issuePlace(made.text, made.request, issue.path),
						message: issue.message,
					}))
				: undefined,
		[made, answer, text],
	);
	const run = (request: ConsoleRequest, from = text) => runCall.mutate({ text: from, request });
	const load = (loaded: string) => {
		setText(loaded);
		runCall.reset();
		// From here Enter runs it.
		runButton.current?.focus();
	};
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.console.intro")}</p>
			<div className="mb-5 rounded-2xl border border-line bg-surface p-5">
				<CallEditor
					text={text}
					change={setText}
					tools={tools}
					marks={places ?? noMarks}
					running={runCall.isPending}
					run={run}
					runButton={runButton}
				/>
			</div>
			<div aria-live="polite">
				{runCall.isError && (
					<Notice tone="bad" className="mb-5" title={i18n.t("settings.console.answer.none")}>
						{runCall.error.message}
					</Notice>
				)}
				{made && answer && (
					<SettingsSection anchor="answer" title={i18n.t("settings.console.answer.title")}>
						<AnswerView
							key={made.id}
							id={made.id}
							answer={answer}
							raw={made.response}
							durationMs={made.durationMs}
							change={made.change}
							lines={places?.map(({ line }) => line)}
							confirm={() => run(confirmed(made.request), made.text)}
							grant={async (origin) => {
								if (await grant.mutateAsync(origin)) run(made.request, made.text);
							}}
						/>
					</SettingsSection>
				)}
			</div>
			<SettingsSection
				anchor="examples"
				title={i18n.t("settings.console.examples.title")}
				intro={i18n.t("settings.console.examples.intro")}
			>
				<ExampleList load={(call) => load(written(call))} />
			</SettingsSection>
			<SettingsSection
				anchor="calls"
				title={i18n.t("settings.console.history.title")}
				intro={i18n.t("settings.console.history.intro")}
			>
				{history.calls.length === 0 ? (
					<p className="text-ink-soft">{i18n.t("settings.console.history.empty")}</p>
				) : (
					<>
						<HistoryList calls={history.calls} load={load} />
						<Button size="small" className="mt-3" onClick={() => void history.clear()}>
							<Trash2 aria-hidden />
							{i18n.t("settings.console.history.clear")}
						</Button>
					</>
				)}
			</SettingsSection>
		</>
	);
}
