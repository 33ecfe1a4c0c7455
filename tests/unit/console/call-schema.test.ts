import { CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { expect, it } from "vitest";
import { schemaCompletion } from "@/components/json-editor/schema-completion";
import { callSchema } from "@/components/settings/console/call-schema";
import { listTools, tools } from "@/lib/tools/registry";

const listed = listTools("extension-page");

/** What is offered at the `|` of a text. */
async function offered(marked: string): Promise<string[]> {
	const pos = marked.indexOf("|");
	const state = EditorState.create({ doc: marked.replace("|", ""), extensions: json() });
	const complete = schemaCompletion((text) => callSchema(text, listed));
	const result = (await complete(new CompletionContext(state, pos, true))) as CompletionResult | null;
	return (result?.options ?? []).map(({ label }) => JSON.parse(label));
}

it("offers the fields of a call", async () => {
	expect(await offered("{ | }")).toEqual(["name", "arguments"]);
	expect(await offered('{ "name": "x", | }')).toEqual(["arguments"]);
});

it("offers the tools", async () => {
	expect(await offered('{ "name": "|" }')).toEqual(tools.map(({ name }) => name));
	expect(await offered('{ "name": |')).toEqual(tools.map(({ name }) => name));
});

it("offers the arguments of the tool that is named, while the call is not finished", async () => {
	expect(await offered('{ "name": "reset_crm_errors", "arguments": { "|')).toEqual(["type"]);
	expect(
		await offered('{ "name": "configure_webhooks", "arguments": { "webhook_enabled": true, "|" } }'),
	).toEqual(["webhook_url", "webhook_secret", "webhook_events", "secret_overlap_hours", "confirm"]);
	expect(await offered('{ "name": "no_such_tool", "arguments": { "|" } }')).toEqual([]);
});

it("offers the values of an argument, at any depth", async () => {
	const endpoint = (inner: string) =>
		`{ "name": "update_crm_endpoints", "arguments": { "add_crm_endpoint": { ${inner} } } }`;
	expect(await offered(endpoint('"method": "|"'))).toEqual(["GET", "POST"]);
	expect(await offered(endpoint('"auth": { "type": "|" }'))).toEqual(["header", "basic", "body", "query"]);
	expect(
		await offered('{ "name": "configure_webhooks", "arguments": { "webhook_events": ["|"] } }'),
	).toContain("phone.detected");
	expect(await offered('{ "name": "configure_webhooks", "arguments": { "confirm": | } }')).toContain(true);
});

it("offers what a word without quotes may become", async () => {
	expect(await offered('{ "name": "configure_webhooks", "arguments": { "confirm": tr| } }')).toContain(true);
	expect(await offered("{ na| }")).toEqual(["name", "arguments"]);
});

it("offers the parts of a JSON-RPC request, and of the call in it", async () => {
	expect(await offered('{ "jsonrpc": "2.0", "|" }')).toEqual(["id", "method", "params"]);
	expect(await offered('{ "jsonrpc": "2.0", "method": "|" }')).toEqual(["tools/list", "tools/call"]);
	expect(
		await offered('{ "jsonrpc": "2.0", "params": { "name": "reset_crm_errors", "arguments": { "|" } } }'),
	).toEqual(["type"]);
});
