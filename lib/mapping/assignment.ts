/** A step from a value into one of its parts: the name of a field, or the place in a list, from 0. */
export type PathStep = string | number;
export type SourcePath = readonly PathStep[];

/** Which value of the answer is which field of the panel: `orders[].name` by `["purchases", 0, "ref"]`. */
export type Assignments = ReadonlyMap<string, SourcePath>;

/** Whether a name can be written in an expression: inside backticks everything but a backtick can. */
export const isWritable = (path: SourcePath): boolean =>
	path.every((step) => typeof step === "number" || !step.includes("`"));
