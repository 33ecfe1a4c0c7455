/** What a new function starts from. */
export const emptyFunction = {
	name: "",
	description: "",
	parameters: { type: "object", properties: {}, required: [] },
	endpoint: "",
	method: "GET",
	approval: "writes",
	enabled: true,
} as const;

/** A name that no function has yet. */
export function freeName(name: string, functions: readonly { name: string }[]): string {
	const taken = new Set(functions.map((one) => one.name));
	const stem = name.slice(0, 58);
	for (let number = 2; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}
