/**
 * What could be read as more than text: a line's end, which would end what is quoted; `<`, with which the marks of
 * models' own formats begin (`<|im_start|>`, `<think>`); and invisible characters, which carry words nobody sees. Of
 * those the joiner stays, because emoji are made with it.
 */
const notPlain = /[<\u2028\u2029]|(?!\u200d)\p{Cf}/gu;

/**
 * Others' words as a model is shown them: JSON in one line (docs/decisions/0020-others-words.md). Whatever a text says,
 * it stays inside its quotes, and the line ends where the value ends.
 */
export const quote = (value: unknown): string =>
	(JSON.stringify(value) ?? "null").replace(notPlain, (character) =>
		[...Array(character.length).keys()].map((index) => escaped(character.charCodeAt(index))).join(""),
	);

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;
