import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressAt, lacksAddress, readFunctions, withAddress } from "@/lib/functions/import";

const parameters = {
	type: "object",
	properties: { order_id: { type: "string", description: "The order ID" } },
	required: ["order_id"],
};
const stored = {
	name: "check_order_status",
	description: "Check the status of a customer order",
	parameters,
	endpoint: "https://myapi.example/orders/status",
	method: "GET",
	approval: "writes",
	enabled: true,
} as const;
const { approval: _, enabled: __, ...documented } = stored;

/** The paths of all issues of a single function. */
function issuesOf(input: unknown): string[] {
	const [read] = readFunctions(input);
	return read && !read.ok ? read.issues.map(({ path }) => path.join(".")) : [];
}

describe("functions are read", () => {
	const { endpoint, method, ...tool } = documented;
	const old = {
		...tool,
		parameters: {
			...parameters,
			properties: {
				...parameters.properties,
				endpoint: { url: endpoint, method: "get", format: "json" },
			},
			required: ["order_id", "endpoint"],
		},
	};

	it.each([
		["as documented", documented],
		["as stored", stored],
		["in OpenAI's wrapper", { type: "function", function: documented }],
		[
			"in OpenAI's wrapper with the endpoint beside it",
			{ type: "function", function: tool, endpoint, method },
		],
		["in OpenAI's flat form, strict", { type: "function", ...documented, strict: true }],
		["in the older form", old],
		["in the older form, wrapped", { type: "function", function: old }],
		["from a list", [documented]],
		["from an object with tools", { tools: [{ type: "function", function: documented }] }],
		["from an object with functions", { functions: [documented] }],
	])("%s", (_form, input) => {
		expect(readFunctions(input)).toEqual([{ ok: true, definition: stored }]);
	});

	it("with the sign-in of the older form", () => {
		const auth = { type: "header", fields: { "X-Key": "k" } };
		const properties = { endpoint: { url: endpoint, auth } };
		const [read] = readFunctions({ ...tool, parameters: { ...parameters, properties, required: [] } });
		expect(read).toMatchObject({ ok: true, definition: { auth, endpoint } });
	});

	it("with a parameter that is called endpoint and is none", () => {
		const properties = { endpoint: { type: "string" } };
		const input = { ...documented, parameters: { type: "object", properties } };
		expect(readFunctions(input)).toMatchObject([{ ok: true, definition: { parameters: { properties } } }]);
	});

	it("with placeholders, fixed arguments and the least that is needed", () => {
		const input = {
			name: "o",
			endpoint: "http://localhost:8000/o/{order_id}?p={phone}",
			parameters,
			fixed: { phone: { from: "conversation.phone" }, shop: "a", limit: 3, open: true },
		};
		expect(readFunctions(input)).toMatchObject([{ ok: true, definition: { ...input, method: "GET" } }]);
	});
});

describe("a function is refused", () => {
	it.each([
		["with a space in its name", { name: "check order" }, "name"],
		["with too long a name", { name: "a".repeat(65) }, "name"],
		["without a name", { name: undefined }, "name"],
		["without an endpoint", { endpoint: undefined }, "endpoint"],
		["with a URL without scheme", { endpoint: "myapi.example/x" }, "endpoint"],
		["with credentials in the URL", { endpoint: "https://u:p@myapi.example/x" }, "endpoint"],
		["with a file URL", { endpoint: "file:///etc/passwd" }, "endpoint"],
		["with a script URL", { endpoint: "javascript:alert(1)" }, "endpoint"],
		["with plain http to a public host", { endpoint: "http://myapi.example/x" }, "endpoint"],
		["with a placeholder for the host", { endpoint: "https://{order_id}.example/x" }, "endpoint"],
		["with an unknown placeholder", { endpoint: "https://myapi.example/{id}" }, "endpoint"],
		["with a method outside the list", { method: "TRACE" }, "method"],
		[
			"with parameters that are no schema",
			{ parameters: { type: "object", properties: { a: { type: "x" } } } },
			"parameters.properties.a.type",
		],
		[
			"with a pattern that refers back",
			{ parameters: { type: "object", properties: { pattern: { pattern: "^(a)\\\\\\1$" } } } },
			"parameters.properties.pattern.pattern",
		],
		[
			"with a pattern of names that sets flags",
			{ parameters: { type: "object", allOf: [{ patternProperties: { "(?i:a)": true } }] } },
			"parameters.allOf.0.patternProperties.(?i:a)",
		],
		["with parameters of another type", { parameters: { type: "array" } }, "parameters.type"],
		["with an unknown field", { retries: 3 }, ""],
		["with sign-in in a body it does not have", { auth: { type: "body", fields: { t: "x" } } }, "auth.type"],
		["with an approval that does not exist", { approval: "sometimes" }, "approval"],
		["with a fixed argument that is a list", { fixed: { a: [1] } }, "fixed.a"],
	])("%s", (_case, other, path) => {
		expect(issuesOf({ ...documented, ...other })).toEqual([path]);
	});

	it.each(["\\\\1", "[(?i]", "^(?:a|(?=b)|(?<c>d))$"])(
		"not with the pattern %s, which needs no memory",
		(pattern) => {
			const properties = { a: { pattern, const: { pattern: "(a)\\1" } } };
			expect(
				issuesOf({
					...documented,
					parameters: { ...parameters, properties: { ...parameters.properties, ...properties } },
				}),
			).toEqual([]);
		},
	);

	it("when another of the import has its name", () => {
		const [first, second] = readFunctions([documented, documented]);
		expect([first?.ok, second?.ok]).toEqual([true, false]);
		expect(second && !second.ok && second.issues[0]?.message).toContain('"check_order_status"');
	});

	it("with everything that is wrong at once", () => {
		expect(issuesOf({ name: "a b", endpoint: "x", method: "X", parameters: {} }).sort()).toEqual([
			"endpoint",
			"method",
			"name",
			"parameters.type",
		]);
	});
});

it("any JSON is read without an error, and what is accepted stays as it is when read again", () => {
	const someFunction = fc.record(
		{
			name: fc.oneof(fc.constantFrom("a", "b c", ""), fc.string()),
			endpoint: fc.constantFrom("https://a.example/{x}", "https://a.example", "ftp://a", 3),
			method: fc.constantFrom("GET", "POST", "get", null),
			parameters: fc.oneof(fc.constant({ type: "object", properties: { x: {} } }), fc.jsonValue()),
			fixed: fc.oneof(fc.constant({ x: 1 }), fc.jsonValue()),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(fc.oneof(someFunction, fc.array(someFunction), fc.jsonValue()), (input) => {
			for (const read of readFunctions(input))
				if (read.ok) expect(readFunctions(read.definition)).toEqual([read]);
				else expect(read.issues).not.toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

describe("tools that do not say where they are called", () => {
	const tool = { type: "function", function: { name: "get_stock", parameters } };

	it("are told from those that do", () => {
		expect(lacksAddress(tool)).toBe(true);
		expect(lacksAddress(documented)).toBe(false);
		expect(lacksAddress({ type: "function", function: documented })).toBe(false);
		expect(lacksAddress("get_stock")).toBe(false);
	});

	it.each([
		["https://x.example/tools", "https://x.example/tools/get_stock"],
		["https://x.example/tools/", "https://x.example/tools/get_stock"],
		["https://x.example/{name}/call", "https://x.example/get_stock/call"],
		["", ""],
	])("are called at %o by their name", (endpoint, expected) => {
		expect(addressAt({ endpoint, method: "POST" }, tool).endpoint).toBe(expected);
	});

	it("are read with the address they are given, and refused without", () => {
		const address = { endpoint: "https://x.example/stock", method: "POST" };
		expect(readFunctions([withAddress(tool, address)])).toMatchObject([{ ok: true, definition: address }]);
		expect(readFunctions([withAddress(tool, { endpoint: "", method: "GET" })])).toMatchObject([
			{ ok: false, issues: [{ path: ["endpoint"] }] },
		]);
	});
});
