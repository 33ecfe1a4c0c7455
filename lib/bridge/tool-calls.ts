import type { BridgeClient } from "@/bridge/src/wire";
import { isObject } from "@/lib/core/is-object";
import { canonicalJson } from "@/lib/settings/items";
import { maskedCall } from "@/lib/tools/masked-call";
import { callTool, toolKind } from "@/lib/tools/registry";
import type { ToolCall, ToolResponse } from "@/lib/tools/tool";
import { type AskPorts, askAbout } from "./ask-about";
import type { AskOutcome } from "./asked-calls";
import { bindContext } from "./bound-context";
import type { Agreement, BridgeCallEntry, BridgeCallState } from "./call-log";
import { dryRun } from "./dry-run";
import { doesNothing, type Effects, effectsHash, shownEffects } from "./effects";
import { permitted } from "./permitted";
import type { ClientAccess } from "./settings-schema";

/** Whoever changes settings this often meanwhile will do so again. */
const mostRounds = 10;

export type ToolCallPorts = AskPorts & {
	/** What is set for a program. */
	access(client: BridgeClient): Promise<ClientAccess>;
	/** Whether a person has agreed to all of this connection for now. */
	isGranted(session: string): boolean;
};

/** A call that was answered, and what is kept of it. */
export type MadeToolCall = {
	response: ToolResponse;
	kept: Pick<BridgeCallEntry, "state" | "agreed" | "effects" | "history">;
};

/** One round of looking at a call: it is over, or was found to do something else by now and is looked at anew. */
type Round = MadeToolCall | "again";

/**
 * A program's call, from its arguments to its answer. Queries run. A change is looked at first, by running the tool on a
 * copy; what it would do is what a person agrees to, and the only thing the tool can do then. Where the settings have been
 * changed in between, it is looked at, and asked about, again.
 */
export async function callForClient(
	ports: ToolCallPorts,
	client: BridgeClient,
	call: ToolCall,
	signal: AbortSignal,
): Promise<MadeToolCall> {
	const { tools } = ports;
	const kind = toolKind(call.name);
	if (!kind) return over(await callTool(tools, "mcp-client", call));
	const may = permitted(await ports.access(client), call.name, kind);
	if (may === "deny") return denied(client, call.name);
	if (kind === "query") return over(await callTool(tools, "mcp-client", call));

	let wasShown = false;
	for (let round = 0; round < mostRounds; round++) {
		const made = await oneRound();
		if (made !== "again") return made;
	}
	return over(failed("Nothing was done: Chatside's settings are being changed all the time. Call again."));

	async function oneRound(): Promise<Round> {
		const { effects, response } = await dryRun(tools, call);
		// What does nothing runs, too: it answers what there is to say, such as the warning that comes before a change.
		if ("error" in response) return over(response);
		if (doesNothing(effects)) return run(effects);
		const isGranted = ports.isGranted(client.session);
		if (may === "ask" && !isGranted) {
			const said = await askAbout(ports, { client, call, effects, again: wasShown }, signal);
			wasShown = true;
			const { outcome } = said;
			if (outcome === "nothing-left") return "again";
			if (outcome !== "once" && outcome !== "hour") return unmade(outcome, shownEffects(said.effects));
			const now = await dryRun(tools, call);
			if ((await effectsHash(call, now.effects)) !== said.hash) return "again";
			return run(said.effects, outcome === "hour" ? "hour" : "person");
		}
		return run(effects, may === "run" ? "set" : "hour");

		async function run(effects: Effects, agreed?: Agreement): Promise<Round> {
			if (signal.aborted) return unmade("cancelled");
			// What is set for the program may be another while a person thought about it.
			if (permitted(await ports.access(client), call.name, kind ?? "mutation") === "deny")
				return denied(client, call.name);
			const { context, strayed, history } = bindContext(tools, effects, client.name);
			const made = await callTool(context, "mcp-client", call);
			if (strayed()) return "again";
			const entry = history();
			return over(made, {
				...(agreed && { agreed, effects: shownEffects(effects) }),
				...(entry && { history: entry }),
			});
		}
	}
}

const over = (response: ToolResponse, more: Partial<MadeToolCall["kept"]> = {}): MadeToolCall => ({
	response,
	kept: { state: stateOf(response), ...more },
});

function stateOf(response: ToolResponse): BridgeCallState {
	if ("error" in response || response.result.isError) return "failed";
	const { structuredContent: data } = response.result;
	return isObject(data) && data.confirmation_required === true ? "warned" : "done";
}

const failed = (text: string): ToolResponse => ({
	result: { content: [{ type: "text", text }], isError: true },
});

function denied({ name }: BridgeClient, tool: string): MadeToolCall {
	const text = `${tool} was not run: what is set in Chatside does not let "${name}" call it. The user can change that in Chatside's settings under "MCP bridge".`;
	return { response: failed(text), kept: { state: "denied" } };
}

function unmade(
	outcome: Exclude<AskOutcome, "once" | "hour">,
	effects?: BridgeCallEntry["effects"],
): MadeToolCall {
	const [state, text] = unmadeWords(outcome);
	return { response: failed(text), kept: { state, ...(effects && { effects }) } };
}

function unmadeWords(outcome: Exclude<AskOutcome, "once" | "hour">): [BridgeCallState, string] {
	switch (outcome) {
		case "refuse":
			return ["refused", "The user refused this call. Nothing was changed or sent."];
		case "expired":
			return [
				"expired",
				'Nobody agreed within 5 minutes, so nothing was changed or sent. The user agrees in Chatside\'s side panel beside WhatsApp Web, or in its settings under "MCP bridge".',
			];
		case "cancelled":
			return ["cancelled", "The call was cancelled. Nothing was changed or sent."];
		case "full":
			return [
				"failed",
				"Nothing was changed or sent: as many calls as can wait for the user's approval are waiting. Call again once they are answered.",
			];
		case "too-large":
			return [
				"failed",
				"Nothing was changed or sent: this changes more than can be shown to the user at once. Make it in several calls.",
			];
	}
}

/** The arguments as they are kept. */
export const keptArguments = (args: unknown): string => canonicalJson(maskedCall(args ?? {}));
