import { LoaderCircle, Square } from "lucide-react";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { costText } from "@/components/format/cost";
import { useFormat } from "@/components/format/use-format";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { type Answer, draftOf, isRunning } from "@/lib/assistant/answer";
import { answerOf, type RunStep } from "@/lib/assistant/run";
import { AnswerText } from "./answer-text";
import { ApprovalCard } from "./approval-card";
import { CallItem } from "./call-item";
import { Draft } from "./draft";
import { EarlierDraft } from "./earlier-draft";
import { EndNotice } from "./end-notice";
import { Outdated } from "./outdated";
import { ownTitle, statusText, taskTitle } from "./run-status";

export type AnswerCommands = {
	stop(): void;
	retry(): void;
	edit(text: string): void;
	insert(text: string): void;
	takeUp(answer: number): void;
	approve(approval: string): void;
	refuse(approval: string): void;
};

type AnswerViewProps = {
	answer: Answer;
	/** The customer wrote since it was begun. */
	isOutdated: boolean;
	inserting: boolean;
	commands: AnswerCommands;
};

/** One answer while it comes to be and once it is there: what was called, what was said, and what it took. */
export function AnswerView({ answer, isOutdated, inserting, commands }: AnswerViewProps) {
	const running = isRunning(answer);
	const { run, task, withoutFacts, withoutFunctions } = answer;
	const text = answerOf(run);
	const before = text === "" ? run.steps : run.steps.slice(0, -1);
	const isDraft = task.kind === "suggest" && !running && text !== "";
	return (
		<section aria-label={taskTitle(task)} className="space-y-2.5">
			<header className="flex min-h-7 items-center gap-2">
				<h2 className="line-clamp-3 min-w-0 flex-1 break-words font-semibold">{taskTitle(task)}</h2>
				{running && (
					<Button size="small" onClick={commands.stop}>
						<Square aria-hidden className="fill-current" />
						{i18n.t("assistantTab.stop")}
					</Button>
				)}
			</header>
			{withoutFacts && (
				<Notice tone="warn" title={i18n.t("assistantTab.withoutFacts")}>
					{failureText(withoutFacts).text}
				</Notice>
			)}
			{withoutFunctions && (
				<p className="text-[0.86rem] text-ink-soft">{i18n.t("assistantTab.withoutFunctions")}</p>
			)}
			{before.length > 0 && (
				<ol className="space-y-2" aria-label={i18n.t("assistantTab.steps")}>
					{before.map((step) => (
						<li key={step.key}>
							<Step step={step} answer={answer} commands={commands} />
						</li>
					))}
				</ol>
			)}
			{isDraft ? (
				<>
					{isOutdated && <Outdated name={answer.chat.title} again={commands.retry} />}
					<Draft
						text={draftOf(answer)}
						inserting={inserting}
						edit={commands.edit}
						insert={() => commands.insert(draftOf(answer))}
					/>
				</>
			) : (
				text !== "" && <AnswerText text={text} />
			)}
			<p role="status" className="flex items-center gap-2 text-[0.86rem] text-ink-soft empty:hidden">
				{running && (
					<>
						<LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin" />
						<span className="min-w-0 break-words">{statusText(answer)}</span>
					</>
				)}
			</p>
			{!running && (
				<>
					<EndNotice answer={answer} retry={commands.retry} />
					<div className="flex items-center gap-1.5 empty:hidden">
						<Usage answer={answer} />
						{!isDraft && text !== "" && (
							<span className="ml-auto">
								<CopyButton text={text} what={i18n.t("assistantTab.draft.what")} />
							</span>
						)}
					</div>
					{answer.earlier.map((one) => (
						<EarlierDraft key={one.id} answer={one} takeUp={() => commands.takeUp(one.id)} />
					))}
				</>
			)}
		</section>
	);
}

type StepProps = { step: RunStep; answer: Answer; commands: AnswerCommands };

function Step({ step, answer, commands }: StepProps) {
	if (step.type === "text")
		return <p className="whitespace-pre-wrap break-words text-[0.93rem] text-ink-soft">{step.text.trim()}</p>;
	const { progress } = step;
	if (progress.state === "waiting") {
		const { approval } = progress.request;
		return (
			<ApprovalCard
				key={approval}
				request={progress.request}
				approve={() => commands.approve(approval)}
				refuse={() => commands.refuse(approval)}
			/>
		);
	}
	return (
		<CallItem
			title={ownTitle(answer, step.name)}
			name={step.name}
			given={step.arguments}
			progress={progress}
		/>
	);
}

function Usage({ answer: { run, cost } }: { answer: Answer }) {
	const format = useFormat();
	if (!run.usage) return null;
	const { inputTokens, outputTokens } = run.usage;
	const tokens = i18n.t("assistantTab.usage.tokens", [
		format.number(inputTokens),
		format.number(outputTokens),
	]);
	const counted = run.usage.estimated ? i18n.t("assistantTab.usage.estimated", [tokens]) : tokens;
	return (
		<p data-testid="usage" className="min-w-0 text-[0.86rem] text-ink-soft tabular-nums">
			{cost === null ? counted : `${counted} · ${costText(cost, format.locale)}`}
		</p>
	);
}
