/**
 * Who wrote a message. The page no longer says so in one place, so rules are tried from the strongest to the
 * weakest, and the result names the rule.
 */
import type { MessageDirection } from "./facts";
import type { Finder } from "./find-elements";

export type DirectionRule = "id-prefix" | "legacy-class" | "tail" | "tick" | "author" | "none";
export type Direction = { direction: MessageDirection; directionFrom: DirectionRule };

/** What a message tells by itself, and what joins it to its neighbours. */
export type DirectionEvidence = {
	own: Direction;
	author: string | null;
	/**
	 * True when only a tail can begin a new run before this message: it stands right behind the one before,
	 * and it is a message a person wrote (a notice has no time line).
	 */
	continuesRun: boolean;
};

const unknown: Direction = { direction: "unknown", directionFrom: "none" };

/** The direction as far as the message's own id and markup tell it. */
export function readOwnDirection(message: Element, id: string, finder: Finder): Direction {
	const told = (direction: MessageDirection, directionFrom: DirectionRule) => ({ direction, directionFrom });
	if (/^true_.+_/.test(id)) return told("outgoing", "id-prefix");
	if (/^false_.+_/.test(id)) return told("incoming", "id-prefix");
	if (finder.has(message, "legacyIncoming")) return told("incoming", "legacy-class");
	if (finder.has(message, "legacyOutgoing")) return told("outgoing", "legacy-class");
	if (finder.first(message, "tailIncoming")) return told("incoming", "tail");
	if (finder.first(message, "tailOutgoing")) return told("outgoing", "tail");
	if (finder.first(message, "deliveryTick")) return told("outgoing", "tick");
	return unknown;
}

/**
 * Adds what the messages tell about each other: an author seen with one direction has it everywhere, the
 * owner's names (learned in any chat of this page) mean outgoing and another name incoming, and a message in
 * the middle of a run, where only the first has a tail, goes with the one before. Pure.
 */
export function resolveDirections(
	messages: readonly DirectionEvidence[],
	ownerNames: ReadonlySet<string>,
): Direction[] {
	const byAuthor = learnAuthors(messages);
	let previous: Direction = unknown;
	return messages.map(({ own, author, continuesRun }) => {
		let direction = own;
		if (own.direction === "unknown" && author !== null) {
			const learned = byAuthor.get(author) ?? fromOwnerNames(author, ownerNames);
			if (learned !== "unknown") direction = { direction: learned, directionFrom: "author" };
		}
		if (direction.direction === "unknown" && author === null && continuesRun) {
			if (previous.direction !== "unknown") {
				direction = { direction: previous.direction, directionFrom: "tail" };
			}
		}
		previous = direction;
		return direction;
	});
}

/** The authors of messages that are outgoing by their own evidence: the owner of this WhatsApp. */
export function learnOwnerNames(messages: readonly DirectionEvidence[]): Set<string> {
	const names = new Set<string>();
	for (const [author, direction] of learnAuthors(messages)) if (direction === "outgoing") names.add(author);
	return names;
}

function fromOwnerNames(author: string, ownerNames: ReadonlySet<string>): MessageDirection {
	if (ownerNames.size === 0) return "unknown";
	return ownerNames.has(author) ? "outgoing" : "incoming";
}

/** An author with both directions (owner and contact of the same name) tells nothing. */
function learnAuthors(messages: readonly DirectionEvidence[]): Map<string, MessageDirection> {
	const byAuthor = new Map<string, MessageDirection>();
	for (const { own, author } of messages) {
		if (author === null || own.direction === "unknown") continue;
		const known = byAuthor.get(author);
		byAuthor.set(author, known === undefined || known === own.direction ? own.direction : "unknown");
	}
	return byAuthor;
}
