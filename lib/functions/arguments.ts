/** What is wrong with one argument: where, by JSON Pointer ("" is the whole), and a sentence. */
export type ArgumentProblem = { pointer: string; message: string };
