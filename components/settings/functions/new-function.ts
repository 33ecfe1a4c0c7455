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

/** What a pasted list may look like: tools as OpenAI takes them, which do not say where to call. */
export const sampleTools = [
	{
		type: "function",
		function: {
			name: "check_order_status",
			description: "Check the status of a customer's order",
			parameters: {
				type: "object",
				properties: { order_id: { type: "string", description: "The order's number" } },
				required: ["order_id"],
			},
		},
	},
	{
		type: "function",
		function: {
			name: "get_stock",
			description: "How many pieces of an article there are",
			parameters: { type: "object", properties: { sku: { type: "string" } }, required: ["sku"] },
		},
	},
];
