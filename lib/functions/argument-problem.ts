/** What is wrong most often, for whoever has words of their own for it. */
export type ArgumentRule = "missing" | "unknown" | "fixed" | "type" | "choice" | "place";

/** What is wrong with one argument: where, by JSON Pointer ("" is the whole), and a sentence. */
export type ArgumentProblem = {
	pointer: string;
	message: string;
	rule?: ArgumentRule;
	/** What it has to be, where the rule says `type` or `choice`. */
	wanted?: string;
};

/** The JSON Pointer (RFC 6901) of a field. */
export const pointerTo = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
