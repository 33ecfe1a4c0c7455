/** A step from a value into one of its parts: the name of a field, or the place in a list, from 0. */
export type PathStep = string | number;
export type SourcePath = readonly PathStep[];

/** What a field of the panel is filled with. */
export type Source =
	/** A value of the answer; with a `divisor` a number, in what it counts: 100 for cents. */
	| { kind: "value"; path: SourcePath; divisor?: number }
	/** Several values, one behind the other with a space between: first and last name. */
	| { kind: "joined"; paths: readonly SourcePath[] }
	/** The same text for everybody: a shop's only currency. */
	| { kind: "constant"; text: string };

/** What fills which field of the panel: `orders[].name` by the value `["purchases", 0, "ref"]`. */
export type Assignments = ReadonlyMap<string, Source>;

/** The paths a source goes into the answer. */
export function pathsOf(source: Source): readonly SourcePath[] {
	switch (source.kind) {
		case "value":
			return [source.path];
		case "joined":
			return source.paths;
		case "constant":
			return [];
	}
}

/** Whether a name can be written in an expression: inside backticks everything but a backtick can. */
export const isWritable = (path: SourcePath): boolean =>
	path.every((step) => typeof step === "number" || !step.includes("`"));
