import type { PathStep, Source, SourcePath } from "./assignment";

/**
 * A source as JSONata has it, from `from` steps into its paths. JSONata calculates with no null, and joins it as the word:
 * that is why null is taken for nothing, and an order without an amount does not break the card.
 */
export function sourceText(source: Source, from: number): string {
	switch (source.kind) {
		case "value": {
			const { path, divisor } = source;
			const text = pathText(path.slice(from));
			return divisor === undefined ? text : `$number(${text}${notNull}) / ${divisor}`;
		}
		case "joined": {
			const texts = source.paths.map((path) => `${pathText(path.slice(from))}${notNull}`);
			return `$trim(${texts.join(' & " " & ')})`;
		}
		case "constant":
			return JSON.stringify(source.text);
	}
}

const notNull = "[$ != null]";

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
