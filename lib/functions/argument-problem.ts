/** What is wrong with one argument: where, by JSON Pointer ("" is the whole), and a sentence. */
export type ArgumentProblem = { pointer: string; message: string };

/** The JSON Pointer (RFC 6901) of a field. */
export const pointerTo = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
