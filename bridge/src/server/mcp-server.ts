import {
	type CallToolResult,
	ProtocolError,
	type Result,
	Server,
	type ServerContext,
	type Tool,
} from "@modelcontextprotocol/server";
import type { Asked, Link } from "../link/link";
import { sentence } from "../link/sentences";
import { isObject } from "../shapes";
import { version } from "../version";
import type { BridgeClient, BridgeMethod } from "../wire";
import { clientOf } from "./client-of";
import { status, statusTool } from "./status-tool";
import { startWaiting } from "./waiting";

const instructions =
	"Chatside is an extension in the user's own browser, beside WhatsApp Web. These tools read and change its settings. Reading is answered at once; a change waits until the user approves it in Chatside's side panel, for up to five minutes. If Chatside is not connected, chatside_status tells what the user has to do.";

const internalError = -32603;

type Options = {
	link: Link;
	transport: BridgeClient["transport"];
	/** Which connection this is: the session of a client, given the name it goes by. */
	session(name: string): string;
	/** Milliseconds between two signs of life during a call. */
	beatMs?: number;
};

/** One MCP server, for one client, in whichever version of the protocol that one speaks. */
export function createMcpServer({ link, transport, session, beatMs }: Options): Server {
	const server = new Server(
		{ name: "chatside", title: "Chatside", version },
		{ capabilities: { tools: { listChanged: true }, resources: { listChanged: true } }, instructions },
	);
	/** What was listed last: shown while the browser is closed, so that tools do not come and go with it. */
	let known: Tool[] | undefined;

	async function ask(
		method: BridgeMethod,
		params: object | undefined,
		context: ServerContext,
	): Promise<Asked> {
		const token = context.mcpReq._meta?.progressToken;
		const waiting =
			token === undefined
				? undefined
				: startWaiting((progress, message) => {
						const notification = {
							method: "notifications/progress",
							params: { progressToken: token, progress, message },
						};
						// A client that has gone is noticed elsewhere.
						context.mcpReq.notify(notification).catch(() => undefined);
					}, beatMs);
		const { _meta, ...own } = (params ?? {}) as Record<string, unknown>;
		// A client that hangs up over HTTP has no other way to say that it does not wait.
		const hungUp = context.http?.req?.signal;
		const signal = hungUp ? AbortSignal.any([context.mcpReq.signal, hungUp]) : context.mcpReq.signal;
		try {
			const client = clientOf(context, server, transport, session);
			return await link.ask({ client, method, params: own, signal, onProgress: waiting?.progress });
		} finally {
			waiting?.end();
		}
	}

	server.setRequestHandler("tools/list", async ({ params }, context) => {
		const asked = await ask("tools/list", params, context);
		if (asked.kind === "obstacle") return { tools: known ?? [statusTool] };
		const result = resultOf(asked) as { tools: Tool[] };
		known = result.tools;
		return result;
	});
	server.setRequestHandler("tools/call", async ({ params }, context) => {
		if (params.name === statusTool.name) return saying(await status(link));
		const asked = await ask("tools/call", params, context);
		if (asked.kind === "obstacle") return { ...saying(sentence(asked.obstacle)), isError: true };
		return resultOf(asked) as CallToolResult;
	});
	server.setRequestHandler("resources/list", async ({ params }, context) => {
		const asked = await ask("resources/list", params, context);
		return asked.kind === "obstacle" ? { resources: [] } : (resultOf(asked) as { resources: [] });
	});
	server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: [] }));
	server.setRequestHandler("resources/read", async ({ params }, context) => {
		const asked = await ask("resources/read", params, context);
		if (asked.kind === "obstacle") throw new ProtocolError(internalError, sentence(asked.obstacle));
		return resultOf(asked) as { contents: [] };
	});
	return server;
}

/** Whatever an extension answers is handed on; the SDK checks its shape. */
function resultOf(asked: Exclude<Asked, { kind: "obstacle" }>): Result {
	switch (asked.kind) {
		case "error":
			throw new ProtocolError(asked.error.code, asked.error.message, asked.error.data);
		case "cancelled":
			// Nobody gets this.
			throw new ProtocolError(internalError, "The call was cancelled.");
		case "result":
			if (isObject(asked.result)) return asked.result;
			throw new ProtocolError(
				internalError,
				"Chatside's answer is no object. Update the extension and the bridge.",
			);
	}
}

function saying(text: string): CallToolResult {
	return { content: [{ type: "text", text }] };
}
