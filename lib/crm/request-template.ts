import { isObject } from "@/lib/core/is-object";
import { originOf } from "@/lib/core/origin-of";
import { z } from "@/lib/core/schema";
import { longestMapping } from "@/lib/mapping/engine";
import { authFieldSentence } from "./auth-field";
import { endpointMethods } from "./endpoint-type";
import { readEndpointUrl } from "./endpoint-url";
import { failureSentence } from "./failure-sentence";
import {
	credentialIn,
	isPlaceholder,
	namesInText,
	namesInUrl,
	placeholderNames,
	textsIn,
} from "./placeholders";

/** Requests after the first one. */
export const mostSteps = 2;
/** In UTF-16 units. */
const longestBody = 50_000;

/** What stands in braces and cannot be filled; null when all can. */
function unknownName(names: readonly string[], hasAnswers: boolean): string | null {
	const unknown = names.find((name) => !isPlaceholder(name, hasAnswers));
	if (unknown === undefined) return null;
	const known = placeholderNames.map((name) => `{${name}}`).join(", ");
	const more = hasAnswers ? ", {answer.path} and {answers.0.path}" : "";
	return `There is no placeholder {${unknown}}. There are ${known}${more}.`;
}

/** A URL whose path and query may hold placeholders. Never the host: it decides who gets the data. */
const urlTemplate = (hasAnswers: boolean) =>
	z.string().superRefine((text, context) => {
		const refuse = (message: string) => context.addIssue({ code: "custom", message });
		const read = readEndpointUrl(text);
		if (!read.ok) return refuse(failureSentence(read.failure));
		const problem = unknownName(namesInUrl(text), hasAnswers);
		if (problem) refuse(problem);
	});

/** Fixed query entries or headers. */
const textsTemplate = (hasAnswers: boolean, kind: "query" | "header") =>
	z.record(z.string(), z.string().max(10_000)).superRefine((texts, context) => {
		for (const [name, text] of Object.entries(texts)) {
			const problem = authFieldSentence(kind, name, text) ?? unknownName(namesInText(text), hasAnswers);
			if (problem) context.addIssue({ code: "custom", path: [name], message: problem });
		}
	});

/** A body: any JSON. Braces in a longer text may be another language's, as GraphQL's; alone they have to be a placeholder's. */
const bodyTemplate = (hasAnswers: boolean) =>
	z.unknown().superRefine((body, context) => {
		if (body === undefined) return;
		if ((JSON.stringify(body) ?? "").length > longestBody)
			context.addIssue({ code: "custom", message: `A body has up to ${longestBody} characters.` });
		const alone = textsIn(body).filter(
			(text) => /^\{[A-Za-z_][^{}\s]*\}$/.test(text) && credentialIn(text) === undefined,
		);
		const problem = unknownName(alone.flatMap(namesInText), hasAnswers);
		if (problem) context.addIssue({ code: "custom", message: problem });
	});

const templateFields = (hasAnswers: boolean) => ({
	url: urlTemplate(hasAnswers),
	method: z.enum(endpointMethods),
	query: textsTemplate(hasAnswers, "query").optional().describe("Fixed query entries."),
	headers: textsTemplate(hasAnswers, "header").optional().describe("Fixed headers."),
	body: bodyTemplate(hasAnswers).optional().describe("The JSON body of a POST, instead of the parameters."),
});

const stepSchema = z.strictObject({
	...templateFields(true),
	optional: z.boolean().optional().describe("Whether the others count when this one fails."),
});
/** A request after the first one, to the same server. */
export type Step = z.infer<typeof stepSchema>;

/** What an endpoint may say of its requests, beside type and auth (docs/contract.md, section 2). */
export const requestFields = {
	...templateFields(false),
	steps: z.array(stepSchema).max(mostSteps).optional().describe("Further requests to the same server."),
	mapping: z
		.string()
		.max(longestMapping)
		.optional()
		.describe("A JSONata expression that makes the answer one of this type."),
};

type Templates = {
	url?: unknown;
	method?: unknown;
	body?: unknown;
	auth?: { type?: unknown; fields?: unknown } | null;
	steps?: unknown;
};

/** The rules that tie the fields of an endpoint's requests to one another; `refuse` is told of each that is broken. */
export function requestProblems(
	{ url, method, body, auth, steps }: Templates,
	refuse: (path: (string | number)[], message: string) => void,
): void {
	const checkBody = (at: (string | number)[], request: { method?: unknown; body?: unknown }) => {
		if (request.body === undefined) return;
		if (request.method === "GET") refuse([...at, "body"], "A GET request has no body: use POST.");
		else if (auth?.type === "body" && !isObject(request.body))
			refuse([...at, "body"], "Credentials go into the body, so it has to be an object.");
		const credentials = auth?.type === "body" && isObject(auth.fields) ? auth.fields : {};
		const missing = textsIn(request.body)
			.map(credentialIn)
			.find((name) => name !== undefined && !(name in credentials));
		if (missing !== undefined)
			refuse(
				[...at, "body"],
				`"{auth.${missing}}" needs auth of the type "body" with the field "${missing}".`,
			);
	};
	checkBody([], { method, body });
	if (!Array.isArray(steps)) return;
	const origin = originOf(url);
	for (const [index, step] of steps.entries()) {
		if (!isObject(step)) continue;
		checkBody(["steps", index], step);
		if (auth?.type === "body" && step.method === "GET")
			refuse(
				["steps", index, "method"],
				"Credentials go into the body, and a GET request has none: use POST.",
			);
		if (origin && originOf(step.url) && originOf(step.url) !== origin)
			refuse(["steps", index, "url"], `A step asks the server of its endpoint, ${origin}.`);
	}
}
