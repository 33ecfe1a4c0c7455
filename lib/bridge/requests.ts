import {
	type BridgeClient,
	type BridgeError,
	type FromExtension,
	type ToExtension,
	wireVersion,
} from "@/bridge/src/wire";
import type { Clock } from "@/lib/core/clock";
import { errorText } from "@/lib/core/error-text";
import { z } from "@/lib/core/schema";
import { listTools } from "@/lib/tools/registry";
import type { AskedCall, AskedCalls, Asking } from "./asked-calls";
import { type BridgeCallEntry, bridgeCallEntry } from "./call-log";
import { callTarget } from "./call-target";
import { readable } from "./client";
import { readFrame } from "./frame";
import type { Grants } from "./grants";
import { type ResourcePorts, readResource, resources } from "./resources";
import type { ClientAccess } from "./settings-schema";
import { callForClient, keptArguments } from "./tool-calls";

const invalidRequest = -32600;
const invalidParams = -32602;
const internalError = -32603;

/** So many may be under way; what comes on top is answered with an error. */
const mostRunning = 1_000;
/** A program that waits is told so this often, in ms; the shortest time programs wait by default is a minute. */
const progressEveryMs = 15_000;

const callParams = z.object({
	name: z.string().max(200),
	arguments: z.record(z.string(), z.unknown()).optional(),
});
const readParams = z.object({ uri: z.string().max(2_000) });

export type RequestPorts = ResourcePorts & {
	now: Clock;
	access(client: BridgeClient): Promise<ClientAccess>;
	grants: Grants;
	asked: AskedCalls;
	/** Calls `listener` whenever the settings were changed by anyone, until `signal` aborts. */
	settingsChanged(listener: () => void, signal: AbortSignal): void;
	/** Calls a task every so many ms, until it is taken back. */
	every(ms: number, task: () => void): () => void;
	/** Keeps what came of a call. A log that cannot be written fails no call. */
	record(entry: Omit<BridgeCallEntry, "seq">): void;
	/** Told of every program that asks for anything. */
	seen(client: BridgeClient): void;
	/** Told of every connection of a program that has ended. */
	left(session: string): void;
};

export type Conversation = {
	/** Takes a message of the bridge, whatever it is. */
	receive(message: unknown): void;
	/** The bridge is gone: what waits is given up, and nothing is answered any more. */
	end(): void;
};

type Answer = { result: unknown } | { error: BridgeError };

/**
 * One connection to the bridge: reads its messages, has them answered side by side, and gives up what nobody waits for.
 * `greeted` is called with the bridge's first message.
 */
export function converse(
	ports: RequestPorts,
	send: (message: FromExtension) => void,
	greeted: (hello: Extract<ToExtension, { type: "hello" }>) => void,
): Conversation {
	const running = new Map<string, AbortController>();
	let otherWire: string | undefined;

	function receive(message: unknown): void {
		const { frame, ...unread } = readFrame(message);
		if (!frame) {
			const { id, problem } = unread as { id?: string; problem: string };
			// One that is under way would get the answer meant for this one.
			if (id !== undefined && !running.has(id))
				send(failed(id, invalidRequest, `Chatside does not understand this request. ${problem}`));
			return;
		}
		switch (frame.type) {
			case "hello":
				otherWire = wireProblem(frame.wire);
				greeted(frame);
				break;
			case "cancel":
				running.get(frame.id)?.abort();
				break;
			case "ended":
				ports.grants.end(frame.session);
				ports.left(frame.session);
				break;
			case "request":
				void answer(frame);
				break;
		}
	}

	async function answer({ id, client: given, method, params }: Extract<ToExtension, { type: "request" }>) {
		if (running.has(id)) return;
		if (otherWire) return send(failed(id, internalError, otherWire));
		if (running.size >= mostRunning)
			return send(failed(id, internalError, "Too many requests are under way. Ask again later."));
		const controller = new AbortController();
		running.set(id, controller);
		const client = readable(given);
		ports.seen(client);
		const answered = await reply(id, client, method, params, controller.signal).catch(
			(error: unknown): Answer => ({ error: { code: internalError, message: errorText(error) } }),
		);
		running.delete(id);
		if (!controller.signal.aborted) send({ type: "response", id, ...answered });
	}

	async function reply(
		id: string,
		client: BridgeClient,
		method: Extract<ToExtension, { type: "request" }>["method"],
		params: unknown,
		signal: AbortSignal,
	): Promise<Answer> {
		switch (method) {
			case "tools/list":
				return { result: { tools: await toolsFor(client) } };
			case "resources/list": {
				const { access } = await ports.access(client);
				return { result: { resources: access === "nothing" ? [] : resources } };
			}
			case "resources/read": {
				const read = readParams.safeParse(params);
				return read.success
					? resource(client, read.data.uri)
					: { error: { code: invalidParams, message: 'resources/read takes "uri".' } };
			}
			case "tools/call": {
				const call = callParams.safeParse(params);
				return call.success
					? tool(id, client, call.data, signal)
					: {
							error: {
								code: invalidParams,
								message: 'tools/call takes "name" and, as an object, "arguments".',
							},
						};
			}
		}
	}

	async function toolsFor(client: BridgeClient) {
		const { access } = await ports.access(client);
		if (access === "nothing") return [];
		const tools = listTools("mcp-client");
		return access === "read" ? tools.filter(({ annotations }) => annotations.readOnlyHint) : tools;
	}

	async function resource(client: BridgeClient, uri: string): Promise<Answer> {
		const at = ports.now();
		const kept = { at, client: shown(client), name: uri, arguments: "{}" };
		if ((await ports.access(client)).access === "nothing") {
			const message = `"${client.name}" may read nothing. The user can change that in Chatside's settings under "MCP bridge".`;
			note({ ...kept, state: "denied", ms: ports.now() - at, answer: message });
			return { error: { code: invalidRequest, message } };
		}
		const read = await readResource(ports, uri);
		note({
			...kept,
			state: read.ok ? "done" : "failed",
			ms: ports.now() - at,
			...(!read.ok && { answer: read.failure.message }),
		});
		return read.ok ? { result: read.value } : { error: read.failure };
	}

	async function tool(
		id: string,
		client: BridgeClient,
		call: z.infer<typeof callParams>,
		signal: AbortSignal,
	): Promise<Answer> {
		const at = ports.now();
		const made = { name: call.name, ...(call.arguments && { arguments: call.arguments }) };
		const target = callTarget(made);
		const { response, kept } = await callForClient(
			{
				tools: ports.tools,
				access: ports.access,
				isGranted: ports.grants.has,
				ask: (hash, asked) => askWithProgress(id, hash, asked),
				settingsChanged: ports.settingsChanged,
			},
			client,
			made,
			signal,
		);
		note({
			at,
			client: shown(client),
			name: call.name,
			...(target !== undefined && { target }),
			arguments: keptArguments(call.arguments),
			ms: ports.now() - at,
			answer: "error" in response ? response.error.message : response.result.content[0].text,
			...kept,
		});
		return response;
	}

	function askWithProgress(id: string, hash: string, call: AskedCall): Asking {
		const asking = ports.asked.ask(hash, call);
		let progress = 0;
		const tell = () => {
			progress += 1;
			send({
				type: "progress",
				id,
				progress,
				message: "Waiting for approval in Chatside's side panel.",
				waiting: true,
			});
		};
		tell();
		const stop = ports.every(progressEveryMs, tell);
		const { session } = call.client;
		const outcome = asking.outcome.finally(stop).then((said) => {
			if (said === "hour") ports.grants.give(session);
			// Before anything is done: from now on nobody may say that nothing was.
			if (said === "once" || said === "hour")
				send({ type: "progress", id, progress: progress + 1, message: "Approved; it runs." });
			return said;
		});
		return { ...asking, outcome };
	}

	const note = (entry: Omit<BridgeCallEntry, "seq">) => ports.record(bridgeCallEntry(entry));

	return {
		receive,
		end() {
			for (const controller of running.values()) controller.abort();
			ports.grants.clear();
		},
	};
}

const shown = ({ session: _, ...client }: BridgeClient): BridgeCallEntry["client"] => client;

const failed = (id: string, code: number, message: string): FromExtension => ({
	type: "response",
	id,
	error: { code, message },
});

/** Why a bridge of that wire cannot be answered; undefined when it can. */
export function wireProblem(wire: number): string | undefined {
	if (wire < wireVersion)
		return "The bridge is older than Chatside in this browser. Update it: npx chatside-mcp@latest install.";
	if (wire > wireVersion)
		return "The bridge is newer than Chatside in this browser. Update Chatside, and restart the browser.";
	return undefined;
}
