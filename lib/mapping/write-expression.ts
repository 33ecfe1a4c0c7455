import { type Assignments, pathsOf, type Source, type SourcePath } from "./assignment";
import { pathText, sourceText } from "./source-text";

/** Fields of one thing: what fills each by name, and lists of further things by theirs. */
type Group = { sources: [name: string, source: Source][]; lists: [name: string, group: Group][] };

/**
 * The JSONata expression that makes what was assigned, in the order it is given. Where all values of a thing come out of
 * one list, a thing is made of each of its elements: `data.contacts.{ "name": title }`. With `hasAnswers`, the first list
 * is that of the answers, and its places are meant as they are. Empty for nothing. `readExpression` is the way back.
 */
export function writeExpression(assignments: Assignments, hasAnswers: boolean): string {
	if (assignments.size === 0) return "";
	const entries = [...assignments].map(([field, source]) => [field.split("[]."), source] as const);
	return thing(groupOf(entries), 0, hasAnswers ? 2 : 0, "");
}

function groupOf(entries: readonly (readonly [string[], Source])[]): Group {
	const group: Group = { sources: [], lists: [] };
	const names = new Set(entries.map(([[name = ""]]) => name));
	for (const name of names) {
		const own = entries.filter(([[first]]) => first === name);
		const inner = own
			.filter(([steps]) => steps.length > 1)
			.map(([steps, source]) => [steps.slice(1), source] as const);
		for (const [steps, source] of own) if (steps.length === 1) group.sources.push([name, source]);
		if (inner.length > 0) group.lists.push([name, groupOf(inner)]);
	}
	return group;
}

/** `from` is how many steps lead to where this is written, `fixed` how many at the beginning are no list's to go through. */
function thing(group: Group, from: number, fixed: number, indent: string): string {
	const paths = allPaths(group);
	const start = placeOfList(commonBeginning(paths), Math.max(from, fixed));
	const inner = start === undefined ? from : start + 1;
	const deeper = `${indent}\t`;
	const lines = [
		...group.sources.map(([name, source]) => `${JSON.stringify(name)}: ${sourceText(source, inner)}`),
		...group.lists.map(([name, list]) => `${JSON.stringify(name)}: [${thing(list, inner, fixed, deeper)}]`),
	];
	const object = `{\n${lines.map((line) => `${deeper}${line}`).join(",\n")}\n${indent}}`;
	return start === undefined ? object : `${pathText((paths[0] ?? []).slice(from, start))}.${object}`;
}

const allPaths = ({ sources, lists }: Group): SourcePath[] => [
	...sources.flatMap(([, source]) => pathsOf(source)),
	...lists.flatMap(([, list]) => allPaths(list)),
];

/** The first list on the way that all have in common, if there is one before the value itself. */
function placeOfList(common: SourcePath, from: number): number | undefined {
	const place = common.findIndex((step, index) => index >= from && typeof step === "number");
	return place === -1 ? undefined : place;
}

function commonBeginning(paths: readonly SourcePath[]): SourcePath {
	const [first = [], ...others] = paths;
	const length = first.findIndex((step, index) => others.some((path) => path[index] !== step));
	return length === -1 ? first : first.slice(0, length);
}
