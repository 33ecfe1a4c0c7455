import type { Place } from "@/lib/core/place-in";

/** Why an expression could not be evaluated. `detail` is JSONata's own sentence, in English. */
export type MappingFault =
	/** It is no JSONata. */
	| ({ problem: "syntax"; detail: string } & Partial<Place>)
	/** It is, and failed on this answer. */
	| ({ problem: "error"; detail: string } & Partial<Place>)
	/** It worked for longer than `limitMs`, and was ended. */
	| { problem: "too-slow"; limitMs: number }
	/** It calls itself without an end. */
	| { problem: "too-deep" }
	/** It made more than `limitBytes` of JSON. */
	| { problem: "too-large"; limitBytes: number }
	/** The browser did not let it run. */
	| { problem: "not-run"; detail: string };

/** A fault in a sentence for tool answers and logs; the interface has its own words in each language. */
export function faultSentence(fault: MappingFault): string {
	switch (fault.problem) {
		case "syntax":
			return `The mapping is no JSONata expression${placeText(fault)}: ${fault.detail}`;
		case "error":
			return `The mapping failed on this answer${placeText(fault)}: ${fault.detail}`;
		case "too-slow":
			return `The mapping was ended, because it took longer than ${fault.limitMs / 1000} s.`;
		case "too-deep":
			return "The mapping calls itself without an end.";
		case "too-large":
			return `The mapping makes more than ${fault.limitBytes / 1024 / 1024} MB of the answer.`;
		case "not-run":
			return `The mapping could not be run: ${fault.detail}`;
	}
}

const placeText = ({ line, column }: Partial<Place>): string =>
	line === undefined ? "" : ` (line ${line}, column ${column})`;
