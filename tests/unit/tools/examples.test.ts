import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endpointSchema } from "@/lib/crm/endpoint";
import { readFunctions } from "@/lib/functions/import";
import { examples } from "@/lib/tools/examples";
import { answerJsonRpc } from "@/lib/tools/json-rpc";
import { tools } from "@/lib/tools/registry";
import { eventBody } from "@/lib/webhooks/event";
import { createToolWorld } from "./tool-world";

const contract = readFileSync(join(import.meta.dirname, "../../../docs/contract.md"), "utf8");
const blocks: object[] = [...contract.matchAll(/^```json\n(.*?)^```$/gms)].map(([, code = ""]) =>
	JSON.parse(code),
);
const isCall = (block: object) => "arguments" in block || "jsonrpc" in block;

describe("the examples of the contract", () => {
	it("are those the Console offers, in the same order", () => {
		const calls = blocks.filter(isCall);
		expect(calls.length).toBeGreaterThan(15);
		expect(examples.map(({ call }) => call)).toEqual(calls);
	});

	it("have names of their own", () => {
		expect(new Set(examples.map(({ key }) => key)).size).toBe(examples.length);
	});

	it("show every tool", () => {
		const shown = examples.flatMap(({ call }) => ("name" in call ? [call.name] : []));
		expect([...new Set(shown)].toSorted()).toEqual(tools.map(({ name }) => name).toSorted());
	});

	it.each(examples.filter(({ call }) => "name" in call))(
		"are calls the tools take: $key",
		async ({ call }) => {
			const { name, arguments: input } = call as { name: string; arguments: object };
			expect((await createToolWorld().call(name, input)).code).toBeUndefined();
		},
	);

	it.each(examples.filter(({ call }) => "jsonrpc" in call))(
		"are requests that are answered: $key",
		async ({ call }) => {
			const answer = await answerJsonRpc(createToolWorld().context(), "extension-page", call);
			expect(answer).toMatchObject({ jsonrpc: "2.0", id: (call as { id: number }).id, result: {} });
		},
	);
});

describe("what else the contract shows as JSON", () => {
	const [endpoint, event, definition, ...others] = blocks.filter((block) => !isCall(block));

	it("is an endpoint, an event and a function", () => {
		expect(others).toEqual([]);
		expect(endpointSchema.safeParse(endpoint).error).toBeUndefined();
		expect(readFunctions(definition)).toEqual([{ ok: true, definition }]);
		const { timestamp, data } = event as { timestamp: string; data: Record<string, unknown> };
		const sent = eventBody({ event: "phone.detected", happenedAt: Date.parse(timestamp), data });
		expect(JSON.parse(sent)).toEqual(event);
	});
});
