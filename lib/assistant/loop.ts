import { errorText } from "@/lib/core/error-text";
import { fail } from "@/lib/core/result";
import { unlessAborted } from "@/lib/core/unless-aborted";
import type { ApprovalRequest, FunctionCallState } from "@/lib/functions/call-request";
import { askModel } from "./ask-model";
import { estimateUsage, wasBegun } from "./estimate-usage";
import type { Model, ModelCall, ModelFunction, ModelMessage } from "./model";
import {
	type CallOutcome,
	type CallProgress,
	ended,
	newRun,
	type Run,
	type RunProgress,
	withCalls,
	withProgress,
	withText,
	withUsage,
} from "./run";
import { bringsTaint } from "./taint";
import { toolAnswer } from "./tool-answer";

/** A model is asked at most so often for one answer. */
export const mostRounds = 8;
/** Of the calls it asks for at once, so many are made. */
export const mostCallsAtOnce = 10;

/** A call as the loop asks for it. `tainted`: others' words were in what the model saw when it asked. */
export type WantedCall = { name: string; arguments: string; tainted: boolean };

export type LoopStart = {
	/** What the model is shown first. */
	messages: readonly ModelMessage[];
	/** What it may call. Nothing else is ever called. */
	functions: readonly ModelFunction[];
	/** Whether others' words are in those messages. */
	tainted: boolean;
	signal: AbortSignal;
};

export type LoopPorts = {
	model: Model;
	/** Has a call made, or kept until a person has agreed. */
	callFunction(call: WantedCall): Promise<FunctionCallState | { state: "done"; outcome: CallOutcome }>;
	/**
	 * Waits for a person's word on a call, and gives what came of it. When the signal is aborted, nobody waits any more.
	 */
	awaitApproval(request: ApprovalRequest, signal: AbortSignal): Promise<CallOutcome>;
	/** Is given each state of the run as it comes to be. */
	tell(run: Run): void;
};

/**
 * Lets a model answer: asks it, makes the calls it wants, all of a round at once, tells it what came of them as data, and
 * asks again, until it answers in words alone. It cannot agree to a call, nor choose another function than was offered.
 */
export async function runLoop(start: LoopStart, ports: LoopPorts): Promise<Run> {
	const { signal } = start;
	const functions = ports.model.callsFunctions ? start.functions : [];
	const messages: ModelMessage[] = [...start.messages];
	let { tainted } = start;
	let run = newRun;
	const tell = (next: Run) => {
		run = next;
		ports.tell(run);
	};
	const finish = (progress: Exclude<RunProgress, { state: "running" }>): Run => {
		tell(ended(run, progress));
		return run;
	};

	for (let round = 1; ; round++) {
		const request = { messages: [...messages], functions, signal };
		let written = "";
		let isTold = false;
		const asked = await askModel(ports.model, request, {
			text(piece) {
				written += piece;
				tell(withText(run, piece));
			},
			usage(usage) {
				isTold = true;
				tell(withUsage(run, usage));
			},
		});
		if (!isTold && wasBegun(asked)) {
			const usage = estimateUsage(request, written);
			run = withUsage(run, { ...usage, estimated: usage.inputTokens + usage.outputTokens });
		}
		if (!asked) return finish({ state: "stopped" });
		if ("failure" in asked) return finish({ state: "failed", failure: asked.failure });
		const { text, calls, end } = asked;
		// Calls of an answer that was cut may be cut themselves.
		if (end === "length" || end === "filtered") return finish({ state: "done", reason: end });
		if (calls.length === 0) return finish({ state: "done", reason: "stop" });
		if (round === mostRounds) return finish({ state: "too-many-rounds", most: mostRounds });

		const begun = withCalls(run, calls);
		tell(begun.run);
		const make = (call: ModelCall, index: number) => {
			const progressed = (progress: CallProgress) =>
				tell(withProgress(run, begun.keys[index] ?? "", progress));
			return makeCall({ ...call, tainted }, index, { functions, ports, signal, progressed });
		};
		const outcomes = await Promise.all(calls.map(make));
		const made = outcomes.filter((outcome) => outcome !== null);
		if (signal.aborted || made.length < calls.length) return finish({ state: "stopped" });
		messages.push({ role: "assistant", content: text, calls });
		for (const [index, outcome] of made.entries()) {
			messages.push({ role: "tool", callId: calls[index]?.id ?? "", content: toolAnswer(outcome) });
			tainted ||= bringsTaint(outcome);
		}
	}
}

type CallScope = {
	functions: readonly ModelFunction[];
	ports: LoopPorts;
	signal: AbortSignal;
	progressed(progress: CallProgress): void;
};

/** Makes one call of a round; null when the run was stopped meanwhile. */
async function makeCall(
	{ name, arguments: text, tainted }: WantedCall,
	index: number,
	{ functions, ports, signal, progressed }: CallScope,
): Promise<CallOutcome | null> {
	let asked = false;
	const done = (outcome: CallOutcome) => {
		progressed({ state: "done", outcome, asked });
		return outcome;
	};
	if (index >= mostCallsAtOnce) return done(fail({ reason: "too-many-calls", most: mostCallsAtOnce }));
	if (!functions.some((one) => one.name === name)) return done(fail({ reason: "unknown-function", name }));
	try {
		const calling = ports.callFunction({ name, arguments: text, tainted });
		const state = await unlessAborted(calling, signal);
		if (!state) {
			// What is kept for a person all the same is let go of: nobody waits for it.
			void calling
				.then(async (late) => {
					if (late.state === "waiting") await ports.awaitApproval(late.request, signal);
				})
				.catch(() => undefined);
			return null;
		}
		if (state.state === "done") return done(state.outcome);
		asked = true;
		progressed({ state: "waiting", request: state.request });
		const outcome = await unlessAborted(ports.awaitApproval(state.request, signal), signal);
		return outcome && done(outcome);
	} catch (error) {
		if (signal.aborted) return null;
		return done(fail({ reason: "internal", detail: errorText(error) }));
	}
}
