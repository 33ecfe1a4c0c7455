import type { Result } from "@/lib/core/result";
import type { CrmFailure } from "@/lib/crm/failure";
import type { FunctionAnswer, FunctionFailure } from "@/lib/functions/call-outcome";
import type { ApprovalRequest } from "@/lib/functions/call-request";
import type { ModelCall, ModelEnd, ModelFailure, ModelUsage } from "./model";

/** Why a call came to nothing. */
export type CallFailure =
	| FunctionFailure
	/** The CRM's product search failed. */
	| { reason: "product-search"; failure: CrmFailure }
	/** The model asked for more calls at once than are made. */
	| { reason: "too-many-calls"; most: number };

export type CallOutcome = Result<FunctionAnswer, CallFailure>;

/** How far a call is. */
export type CallProgress =
	| { state: "running" }
	/** A person has to agree. */
	| { state: "waiting"; request: ApprovalRequest }
	/** `asked`: after a person was asked. */
	| { state: "done"; outcome: CallOutcome; asked: boolean }
	/** The answer was stopped before the call had come to its end; it may have reached its server. */
	| { state: "stopped"; asked: boolean };

/** What the assistant did, one after the other. `key` is unique in a run. */
export type RunStep =
	| { type: "text"; key: string; text: string }
	| { type: "call"; key: string; name: string; arguments: string; progress: CallProgress };

/** How far a run is, and how it ended. */
export type RunProgress =
	| { state: "running" }
	| { state: "done"; reason: Exclude<ModelEnd, "calls"> }
	| { state: "stopped" }
	/** The model wanted to call functions again and again; nothing more is called. */
	| { state: "too-many-rounds"; most: number }
	| { state: "failed"; failure: ModelFailure };

/** What a run used; `estimated` tokens of that are estimated, because no server told them. */
export type RunUsage = ModelUsage & { estimated?: number };

/** All there is to know of one answer while it comes to be. Never changed: each step gives a new one. */
export type Run = {
	steps: readonly RunStep[];
	/** The sum over all rounds, where it is known. */
	usage: RunUsage | null;
	progress: RunProgress;
};

export const newRun: Run = { steps: [], usage: null, progress: { state: "running" } };

/** The run with a further piece of text; it belongs to the text before it, if nothing came between. */
export function withText(run: Run, text: string): Run {
	if (text === "") return run;
	const last = run.steps.at(-1);
	const step: RunStep =
		last?.type === "text"
			? { ...last, text: last.text + text }
			: { type: "text", key: String(run.steps.length), text };
	const before = last?.type === "text" ? run.steps.slice(0, -1) : run.steps;
	return { ...run, steps: [...before, step] };
}

/** The run with calls begun; gives their keys, in order. */
export function withCalls(run: Run, calls: readonly ModelCall[]): { run: Run; keys: string[] } {
	const first = run.steps.length;
	const steps = calls.map(
		(call, index): RunStep => ({
			type: "call",
			key: String(first + index),
			name: call.name,
			arguments: call.arguments,
			progress: { state: "running" },
		}),
	);
	return { run: { ...run, steps: [...run.steps, ...steps] }, keys: steps.map(({ key }) => key) };
}

/** The run with one of its calls further on. */
export const withProgress = (run: Run, key: string, progress: CallProgress): Run => ({
	...run,
	steps: run.steps.map((step) => (step.key === key && step.type === "call" ? { ...step, progress } : step)),
});

export function withUsage(run: Run, { inputTokens, outputTokens, estimated = 0 }: RunUsage): Run {
	const before: RunUsage = run.usage ?? { inputTokens: 0, outputTokens: 0 };
	const all = (before.estimated ?? 0) + estimated;
	return {
		...run,
		usage: {
			inputTokens: before.inputTokens + inputTokens,
			outputTokens: before.outputTokens + outputTokens,
			...(all > 0 && { estimated: all }),
		},
	};
}

/** The run at its end: calls that were under way are under way no more. */
export const ended = (run: Run, progress: Exclude<RunProgress, { state: "running" }>): Run => ({
	...run,
	progress,
	steps: run.steps.map((step): RunStep => {
		if (step.type !== "call" || !isUnderWay(step.progress)) return step;
		return { ...step, progress: { state: "stopped", asked: step.progress.state === "waiting" } };
	}),
});

const isUnderWay = ({ state }: CallProgress) => state === "running" || state === "waiting";

/** What the model answers at last: its text after the last call; empty while it only calls. */
export function answerOf({ steps }: Run): string {
	const last = steps.at(-1);
	return last?.type === "text" ? last.text.trim() : "";
}
