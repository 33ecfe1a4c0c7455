import type { Assignments, PathStep, SourcePath } from "./assignment";

/** Fields of one thing: values by name, and lists of further things by theirs. */
type Group = { values: [name: string, path: SourcePath][]; lists: [name: string, group: Group][] };

/**
 * The JSONata expression that makes what was assigned, in the order it is given. Where all values of a thing come out of
 * one list, a thing is made of each of its elements: `data.contacts.{ "name": title }`. With `hasAnswers`, the first list
 * is that of the answers, and its places are meant as they are. Empty for nothing. `readExpression` is the way back.
 */
export function writeExpression(assignments: Assignments, hasAnswers: boolean): string {
	if (assignments.size === 0) return "";
	const entries = [...assignments].map(([field, path]) => [field.split("[]."), path] as const);
	return thing(groupOf(entries), 0, hasAnswers ? 2 : 0, "");
}

function groupOf(entries: readonly (readonly [string[], SourcePath])[]): Group {
	const group: Group = { values: [], lists: [] };
	const names = new Set(entries.map(([[name = ""]]) => name));
	for (const name of names) {
		const own = entries.filter(([[first]]) => first === name);
		const inner = own
			.filter(([steps]) => steps.length > 1)
			.map(([steps, path]) => [steps.slice(1), path] as const);
		for (const [steps, path] of own) if (steps.length === 1) group.values.push([name, path]);
		if (inner.length > 0) group.lists.push([name, groupOf(inner)]);
	}
	return group;
}

/** `from` is how many steps lead to where this is written, `fixed` how many at the beginning are no list's to go through. */
function thing(group: Group, from: number, fixed: number, indent: string): string {
	const start = placeOfList(commonBeginning(pathsOf(group)), Math.max(from, fixed));
	const inner = start === undefined ? from : start + 1;
	const deeper = `${indent}\t`;
	const lines = [
		...group.values.map(([name, path]) => `${JSON.stringify(name)}: ${pathText(path.slice(inner))}`),
		...group.lists.map(([name, list]) => `${JSON.stringify(name)}: [${thing(list, inner, fixed, deeper)}]`),
	];
	const object = `{\n${lines.map((line) => `${deeper}${line}`).join(",\n")}\n${indent}}`;
	return start === undefined ? object : `${pathText(firstOf(group).slice(from, start))}.${object}`;
}

const pathsOf = ({ values, lists }: Group): SourcePath[] => [
	...values.map(([, path]) => path),
	...lists.flatMap(([, list]) => pathsOf(list)),
];

const firstOf = (group: Group): SourcePath => pathsOf(group)[0] ?? [];

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

/** A path as JSONata has it; `$` for the value itself. */
export function pathText(path: SourcePath): string {
	if (path.length === 0) return "$";
	return path.reduce<string>((text, step) => text + stepText(step, text === ""), "");
}

function stepText(step: PathStep, isFirst: boolean): string {
	if (typeof step === "number") return `${isFirst ? "$" : ""}[${step}]`;
	const name = /^[A-Za-z_]\w*$/.test(step) && !reserved.has(step) ? step : `\`${step}\``;
	return isFirst ? name : `.${name}`;
}

/** Words that are operators or values where a name could stand. */
const reserved = new Set(["and", "or", "in", "true", "false", "null", "function"]);
