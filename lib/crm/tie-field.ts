import type { Assignments, Source, SourcePath } from "@/lib/mapping/assignment";
import { pathsOf } from "@/lib/mapping/assignment";
import { valueAt } from "@/lib/mapping/value-at";
import { answerFields } from "./answer-fields";
import type { EndpointType } from "./endpoint-type";
import { fittingPath } from "./fitting-path";

/**
 * What is known with a field filled by a `source`, in the order of the list of fields, whatever was clicked first; what is
 * not in that was named by hand, and stays. A list is filled as it is until one of its fields is: those of the same name in
 * the `answer` then stay filled. A list other than that of its fields takes their place.
 */
export function tieField(
	type: EndpointType,
	known: Assignments,
	field: string,
	source: Source,
	answer: unknown,
): Assignments {
	const next = new Map(known);
	for (const list of listsAround(field)) spread(type, next, list, answer);
	const inner = [...next.keys()].filter((name) => name.startsWith(`${field}[].`));
	const [list = []] = pathsOf(source);
	const isTheirs =
		inner.length > 0 && inner.every((name) => pathsOf(next.get(name) ?? source).every(startsIn(list)));
	if (!isTheirs) {
		for (const name of inner) next.delete(name);
		next.set(field, source);
	}
	return sorted(type, next);
}

/** What is known without a field, and without those of a list that is left empty. */
export function untieField(known: Assignments, field: string): Assignments {
	return new Map([...known].filter(([name]) => name !== field && !name.startsWith(`${field}[].`)));
}

/** The list a field's own fields are taken from; undefined without any, or where they come from several. */
export function listBehind(known: Assignments, field: string): SourcePath | undefined {
	const paths = [...known].flatMap(([name, source]) =>
		name.startsWith(`${field}[].`) && !name.slice(field.length + 3).includes(".") ? pathsOf(source) : [],
	);
	const [first] = paths;
	const place = first?.slice(0, -1).findLastIndex((step) => typeof step === "number") ?? -1;
	const list = first?.slice(0, Math.max(place, 0)) ?? [];
	return list.length > 0 && paths.every(startsIn(list)) ? list : undefined;
}

/** Joins another value to what fills a field. */
export function joinedWith(source: Source, path: SourcePath): Source {
	const paths = pathsOf(source);
	return paths.length === 0 ? { kind: "value", path } : { kind: "joined", paths: [...paths, path] };
}

/** `orders` and `orders[].items` of `orders[].items[].name`. */
function listsAround(field: string): string[] {
	const steps = field.split("[].");
	return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("[]."));
}

/** Takes a list that is filled as it is apart, into its fields that have the same name in the answer. */
function spread(type: EndpointType, known: Map<string, Source>, list: string, answer: unknown): void {
	const source = known.get(list);
	if (source?.kind !== "value") return;
	known.delete(list);
	for (const field of answerFields[type]) {
		const name = field.startsWith(`${list}[].`) ? field.slice(list.length + 3) : undefined;
		if (name === undefined || name.includes(".")) continue;
		const path = [...source.path, 0, name];
		const isThere = valueAt(answer, path) !== undefined && fittingPath(field, path, answer) !== undefined;
		if (isThere) known.set(field, { kind: "value", path });
	}
}

const startsIn = (list: SourcePath) => (path: SourcePath) =>
	list.every((step, index) => path[index] === step) && typeof path[list.length] === "number";

function sorted(type: EndpointType, known: Assignments): Assignments {
	const order = [...answerFields[type], ...known.keys()];
	return new Map([...known].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)));
}
