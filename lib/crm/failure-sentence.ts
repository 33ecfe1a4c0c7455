import { faultSentence } from "@/lib/mapping/fault";
import type { AnswerFault, CrmFailure } from "./failure";
import { maskUrl } from "./secret-url";

/** A failure in one English sentence, for tool answers and logs; the interface has its own words in each language. */
export function failureSentence(failure: CrmFailure): string {
	switch (failure.reason) {
		case "invalid-url":
			return `"${maskUrl(failure.url)}" cannot be used: ${urlDefect[failure.detail]}`;
		case "insecure-url":
			return `Plain http:// is accepted for local hosts only, and "${failure.host}" is not one: use https://.`;
		case "permission-missing":
			return `Chatside has no permission to reach ${failure.origin}. Open Chatside's settings, CRM endpoints, and grant it.`;
		case "endpoint-disabled":
			return `The endpoint failed several times in a row and is paused until ${new Date(failure.retryAt).toISOString()}. The last time: ${failure.detail}`;
		case "unreachable":
			return `${failure.host} cannot be reached: check that the server runs and the address is right.`;
		case "interrupted":
			return `${failure.host} hung up before its answer was complete.`;
		case "timeout":
			return `No answer within ${failure.afterMs / 1000} s.`;
		case "redirected":
			return "The endpoint answers with a redirect, and Chatside follows none: enter the address it leads to.";
		case "http-status":
			return `The endpoint answered HTTP ${failure.status}.`;
		case "too-large":
			return `The answer is larger than ${failure.limitBytes / 1024 / 1024} MB.`;
		case "not-json":
			return `The answer is not JSON (${failure.contentType || "no content type"}).`;
		case "truncated-json":
			return "The answer is JSON that breaks off before its end.";
		case "unreadable-answer":
			return unreadableSentence[failure.detail];
		case "mapping":
			return mappingSentence(failure.fault);
		case "customer-not-askable":
			return "The endpoint asks by number, and no number of the linked customer is known: put {customer_id} into its request.";
		case "cancelled":
			return "The call was cancelled.";
		case "internal":
			return `Something failed inside Chatside: ${failure.detail}`;
	}
}

const urlDefect = {
	malformed: "it is not a valid URL.",
	"no-scheme": "write the whole address, such as https://crm.example.com/customer.",
	"unsupported-scheme": "it must begin with https:// (or http:// for a local host).",
	"placeholder-in-host": "a placeholder can stand in its path and its query, not in the host.",
	credentials: "take the user name and password out of it and set them as basic authentication.",
} as const;

const unreadableSentence = {
	"not-an-object": "The answer is JSON, but not an object.",
	"found-missing": 'The answer has neither "found" nor a customer.',
	"products-missing": 'The answer has no list "products".',
	"results-missing": 'The answer has no list "results".',
	"customers-missing": 'The answer says "found": true, but holds no customer.',
} as const;

function mappingSentence(fault: AnswerFault): string {
	if (fault.problem !== "wrong-shape") return faultSentence(fault);
	return `What the mapping makes of the answer cannot be used. ${unreadableSentence[fault.detail].replace("The answer", "It")}`;
}
