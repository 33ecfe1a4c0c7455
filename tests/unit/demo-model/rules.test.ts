import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningModel } from "../../../demo/model/start";
import {
	answered,
	type Body,
	callsOf,
	line,
	messageOf,
	noteTool,
	productsTool,
	start,
	statusTool,
	suggest,
} from "./client";

let server: RunningModel;
beforeAll(async () => {
	server = await start();
});
afterAll(() => server.close());

const tools = [statusTool, noteTool, productsTool];
const found = (state: string, shipping: object[] = []) => ({
	status: 200,
	data: { order_id: "CS-11465", state, shipping },
});
const parcel = { carrier: "SEUR", number: "CX1", status: "in transit" };

/** What is written once the calls were made and came to this. */
async function reply(body: Body, ...answers: unknown[]): Promise<string | null> {
	return (await messageOf(server, answered(body, await messageOf(server, body), answers))).content;
}

describe("the demo's model calls", () => {
	it.each([
		["Hola, dónde está mi pedido CS-11465?", { order_id: "CS-11465" }],
		["Where is my order cs-12?", null],
		["Where is my order CS-1234?", { order_id: "CS-1234" }],
		["Olá, onde está minha encomenda CS-777?", { order_id: "CS-777" }],
	])("the function for an order when asked: %s", async (text, input) => {
		const calls = await callsOf(server, suggest([line("customer", text)], { tools }));
		expect(calls).toEqual(input ? [["check_order_status", input]] : []);
	});

	it("it for the newest order the CRM knows, when the customer names none", async () => {
		const facts = JSON.stringify({ name: "Ana", recentOrders: [{ name: "CS-9" }, { name: "CS-900" }] });
		const lines = [line("customer", "¿Cuándo llega mi pedido?"), "What the CRM knows:", facts];
		expect(await callsOf(server, suggest(lines, { tools }))).toEqual([
			["check_order_status", { order_id: "CS-900" }],
		]);
	});

	it.each([
		"Pueden cambiar la dirección de entrega del pedido CS-11465?",
		"Please cancel CS-11465",
		"Quero devolver o pedido CS-11465",
	])("the function that writes when something is to change: %s", async (text) => {
		expect(await callsOf(server, suggest([line("customer", text)], { tools }))).toEqual([
			["add_order_note", { order_id: "CS-11465", note: text }],
		]);
	});

	it("the product search, in the shop's language", async () => {
		const lines = [line("customer", "tenéis el mantel también en *Añil*?")];
		expect(await callsOf(server, suggest(lines, { tools }))).toEqual([
			["search_products", { query: "tablecloth Añil" }],
		]);
	});

	it("all at once for all that was asked since the agent wrote, and one at a time when only that is wanted", async () => {
		const lines = [
			line("customer", "Where is my order CS-1?"),
			line("agent", "It arrived on Monday"),
			line("customer", "Do you have mugs?"),
			line("customer", "And where is my order CS-4321?"),
		];
		const names = async (more: Body) =>
			(await callsOf(server, suggest(lines, { tools, ...more }))).map(([name]) => name);
		expect(await names({})).toEqual(["check_order_status", "search_products"]);
		expect(await names({ parallel_tool_calls: false })).toEqual(["check_order_status"]);
	});

	it.each([
		["nothing that it was not offered", {}],
		["nothing when it must not", { tools, tool_choice: "none" }],
	])("%s", async (_case, more) => {
		const body = suggest([line("customer", "Where is my order CS-1465?")], more);
		const message = await messageOf(server, body);
		expect(message.tool_calls).toBeUndefined();
		expect(message.content).toBe("Hi! I will look into it and tell you in a moment.");
	});
});

describe("the demo's model writes", () => {
	it.each([
		["Dónde está mi pedido CS-11465?", "¡Hola! Tu pedido CS-11465 está en camino. Va con SEUR, número CX1."],
		[
			"Where is my order CS-11465?",
			"Hi! Your order CS-11465 is on its way. It travels with SEUR, number CX1.",
		],
		[
			"Onde está o meu pedido CS-11465?",
			"Olá! Seu pedido CS-11465 está a caminho. Vai pela SEUR, número CX1.",
		],
	])("in the customer's language: %s", async (text, draft) => {
		const body = suggest([line("customer", text)], { tools });
		expect(await reply(body, found("paid", [parcel]))).toBe(draft);
	});

	it.each([
		[found("cancelled", [parcel]), "was cancelled"],
		[found("paid"), "is paid and being prepared"],
		[found("lost in space"), "(lost in space)"],
		[{ status: 404, data: { error: "None." } }, "I cannot find an order CS-11465 of yours"],
		[{ status: 500, data: "" }, "I will look into it"],
		[{ error: "The agent refused this call." }, "I will look into it"],
	])("what the function told, and no more: %j", async (answer, words) => {
		const body = suggest([line("customer", "Where is my order CS-11465?")], { tools });
		expect(await reply(body, answer)).toContain(words);
	});

	it("that a wish is noted only when it is", async () => {
		const body = suggest([line("customer", "Please cancel CS-11465")], { tools });
		expect(await reply(body, { status: 200, data: { saved: true } })).toContain(
			"I have noted it on your order",
		);
		expect(await reply(body, { status: 200, data: { saved: false } })).not.toContain("noted");
		expect(await reply(body, { error: "The agent refused this call." })).not.toContain("noted");
	});

	it("what a product costs, or that it is sold out, or not there", async () => {
		const body = suggest([line("customer", "Do you have mugs?")], { tools });
		const products = (...list: object[]) => ({ status: 200, data: { products: list } });
		expect(await reply(body, products({ name: "Mug", price: 12.5, currency: "EUR", stock: 3 }))).toContain(
			"Mug, €12.50",
		);
		expect(await reply(body, products({ name: "Mug", price: 1, stock: 0 }))).toContain("sold out");
		expect(await reply(body, products())).toContain("could not find");
	});

	it("in the tone that is asked for, to the name the CRM has", async () => {
		const lines = [
			line("customer", "Dónde está mi pedido CS-11465?"),
			JSON.stringify({ name: "Lucía Fernández" }),
		];
		const inTone = (tone: string) => {
			const body = suggest(lines, { tools });
			const [system, ...others] = body.messages as { content: string }[];
			const content = system?.content.replace("friendly", tone);
			return reply({ ...body, messages: [{ ...system, content }, ...others] }, found("delivered"));
		};
		expect(await inTone("friendly")).toBe("¡Hola, Lucía! Tu pedido CS-11465 está entregado.");
		expect(await inTone("brief")).toBe("Tu pedido CS-11465 está entregado.");
		expect(await inTone("formal")).toBe(
			"Buenos días, Lucía:\nSu pedido CS-11465 está entregado.\nCualquier otra cosa, aquí estamos.",
		);
	});

	it("in the language the user has set", async () => {
		const body = suggest([line("customer", "Where is my order CS-11465?")]);
		const [system, ...others] = body.messages as { content: string }[];
		const content = `${system?.content}\nWrite in this language: Spanish.`;
		const message = await messageOf(server, { ...body, messages: [{ ...system, content }, ...others] });
		expect(message.content).toBe("¡Hola! Lo consulto y te digo enseguida.");
	});

	it("a summary, and an answer to the agent's question", async () => {
		const lines = [line("agent", "Hola"), line("customer", "Dónde está mi pedido CS-11465?")];
		const asFor = (content: string, more: Body = {}) => {
			const body = suggest(lines, more);
			const [, data] = body.messages as unknown[];
			return { ...body, messages: [{ role: "system", content }, data] };
		};
		const summary = await messageOf(
			server,
			asFor("Summarise the conversation.\nWrite in the agent's language (en-US)."),
		);
		expect(summary.content).toContain("Open: where the order is CS-11465");
		const question = asFor('The question: "How is order CS-77123?"\nWrite in the agent\'s language (en).', {
			tools,
		});
		expect(await callsOf(server, question)).toEqual([["check_order_status", { order_id: "CS-77123" }]]);
	});

	it("the same to the same", async () => {
		const body = suggest([line("customer", "Where is my order CS-1465?")], { tools });
		expect(await messageOf(server, body)).toEqual(await messageOf(server, body));
	});
});
