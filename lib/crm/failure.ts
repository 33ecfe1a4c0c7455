import type { MappingFault } from "@/lib/mapping/fault";

/** Why a CRM endpoint gave no usable answer. Each is told to the user in their language (components/customer/failure-text.ts). */
export type CrmFailure =
	| { reason: "invalid-url"; detail: UrlDefect; url: string }
	| { reason: "insecure-url"; host: string }
	| { reason: "permission-missing"; origin: string }
	/** It failed too often in a row; tried again at `retryAt`, ms since the epoch. `detail`: the last failure. */
	| { reason: "endpoint-disabled"; retryAt: number; detail: string }
	| { reason: "unreachable"; host: string }
	| { reason: "interrupted"; host: string }
	| { reason: "timeout"; afterMs: number }
	| { reason: "redirected" }
	| { reason: "http-status"; status: number; excerpt: string }
	| { reason: "too-large"; limitBytes: number }
	| { reason: "not-json"; contentType: string; excerpt: string }
	| { reason: "truncated-json"; excerpt: string }
	| { reason: "unreadable-answer"; detail: UnreadableDetail; excerpt: string }
	| { reason: "mapping"; fault: AnswerFault }
	/** The endpoint asks by number, and no number of the linked customer is known. */
	| { reason: "customer-not-askable" }
	| { reason: "cancelled" }
	| { reason: "internal"; detail: string };

/**
 * What is wrong with a URL: not one at all, no `https://` before it, another scheme, a password inside it,
 * or a placeholder in the host.
 */
export type UrlDefect =
	| "malformed"
	| "no-scheme"
	| "unsupported-scheme"
	| "credentials"
	| "placeholder-in-host";

/** What is wrong with a mapping: it cannot be evaluated, or what it makes is no answer of the endpoint's type. */
export type AnswerFault =
	| MappingFault
	| { problem: "wrong-shape"; detail: UnreadableDetail; excerpt: string };

/** What the answer lacked: not a JSON object, no `found`, `found: true` without any customer, no list of its kind. */
export type UnreadableDetail =
	| "not-an-object"
	| "found-missing"
	| "customers-missing"
	| "products-missing"
	| "results-missing";
