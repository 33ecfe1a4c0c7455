import { Check, CircleCheck, KeyRound, Undo2 } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useUndoChange } from "@/components/hooks/use-settings-overview";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { settingsFailureText } from "../settings-failure-text";
import type { CallAnswer } from "./read-answer";

type AnswerViewProps = {
	answer: CallAnswer;
	/** The answer as it came, to be copied. */
	raw: unknown;
	durationMs: number;
	/** Tells this call from others. */
	id: string;
	/** The change of the settings the call made, by its id in their history. */
	change: number | undefined;
	/** Lines of the refused arguments in the editor, in the order of the issues; undefined once its text is another. */
	lines: readonly number[] | undefined;
	confirm(): void;
	/** Asks for the host that is missing, and runs the call again. */
	grant(origin: string): void;
};

/** What a call came to: how it ended, what the tool says, its data, and every argument that was refused. */
export function AnswerView({ answer, raw, durationMs, id, change, lines, confirm, grant }: AnswerViewProps) {
	const { number } = useFormat();
	const { name, outcome, code, data } = answer;
	const state = code === undefined ? `isError: ${outcome === "failed"}` : `${code}`;
	return (
		<>
			<p
				data-call={id}
				className="mb-3 flex flex-wrap items-center gap-x-2 text-[0.93rem] text-ink-soft tabular-nums"
			>
				<code className="break-all text-ink">{name}</code>
				<span aria-hidden>·</span>
				<code>{state}</code>
				<span aria-hidden>·</span>
				<span>{number(Math.round(durationMs))} ms</span>
				<CopyButton text={JSON.stringify(raw, null, 2)} what={i18n.t("settings.console.answer.whole")} />
			</p>
			<Sentence answer={answer} lines={lines} confirm={confirm} grant={grant} />
			{change !== undefined && <UndoChange change={change} />}
			{data !== undefined && (
				<div className="mt-3">
					<CodeBlock
						label={i18n.t("settings.console.answer.data")}
						code={JSON.stringify(data, null, 2)}
						className="max-h-[28rem]"
					/>
				</div>
			)}
		</>
	);
}

function Sentence({
	answer,
	lines,
	confirm,
	grant,
}: Omit<AnswerViewProps, "durationMs" | "raw" | "id" | "change">) {
	const { outcome, sentence, permission } = answer;
	switch (outcome) {
		case "done":
			return (
				sentence && (
					<div className="flex items-start gap-1.5">
						<CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-good" />
						<p className="min-w-0 whitespace-pre-line break-words">{sentence}</p>
					</div>
				)
			);
		case "unconfirmed":
			return (
				<Notice
					tone="warn"
					title={i18n.t("settings.console.answer.unconfirmed")}
					action={
						<Button size="small" onClick={confirm}>
							<Check aria-hidden />
							{i18n.t("settings.console.confirm")}
						</Button>
					}
				>
					<p className="whitespace-pre-line">{sentence}</p>
				</Notice>
			);
		case "failed":
			return (
				<Notice
					tone="bad"
					title={i18n.t("settings.console.answer.failed")}
					action={
						permission && (
							<Button size="small" onClick={() => grant(permission)}>
								<KeyRound aria-hidden />
								{i18n.t("failures.grant")}
							</Button>
						)
					}
				>
					<p className="whitespace-pre-line">{sentence}</p>
				</Notice>
			);
		case "refused":
			return (
				<Notice tone="bad" title={i18n.t("settings.console.answer.refused")}>
					{answer.issues.length > 0 ? <Issues issues={answer.issues} lines={lines} /> : <p>{sentence}</p>}
				</Notice>
			);
	}
}

/** Takes back what the call has changed, and says so, or why that is not possible. */
function UndoChange({ change }: { change: number }) {
	const undo = useUndoChange();
	if (undo.data?.ok)
		return <p className="mt-2 text-[0.93rem] text-ink-soft">{i18n.t("settings.console.answer.undone")}</p>;
	return (
		<div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
			<Button size="small" disabled={undo.isPending} onClick={() => undo.mutate(change)}>
				<Undo2 aria-hidden />
				{i18n.t("settings.undo")}
			</Button>
			{undo.data && !undo.data.ok && (
				<p className="text-[0.93rem] text-bad">{settingsFailureText(undo.data.failure)}</p>
			)}
		</div>
	);
}

/** More than can be read is no help. */
export const mostIssues = 50;

function Issues({ issues, lines }: Pick<AnswerViewProps, "lines"> & Pick<CallAnswer, "issues">) {
	return (
		<ul className="space-y-0.5">
			{issues.slice(0, mostIssues).map(({ path, message }, index) => (
				<li key={`${path} ${message}`}>
					{path && (
						<>
							<code className="break-all font-medium">{path}</code>{" "}
						</>
					)}
					{lines?.[index] !== undefined && (
						<span className="text-ink-soft">{i18n.t("settings.console.answer.line", [lines[index]])} </span>
					)}
					{message}
				</li>
			))}
			{issues.length > mostIssues && (
				<li>{i18n.t("settings.console.answer.moreIssues", [issues.length - mostIssues])}</li>
			)}
		</ul>
	);
}
