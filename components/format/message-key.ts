/** A code such as `not-applicable` as a part of a message's key: Chrome's message names take no hyphens. */
export type MessageKey<Code extends string> = Code extends `${infer Head}-${infer Tail}`
	? `${Head}_${MessageKey<Tail>}`
	: Code;

export const messageKey = <Code extends string>(code: Code): MessageKey<Code> =>
	code.replaceAll("-", "_") as MessageKey<Code>;
