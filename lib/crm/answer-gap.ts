import { holdsNothing } from "./holds-nothing";
import type { EndpointAnswer } from "./read-answer";

type Kind = EndpointAnswer["kind"];
type ThingKind = Exclude<Kind, "context">;

/** Why there is little or nothing to be seen in an answer that can be read. */
export type AnswerGap =
	/** The mapping made nothing of it: right, when the CRM found nothing. */
	| { gap: "nothing"; kind: Kind }
	/** `count` things have nothing to be shown, or nothing that says who or what they are: `fields` stay empty. */
	| { gap: "empty" | "nameless"; kind: ThingKind; count: number; fields: readonly string[] };

/** What a mapping made, undefined when that was nothing, and the fields it is known to fill. */
type Mapped = { made: unknown; fields?: readonly string[] };

/** By what a thing is told from others, the first being what it is called. */
const namedBy: Record<ThingKind, readonly string[]> = {
	customers: ["name", "id", "email"],
	products: ["name"],
	results: ["title"],
};

/** What is missing from an answer for it to be of use; undefined when nothing is. What is not found at all is no gap. */
export function answerGap(answer: EndpointAnswer, mapped?: Mapped): AnswerGap | undefined {
	const { kind } = answer;
	const madeNothing = mapped !== undefined && holdsNothing(mapped.made);
	if (kind === "context") return madeNothing ? { kind, gap: "nothing" } : undefined;
	if (madeNothing) {
		const things = [mapped.made].flat().filter((thing) => thing !== undefined && thing !== null);
		if (things.length === 0) return { kind, gap: "nothing" };
		return { kind, gap: "empty", count: things.length, fields: mapped.fields ?? namedBy[kind] };
	}
	const things = thingsOf(answer);
	const empty = things.filter(holdsNothing);
	if (empty.length > 0) return { kind, gap: "empty", count: empty.length, fields: namedBy[kind] };
	const nameless = things.filter((thing) => namedBy[kind].every((name) => thing[name] === undefined));
	if (nameless.length === 0) return undefined;
	return { kind, gap: "nameless", count: nameless.length, fields: namedBy[kind] };
}

/** Whether nothing of an answer can be seen: a picture of it would only say that nobody was found. */
export const isBlank = (answer: EndpointAnswer): boolean =>
	answer.kind !== "context" && thingsOf(answer).every(holdsNothing);

function thingsOf(answer: EndpointAnswer): Record<string, unknown>[] {
	switch (answer.kind) {
		case "customers":
			return answer.customers;
		case "products":
			return answer.products;
		case "results":
			return answer.results;
		case "context":
			return [];
	}
}

/** A gap in a sentence for tool answers. */
export function gapSentence(gap: AnswerGap): string {
	if (gap.gap === "nothing")
		return "The mapping makes nothing of this answer. Unless the CRM found nothing, it looks in the wrong place.";
	const things = gap.count === 1 ? gap.kind.slice(0, -1) : gap.kind;
	const what = gap.gap === "empty" ? "nothing to show" : "nothing that says who or what it is";
	return `${gap.count} ${things} with ${what}. Empty: ${gap.fields.join(", ")}.`;
}
