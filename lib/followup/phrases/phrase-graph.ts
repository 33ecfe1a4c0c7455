import { gap, type Part } from "./parse-phrase";

/** A place in a phrase: where it goes on by which word, and what is said when it ends here. */
export type Place<Tag> = {
	next: Map<string, Place<Tag>[]>;
	/** Where it goes on by a word of any kind. */
	any: Place<Tag>[];
	tags: Tag[];
	/** What is said when the sentence ends here as well. */
	tagsAtEnd: Tag[];
};

export const emptyPlace = <Tag>(): Place<Tag> => ({ next: new Map(), any: [], tags: [], tagsAtEnd: [] });

/** Adds a phrase to the places where it may begin. Alternatives lead to one place: a phrase costs what it is long. */
export function addPhrase<Tag>(
	parts: readonly Part[],
	tag: Tag,
	begin: { anywhere: Place<Tag>; atStart: Place<Tag> },
): void {
	if (parts.length === 0) return;
	const isAtStart = parts[0] === "^";
	const end = emptyPlace<Tag>();
	end.tags.push(tag);
	addSequence(isAtStart ? begin.atStart : begin.anywhere, isAtStart ? parts.slice(1) : parts, end);
}

/** Leads from `place` over the parts to `target`, which is complete already. */
function addSequence<Tag>(place: Place<Tag>, parts: readonly Part[], target: Place<Tag>): void {
	const [part, ...rest] = parts;
	if (part === undefined) {
		merge(place, target);
		return;
	}
	if (part === "$") {
		place.tagsAtEnd.push(...target.tags);
		return;
	}
	let after = target;
	if (rest.length > 0) {
		after = emptyPlace();
		addSequence(after, rest, target);
	}
	if (part === gap) {
		const second = emptyPlace<Tag>();
		merge(second, after);
		second.any.push(after);
		place.any.push(second);
		merge(place, after);
	} else if (typeof part === "string") {
		const known = place.next.get(part);
		if (known) known.push(after);
		else place.next.set(part, [after]);
	} else {
		for (const sequence of part.oneOf) addSequence(place, sequence, after);
		if (part.isOptional) merge(place, after);
	}
}

/** Whatever goes on at `other` goes on at `place` as well. */
function merge<Tag>(place: Place<Tag>, other: Place<Tag>): void {
	for (const [word, places] of other.next) {
		const known = place.next.get(word);
		if (known) known.push(...places);
		else place.next.set(word, [...places]);
	}
	place.any.push(...other.any);
	place.tags.push(...other.tags);
	place.tagsAtEnd.push(...other.tagsAtEnd);
}
