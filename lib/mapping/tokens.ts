/** A word of an expression. Of `call` the value has its `$`. */
export type Token = { kind: "name" | "text" | "number" | "call" | "mark"; value: string };

const pattern =
	/\s*(?:(?<name>[A-Za-z_]\w*|`[^`]*`)|(?<text>"(?:[^"\\]|\\.)*")|(?<number>\d+)|(?<call>\$[a-z]\w*)|(?<mark>!=|[{}[\]():,.$/&]))/y;

/** The words of an expression; null when it holds one that no written expression has. */
export function tokensOf(text: string): Token[] | null {
	const tokens: Token[] = [];
	const end = text.trimEnd().length;
	pattern.lastIndex = 0;
	while (pattern.lastIndex < end) {
		const groups = pattern.exec(text)?.groups;
		const [kind, value] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
		if (!kind || value === undefined) return null;
		tokens.push({ kind: kind as Token["kind"], value });
	}
	return tokens;
}

export type TokenReader = ReturnType<typeof createTokenReader>;

/** Goes through words from the first to the last. */
export function createTokenReader(tokens: readonly Token[]) {
	let at = 0;
	const isMark = (token: Token | undefined, value: string) => token?.kind === "mark" && token.value === value;
	return {
		isAtEnd: () => at === tokens.length,
		isNext: (value: string) => isMark(tokens[at], value),
		/** Whether a place in a list is next, as in `[0]`. */
		isPlaceNext: () => isMark(tokens[at], "[") && tokens[at + 1]?.kind === "number",
		/** Goes past marks, if the first is next; whether all of them were there. */
		skip(...values: string[]): boolean {
			return values.every((value) => {
				const isThere = isMark(tokens[at], value);
				if (isThere) at++;
				return isThere;
			});
		},
		/** The next word, if it is of a kind. */
		take(kind: Token["kind"]): string | undefined {
			const token = tokens[at];
			if (token?.kind !== kind) return undefined;
			at++;
			return token.value;
		},
	};
}

/** What a text in quotes says; undefined for none, or one that is not written as in JSON. */
export function textValue(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
