import type { BridgeClient } from "@/bridge/src/wire";
import { createMutex } from "@/lib/core/mutex";
import type { ToolContext } from "@/lib/tools/context";
import { maskedCall } from "@/lib/tools/masked-call";
import type { ToolCall } from "@/lib/tools/tool";
import type { AskedCall, Asking, AskOutcome } from "./asked-calls";
import { dryRun } from "./dry-run";
import { doesNothing, type Effects, effectsHash, shownEffects } from "./effects";

export type AskPorts = {
	tools: ToolContext;
	ask(hash: string, call: AskedCall): Asking;
	/** Calls `listener` whenever the settings were changed by anyone, until `signal` aborts. */
	settingsChanged(listener: () => void, signal: AbortSignal): void;
};

/**
 * What a person said, and of which effects. `nothing-left`: the settings were changed so that there is nothing any more
 * to ask about.
 */
export type Said = { outcome: AskOutcome | "nothing-left"; effects: Effects; hash: string };

/**
 * Asks a person about what a call does. What they are shown is looked at anew when the settings are changed meanwhile, so
 * that it is what the call would do by then.
 *
 * @param again whether they were asked about this call before
 */
export async function askAbout(
	{ tools, ask, settingsChanged }: AskPorts,
	{ client, call, effects: first, again }: Asked,
	signal: AbortSignal,
): Promise<Said> {
	const told = (what: Effects, isOther: boolean): AskedCall => ({
		client,
		tool: call.name,
		arguments: JSON.stringify(maskedCall(call.arguments ?? {})),
		effects: shownEffects(what),
		again: isOther,
	});
	let effects = first;
	let hash = await effectsHash(call, effects);
	let isNothingLeft = false;
	const asking = ask(hash, told(effects, again));
	const over = new AbortController();
	const exclusively = createMutex();
	const lookAnew = async () => {
		if (over.signal.aborted) return;
		const now = await dryRun(tools, call);
		const nowHash = await effectsHash(call, now.effects);
		if (over.signal.aborted || nowHash === hash) return;
		if ("error" in now.response || doesNothing(now.effects)) {
			isNothingLeft = true;
			asking.cancel();
		} else if (asking.update(nowHash, told(now.effects, true))) {
			effects = now.effects;
			hash = nowHash;
		}
	};
	// Where the settings cannot be read, the click will find that out.
	settingsChanged(() => void exclusively(lookAnew).catch(() => undefined), over.signal);
	if (signal.aborted) asking.cancel();
	signal.addEventListener("abort", asking.cancel, { signal: over.signal });
	const outcome = await asking.outcome.finally(() => over.abort());
	return { outcome: isNothingLeft && outcome === "cancelled" ? "nothing-left" : outcome, effects, hash };
}

type Asked = { client: BridgeClient; call: ToolCall; effects: Effects; again: boolean };
