import { failureSentence } from "@/lib/crm/failure-sentence";
import type { FunctionAnswer } from "@/lib/functions/call-outcome";
import { quote } from "./quote";
import type { CallFailure, CallOutcome } from "./run";

/**
 * What came of a call, as the model is told: JSON in one line, an answer as data (docs/contract.md, section 5), a
 * failure as `error`, in words of our own, so that the model can correct itself.
 */
export const toolAnswer = (outcome: CallOutcome): string =>
	outcome.ok ? quote(answered(outcome.value)) : quote({ error: sentence(outcome.failure) });

const answered = ({ status, text, cut }: FunctionAnswer) => ({
	status,
	...(cut && { cut: true }),
	data: jsonOrText(text),
});

/** An answer that is JSON is told as such: quoted a second time it would only be harder to read. */
function jsonOrText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function sentence(failure: CallFailure): string {
	switch (failure.reason) {
		case "unknown-function":
			return `There is no function ${JSON.stringify(failure.name.slice(0, 100))}. Call only those you were told of.`;
		case "arguments-not-json":
			return "The arguments are no JSON object. Nothing was called.";
		case "arguments-too-long":
			return `The arguments are longer than ${failure.longest} characters. Nothing was called.`;
		case "arguments-invalid":
			return `The arguments do not fit. Nothing was called. ${failure.problems
				.map(({ pointer, message }) => `${pointer || "The whole"}: ${message}`)
				.join(" ")}`;
		case "phone-unknown":
			return "The customer's phone number is not known, and this function needs it. Nothing was called.";
		case "other-conversation":
			return "Another conversation is open now. Nothing was called.";
		case "permission-missing":
			return "The agent has not allowed access to this function's server. Nothing was called.";
		case "unreachable":
			return "The function's server cannot be reached.";
		case "interrupted":
			return "The function's server hung up before its answer was complete.";
		case "timeout":
			return `The function's server did not answer within ${failure.afterMs / 1000} s.`;
		case "redirected":
			return "The function's server answered with a redirect, and none is followed.";
		case "cancelled":
			return "The call was cancelled.";
		case "refused":
			return "The agent refused this call. Do not ask for it again; go on without it.";
		case "approval-void":
			return "The agent did not agree to this call in time, or it changed meanwhile. Nothing was called.";
		case "product-search":
			return `The product search failed. ${failureSentence(failure.failure)}`;
		case "too-many-calls":
			return `At most ${failure.most} functions are called at once. This one was not called.`;
		case "internal":
			return "The call failed inside Chatside.";
	}
}
