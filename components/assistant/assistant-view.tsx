import { Sparkles } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { useAssistant, useWrittenSince } from "@/components/hooks/use-assistant";
import { type Insertion, useInsert } from "@/components/hooks/use-insert";
import { InsertOutcome } from "@/components/products/insert-outcome";
import { isRunning, waitingIn } from "@/lib/assistant/answer";
import type { OpenConversation } from "@/lib/assistant/session";
import type { Task } from "@/lib/assistant/task";
import { AnswerView } from "./answer-view";
import { SeenPart } from "./seen-part";
import { TaskBar } from "./task-bar";

type AssistantViewProps = {
	tabId: number;
	/** Undefined while no conversation with one person is open; then `children` are shown. */
	open: OpenConversation | undefined;
	/** How many of the last messages it sees. */
	messages: number;
	/** The number of the page's last report. */
	sequence: number;
	/** Told how many calls wait for a person. */
	waiting(calls: number): void;
	children: ReactNode;
};

/** The assistant of the open conversation. What it answered in others is kept, and there again when one comes back. */
export function AssistantView(props: AssistantViewProps) {
	const { tabId, open, messages, sequence, waiting, children } = props;
	const { session, answer } = useAssistant(tabId, open);
	const insert = useInsert(tabId);
	const [last, setLast] = useState<Insertion & { conversation: string }>();
	const isOutdated = useWrittenSince(tabId, answer, sequence);
	const waitingCalls = answer ? waitingIn(answer) : 0;
	useEffect(() => waiting(waitingCalls), [waiting, waitingCalls]);
	if (!open) return <div className="h-full overflow-y-auto">{children}</div>;
	const start = (task: Task) => {
		setLast(undefined);
		void session.start(open, task);
	};
	const running = answer !== undefined && isRunning(answer);
	const isHere = last?.conversation === open.id;
	return (
		<div data-testid="assistant" className="flex h-full flex-col">
			<h1 className="sr-only">{i18n.t("assistantTab.title")}</h1>
			<TaskBar key={open.id} busy={running} start={start} />
			<div
				className="relative min-h-0 flex-1 space-y-3 overflow-y-auto overscroll-contain p-3"
				aria-busy={running}
			>
				{answer ? (
					<AnswerView
						key={answer.id}
						answer={answer}
						isOutdated={isOutdated}
						inserting={insert.isPending}
						commands={{
							stop: session.stop,
							retry: () => start(answer.task),
							edit: (text) => session.edit(open.id, text),
							insert: (text) => {
								// A draft can only go into the chat it was written for.
								const insertion = { text, chat: answer.chat };
								setLast({ ...insertion, conversation: open.id });
								insert.mutate(insertion);
							},
							takeUp: (id) => {
								setLast(undefined);
								session.takeUp(open.id, id);
							},
							approve: session.approve,
							refuse: session.refuse,
						}}
					/>
				) : (
					<div className="flex flex-col items-center gap-2 px-4 py-8 text-center text-ink-soft">
						<Sparkles aria-hidden className="size-6 text-accent-ink" strokeWidth={1.6} />
						<p className="max-w-[34ch] text-balance">{i18n.t("assistantTab.intro")}</p>
					</div>
				)}
				<SeenPart
					key={`${open.id} ${answer?.id ?? ""}`}
					count={messages}
					seen={answer?.seen ?? null}
					preview={{ tabId, open, messages }}
				/>
			</div>
			{last && isHere && !insert.isPending && insert.data !== undefined && (
				<InsertOutcome insertion={last} failure={insert.data} close={() => setLast(undefined)} />
			)}
		</div>
	);
}
